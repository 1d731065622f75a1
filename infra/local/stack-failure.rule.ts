/** Why the stack is not up. A missing tool, a port that is taken and a failed fetch are the machine's; the rest is the stack's. */
export type StackFailureCode =
  | 'java-missing'
  | 'maven-missing'
  | 'ps-missing'
  | 'fetch-failed'
  | 'port-taken'
  | 'process-died'
  | 'no-answer'
  | 'not-up';

/** The stack cannot do what was asked; the message is for the person who asked. */
export class StackFailed extends Error {
  readonly retriable = false;
  constructor(
    readonly code: StackFailureCode,
    message: string,
  ) {
    super(message);
  }
}

/** What the command ends with: 1 where something is down, 2 where the machine lacks what is needed. */
export function exitCodeOf({ code }: StackFailed): 1 | 2 {
  return code === 'process-died' || code === 'no-answer' || code === 'not-up' ? 1 : 2;
}
