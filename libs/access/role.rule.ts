/** Who may stand behind a request (contract: api, "Who sees what"). `public` is anyone without a token. */
export const ROLES = ['public', 'scrutiny', 'staff', 'compiler', 'auditor', 'producer', 'importer', 'admin'] as const;

export type Role = (typeof ROLES)[number];
