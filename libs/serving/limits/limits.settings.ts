import { BlockList, isIP } from 'node:net';
import { ROLES, type Role } from '../../access/role.rule.js';

/** A number for each role. */
export type ByRole = Readonly<Record<Role, number>>;

/** How much one caller, and all together, may ask of a process. */
export interface LimitSettings {
  /** Requests that one caller may send within `WINDOW_SECONDS`. */
  readonly requests: ByRole;
  /** Answers that one caller may hold open at a time. */
  readonly streams: ByRole;
  /** Connections that the process holds at a time. */
  readonly connections: number;
  /** Seconds within which a request must have arrived whole. */
  readonly requestSeconds: number;
  /** Whose word is taken on which address they ask for. */
  readonly proxies: BlockList;
}

export const WINDOW_SECONDS = 10;

/** Those who send events send many; everyone else reads, and a page asks up to ten times for its reader. */
const REQUESTS: ByRole = {
  public: 1_000,
  scrutiny: 1_000,
  staff: 2_000,
  compiler: 2_000,
  auditor: 1_000,
  producer: 20_000,
  importer: 20_000,
  admin: 2_000,
};

/** The readers of an office, who share an address, are one caller on the pages. */
const STREAMS: ByRole = {
  public: 200,
  scrutiny: 20,
  staff: 50,
  compiler: 20,
  auditor: 20,
  producer: 1,
  importer: 1,
  admin: 50,
};

/** In the demo everyone of a role is one caller, on the same machine. */
const DEMO_REQUESTS = 100_000;
const DEMO_STREAMS = 10_000;

const MOST = 1_000_000;

/** The settings as they were given. */
export interface LimitTexts {
  readonly requests: string;
  readonly streams: string;
  readonly connections: string;
  readonly requestSeconds: string;
  readonly proxies: string;
}

/** What is wrong with numbers by role, `public=100,staff=2000`, `null` where nothing is. */
export function byRoleRefusal(text: string): string | null {
  const named = text.split(',').map((part) => /^(\w+)=([1-9]\d{0,6})$/.exec(part.trim()));
  const roles = new Set(named.map((part) => part?.[1]));
  const isRead = named.every((part) => part !== null && isRole(part[1]) && Number(part[2]) <= MOST);
  if (isRead && roles.size === named.length) return null;
  return `must be <role>=<1 to ${MOST}>, separated by commas, each role once; roles: ${ROLES.join(', ')}`;
}

/** What is wrong with a list of addresses and networks, `10.0.0.7,10.1.0.0/16,::1`, `null` where nothing is. */
export function proxiesRefusal(text: string): string | null {
  const isRead = text.split(',').every((part) => networkIn(part.trim()) !== null);
  return isRead ? null : 'must be IP addresses or networks such as 10.1.0.0/16, separated by commas';
}

/** The limits that the texts, each found right, ask for. A role that they do not name keeps its default. */
export function limitsOf(texts: LimitTexts, isDemo: boolean): LimitSettings {
  return {
    requests: { ...(isDemo ? forEveryone(DEMO_REQUESTS) : REQUESTS), ...byRoleIn(texts.requests) },
    streams: { ...(isDemo ? forEveryone(DEMO_STREAMS) : STREAMS), ...byRoleIn(texts.streams) },
    connections: Number(texts.connections),
    requestSeconds: Number(texts.requestSeconds),
    proxies: proxiesIn(texts.proxies),
  };
}

function isRole(name: string | undefined): name is Role {
  return ROLES.some((role) => role === name);
}

function forEveryone(number: number): ByRole {
  return Object.fromEntries(ROLES.map((role) => [role, number])) as Record<Role, number>;
}

function byRoleIn(text: string): Partial<ByRole> {
  const numbers: Partial<Record<Role, number>> = {};
  for (const [role, number] of text.split(',').map((part) => part.trim().split('='))) {
    if (isRole(role)) numbers[role] = Number(number);
  }
  return numbers;
}

function proxiesIn(text: string): BlockList {
  const proxies = new BlockList();
  for (const network of text.split(',').map((part) => networkIn(part.trim()))) {
    if (network !== null) proxies.addSubnet(network.address, network.bits, network.family);
  }
  return proxies;
}

function networkIn(text: string): { address: string; bits: number; family: 'ipv4' | 'ipv6' } | null {
  const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const version = isIP(address);
  const widest = version === 4 ? 32 : 128;
  const width = bits === undefined ? widest : Number(bits);
  return version === 0 || width > widest ? null : { address, bits: width, family: version === 4 ? 'ipv4' : 'ipv6' };
}
