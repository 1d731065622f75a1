import { HttpException } from '@nestjs/common';
import type { Problem } from './problem.rule.js';

/** Ends a request with the given problem, and with headers such as `Retry-After` where the status asks for them. */
export class ProblemException extends HttpException {
  constructor(
    readonly problem: Problem,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(problem, problem.status);
  }
}
