import type { Degree } from './permission.rule.js';
import type { Role } from './role.rule.js';

/** Who sends a request, as a verified token says. */
export interface Principal {
  readonly name: string;
  readonly role: Role;
  /**
   * What the `source`s of this principal's events begin with; absent: anything.
   * One that names a host ends in `/`, for `https://a.example` begins `https://a.example.org` too.
   */
  readonly sources?: readonly string[];
}

/** A principal who has been let through a route's door, and how far. */
export interface Caller extends Principal {
  readonly degree: Degree;
}

/** A request without a token. */
export const ANYONE: Principal = { name: 'public', role: 'public' };
