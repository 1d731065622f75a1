import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Another version of the programs: a copy of the build in which a file has been changed. */
export class OtherBuild {
  readonly folder = mkdtempSync(join(tmpdir(), 'charter-build-'));

  /** `path` lies in `dist`. Throws where `change` changes nothing. */
  constructor(path: string, change: (text: string) => string) {
    cpSync('dist', join(this.folder, 'dist'), { recursive: true });
    cpSync('package.json', join(this.folder, 'package.json'));
    symlinkSync(resolve('node_modules'), join(this.folder, 'node_modules'));
    const file = join(this.folder, 'dist', path);
    const before = readFileSync(file, 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`${path} is as it was`);
    writeFileSync(file, after);
  }

  /** One whose calendar has one bank holiday more. */
  static withHoliday(date: string): OtherBuild {
    return new OtherBuild('libs/register/data/scotland-bank-holidays.json', (text) => {
      const calendar = JSON.parse(text) as { readonly holidays: readonly { readonly date: string }[] };
      const added = { date, name: 'A holiday that only a test knows' };
      const holidays = [...calendar.holidays, added].sort((one, other) => one.date.localeCompare(other.date));
      return JSON.stringify({ ...calendar, holidays });
    });
  }

  /** One whose fold is said to be another, and gives the same. */
  static withFoldVersion(version: number): OtherBuild {
    return new OtherBuild('libs/measures/fold/fold.measure.js', (text) =>
      text.replace(/foldVersion = \d+/, `foldVersion = ${version}`),
    );
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
