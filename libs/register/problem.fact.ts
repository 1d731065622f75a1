/** What is wrong with a file of the register, and where in it: a JSON pointer (RFC 6901), `''` for the whole. */
export interface Problem {
  readonly pointer: string;
  readonly what: string;
}
