/** Parts that the register's schemas have in common. */
export const text = { type: 'string', minLength: 1 } as const;
export const kebabCase = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' } as const;
/** `YYYY-MM-DD`, and there is such a day. */
export const date = { type: 'string', format: 'date' } as const;
export const benefitCode = { type: 'string', pattern: '^[A-Z]+(-[A-Z]+)*$' } as const;
