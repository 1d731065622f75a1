import type { Principal } from './principal.rule.js';
import { ROLES, type Role } from './role.rule.js';

/** What a token states, its signature, issuer, audience and times having been checked. */
export type Claims = Readonly<Record<string, unknown>>;

/** What an issuer's names for the roles begin with: `charter-staff`. */
const PREFIX = 'charter-';

/** The claim that binds whoever bears it to event sources: one beginning of a `source`, or a list of them. */
const SOURCES_CLAIM = 'charter_sources';

/**
 * Who a checked token stands for.
 * @param rolesPath names of claims, separated by dots; a claim that has the whole path for its name goes first
 */
export function principalOf(subject: string, claims: Claims, rolesPath: string): Principal {
  const role = roleIn(Object.hasOwn(claims, rolesPath) ? claims[rolesPath] : claimAt(claims, rolesPath.split('.')));
  const sources = sourcesFor(role, claims[SOURCES_CLAIM]);
  return sources === null ? { name: subject, role } : { name: subject, role, sources };
}

/** The last in the order of `ROLES` of those that are named; `public` where none is. Other systems' roles are no matter. */
function roleIn(stated: unknown): Role {
  const names = new Set(textsIn(typeof stated === 'string' ? stated.split(' ') : stated));
  return ROLES.findLast((role) => names.has(`${PREFIX}${role}`)) ?? 'public';
}

/**
 * What the bearer's sources begin with; `null`: anything. A producer who is bound to none may use none. A claim that
 * cannot be read binds too.
 */
function sourcesFor(role: Role, stated: unknown): readonly string[] | null {
  if (stated === undefined) return role === 'producer' ? [] : null;
  return textsIn(typeof stated === 'string' ? [stated] : stated)
    .filter((prefix) => prefix !== '')
    .map(closedHost);
}

/** A prefix that ends within or after a host's name goes no further than that host. */
function closedHost(prefix: string): string {
  return /^([^/?#]+:)?\/\/[^/?#]*$/.test(prefix) ? `${prefix}/` : prefix;
}

function claimAt(claims: Claims, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, name) => (isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined),
    claims,
  );
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function isObject(value: unknown): value is Claims {
  return typeof value === 'object' && value !== null;
}
