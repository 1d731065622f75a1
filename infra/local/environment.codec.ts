/** Where the stack can be reached. */
export interface StackAddresses {
  readonly brokers: string;
  readonly url: string;
}

/** What a process of the system must be told to run on the stack. */
export function environmentOf({ brokers, url }: StackAddresses): Readonly<Record<string, string>> {
  return {
    CHARTER_PROFILE: 'distributed',
    CHARTER_KAFKA_BROKERS: brokers,
    CHARTER_MONGO_URL: url,
    CHARTER_AUTH: 'demo',
  };
}

/** Lines for a POSIX shell to evaluate. */
export function toExports(environment: Readonly<Record<string, string>>): string {
  return Object.entries(environment)
    .map(([name, value]) => `export ${name}='${value.replaceAll("'", "'\\''")}'\n`)
    .join('');
}
