/** The roles that pages can be looked at as. */
export const VIEWERS = ['public', 'scrutiny', 'staff', 'compiler', 'auditor', 'admin'] as const;

export type Viewer = (typeof VIEWERS)[number];

/** Who is looking at a page. */
export interface Looking {
  readonly as: Viewer;
  /** Whether this was chosen, not taken for granted. */
  readonly isChosen: boolean;
}

/** A viewer as pages name it. */
export const viewerNames: Readonly<Record<Viewer, string>> = {
  public: 'a member of the public',
  scrutiny: 'a scrutiny body',
  staff: 'agency staff',
  compiler: 'the framework compiler',
  auditor: 'an auditor',
  admin: 'an operator',
};

/** In the demo a page without a choice looks as staff (contract: interfaces). */
export const lookingUnasked: Looking = { as: 'staff', isChosen: false };
