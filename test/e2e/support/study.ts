import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { host } from './host';
import { waitUntil } from './waiting';

/** The sample study whole: 23 sessions, their history up to today. */
export const WHOLE_STUDY = 'peer-support';

/** The sample study as it was with its first seven sessions coded, its history up to then, and the branch that MB offers. */
export const FIRST_SEVEN = 'peer-support@first-seven';

/** A study to test on: a sample (see `copySample`), or its files by path. */
export type StudySource = string | Readonly<Record<string, string>>;

/** A temporary study on disk, its own git repository with everything committed; a sample has its history and branches. */
export class Study {
  private constructor(readonly dir: string) {}

  static create(source: StudySource): Study {
    const { scratch, makeRepository } = host();
    // The folder's name shows in the window, and on pictures.
    const name = typeof source === 'string' ? source.replace(/@.*/, '') : 'study';
    const dir = path.join(mkdtempSync(path.join(scratch, 's-')), name);
    mkdirSync(dir);
    const study = new Study(dir);
    if (typeof source === 'string') cpSync(laidOut(source), dir, { recursive: true });
    else {
      for (const [file, text] of Object.entries(source)) study.write(file, text);
      makeRepository(dir);
    }
    return study;
  }

  /** The text of a file, or undefined where there is none. */
  read(file: string): string | undefined {
    const full = path.join(this.dir, file);
    return existsSync(full) ? readFileSync(full, 'utf8') : undefined;
  }

  /** Writes a file as another program would. */
  write(file: string, text: string): void {
    const full = path.join(this.dir, file);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, text);
  }

  /** Makes every file what it was when the study was made, as `git checkout` does. */
  restore(): void {
    execFileSync('git', ['checkout', '--quiet', '--', '.'], { cwd: this.dir, stdio: 'pipe' });
  }

  /** Waits until a file holds what is asked for, and gives its text. */
  async waitFor(file: string, isReady: (text: string) => boolean = () => true): Promise<string> {
    return waitUntil(
      () => {
        const text = this.read(file);
        return text !== undefined && isReady(text) ? text : undefined;
      },
      () => `${file} did not become as expected. It holds: ${this.read(file) ?? '(no such file)'}`,
    );
  }
}

/** Where each sample lies whose history was made in this run. Making it takes longer than copying it. */
const made = new Map<string, string>();

function laidOut(sample: string): string {
  let dir = made.get(sample);
  if (dir === undefined) {
    const { scratch, copySample } = host();
    dir = mkdtempSync(path.join(scratch, 'sample-'));
    copySample(sample, dir);
    made.set(sample, dir);
  }
  return dir;
}
