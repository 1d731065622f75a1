import { strFromU8, unzipSync } from 'fflate';
import type { Role } from '../../libs/access/role.rule.js';

/** An answer as text, whatever it came as. */
export interface ReadAnswer {
  readonly role: Role;
  readonly address: string;
  readonly status: number;
  readonly text: string;
}

interface DescribedParameter {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header';
}

interface DescribedInterfaces {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly parameters?: readonly DescribedParameter[] }>>>
  >;
}

/** What is put for the parameters of interfaces, so that each has something to answer of the sample, released twice. */
export const sampleParameters = {
  measure: 'decision-time',
  grain: 'month',
  from: '2025-04-01',
  to: '2026-03-31',
  by: 'benefit',
  period: '2025-26',
  year: '2025-26',
  id: '2025-26.2',
  '/v1/queue measure': 'decisions-in-time',
  '/v1/measures/{id} id': 'decision-time',
  '/v1/commitments/{edition}/{id} id': '2.2',
  edition: '2019',
  table: 'exact',
  format: 'json',
};

/** Addresses read of one shape. */
const MOST_OF_A_SHAPE = 6;

/** Everything that a role can read of a running system: every interface that is described, and every page that links lead to. */
export class EverythingRead {
  readonly answers: ReadAnswer[] = [];

  /** `parameters`: what is put for a parameter of that name, or of `<path> <name>`; others are left out. */
  constructor(
    private readonly url: string,
    private readonly parameters: Readonly<Record<string, string>>,
  ) {}

  /** Asks every interface for reading, in each of these formats where it has several. */
  async interfaces(role: Role): Promise<void> {
    const document = (await (await fetch(new URL('/v1/openapi.json', this.url))).json()) as DescribedInterfaces;
    for (const [path, { get }] of Object.entries(document.paths)) {
      if (get === undefined || path.endsWith('/stream')) continue;
      const known = (get.parameters ?? []).filter(({ name }) => name in this.parameters);
      const query = new URLSearchParams(
        known
          .filter((one) => one.in === 'query' && one.name !== 'format')
          .map(({ name }) => [name, this.example(path, name)]),
      );
      const filled = path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(this.example(path, name)));
      const formats = known.some(({ name }) => name === 'format') ? ['json', 'csv', 'csvw', 'ods'] : [null];
      for (const format of formats) {
        if (format !== null) query.set('format', format);
        await this.read(role, `${filled}?${query.toString()}`, { authorization: `Bearer demo-${role}` });
      }
    }
  }

  /** Follows links from the front page on, to a few addresses of every shape that there is. */
  async pages(role: Role): Promise<void> {
    const found = new Set(['/']);
    const shapes = new Map<string, number>();
    for (const address of found) {
      const { text } = await this.read(role, address, { cookie: `charter-look-as=${role}` });
      for (const link of linksIn(text)) {
        const shape = shapeOf(link);
        const count = shapes.get(shape) ?? 0;
        if (found.has(link) || count >= MOST_OF_A_SHAPE) continue;
        shapes.set(shape, count + 1);
        found.add(link);
      }
    }
  }

  private async read(role: Role, address: string, headers: Readonly<Record<string, string>>): Promise<ReadAnswer> {
    const response = await fetch(new URL(address, this.url), { headers });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const told = [...response.headers].map((header) => header.join(': ')).join('\n');
    const answer = { role, address, status: response.status, text: `${told}\n${textOf(bytes)}` };
    this.answers.push(answer);
    return answer;
  }

  private example(path: string, name: string): string {
    return this.parameters[`${path} ${name}`] ?? this.parameters[name] ?? 'nothing';
  }
}

/** Spreadsheets are archives: the text of what is in them. */
function textOf(bytes: Uint8Array): string {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isArchive) return new TextDecoder().decode(bytes);
  return Object.entries(unzipSync(bytes))
    .map(([name, file]) => `${name}\n${strFromU8(file)}`)
    .join('\n');
}

function linksIn(html: string): readonly string[] {
  const addresses = [...html.matchAll(/ href="([^"#]+)/g)].map(([, address = '']) => address.replaceAll('&amp;', '&'));
  return addresses.filter((address) => address.startsWith('/') && !address.startsWith('/assets/'));
}

/** Where an address lies, how deep, what kind of file it is, and what it chooses by: not of what. */
function shapeOf(address: string): string {
  const { pathname, searchParams } = new URL(address, 'http://any.example');
  const [, room = '', ...rest] = pathname.split('/');
  const file = /\.[a-z]+$/.exec(pathname)?.[0] ?? '';
  return [room, rest.length, file, ...new Set([...searchParams.keys()].sort())].join(' ');
}
