import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { checkout } from './planted-tree.testkit.js';

interface Component {
  readonly purl: string;
  readonly licenses?: readonly { readonly license?: { readonly id?: string } }[];
}

interface BillOfMaterials {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly components: readonly Component[];
}

interface LockedPackage {
  readonly version: string;
  readonly dev?: boolean;
  /** Where the folder has another name than the package. */
  readonly name?: string;
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
}

const PERMISSIVE = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD'];
/** Their manifests name the licence in an older way, which is not read: each is MIT. */
const NAMED_OTHERWISE = ['pkg:npm/busboy@1.6.0', 'pkg:npm/streamsearch@1.1.0'];

let bill: BillOfMaterials;
/** Every package that is installed, and those that are not there only to build and to test. */
let locked: ReadonlySet<string>;
let running: ReadonlySet<string>;

beforeAll(() => {
  const printed = execFileSync('npm', ['run', '--silent', 'sbom'], {
    cwd: checkout,
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  bill = JSON.parse(printed.toString()) as BillOfMaterials;
  const { packages } = jsonIn('package-lock.json') as { readonly packages: Readonly<Record<string, LockedPackage>> };
  const installed = Object.entries(packages).filter(([folder]) => folder !== '');
  locked = new Set(installed.map(purlOf));
  running = new Set(installed.filter(([, { dev }]) => dev !== true).map(purlOf));
}, 30_000);

function jsonIn(file: string): unknown {
  return JSON.parse(readFileSync(join(checkout, file), 'utf8'));
}

function purlOf([folder, { name, version }]: readonly [string, LockedPackage]): string {
  const named = name ?? folder.split('node_modules/').at(-1) ?? '';
  return `pkg:npm/${named.replace('@', '%40')}@${version}`;
}

describe('the bill of materials', () => {
  it('is CycloneDX', () => {
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5' });
  });

  it('has every package that is installed, and no other', () => {
    expect(new Set(bill.components.map(({ purl }) => purl))).toEqual(locked);
  });

  it('has only licences that ask for no more than to be named, of what runs', () => {
    const others = bill.components.filter(({ purl, licenses = [] }) => {
      const ids = licenses.map(({ license }) => license?.id ?? '');
      return running.has(purl) && !ids.some((id) => PERMISSIVE.includes(id));
    });
    expect(others.map(({ purl }) => purl).filter((purl) => !NAMED_OTHERWISE.includes(purl))).toEqual([]);
  });
});

describe('the document of dependencies', () => {
  it('says of each package that runs and was chosen here what it is for', () => {
    const text = readFileSync(join(checkout, 'docs/dependencies.md'), 'utf8');
    const chosen = Object.keys((jsonIn('package.json') as Manifest).dependencies);
    expect(chosen.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });
});
