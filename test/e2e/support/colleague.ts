import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { host } from './host';
import type { Study } from './study';

/** A place at which a study is shared, a folder as on a network drive, and a colleague’s copy of it. */
export class Colleague {
  private constructor(
    readonly name: string,
    /** The shared place: a bare repository. */
    readonly shared: string,
    /** The colleague’s copy. */
    readonly dir: string,
  ) {}

  /** Shares a study as it is, and gives a colleague a copy of it. */
  static of(study: Study, name: string): Colleague {
    const folder = mkdtempSync(path.join(host().scratch, 'c-'));
    const shared = path.join(folder, 'shared.git');
    run(folder, ['init', '--quiet', '--bare', '--initial-branch', 'main', shared]);
    run(study.dir, ['remote', 'add', 'origin', shared]);
    run(study.dir, ['push', '--quiet', '--set-upstream', 'origin', 'main']);
    run(folder, ['clone', '--quiet', shared, name]);
    return new Colleague(name, shared, path.join(folder, name));
  }

  /** Runs git in the copy, as the colleague. */
  git(...args: string[]): string {
    const email = `${this.name.toLowerCase()}@example.org`;
    return run(this.dir, ['-c', `user.name=${this.name}`, '-c', `user.email=${email}`, ...args]);
  }

  /** Runs git in the shared place. */
  inShared(...args: string[]): string {
    return run(this.shared, args);
  }

  read(file: string): string {
    return readFileSync(path.join(this.dir, file), 'utf8');
  }

  write(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(this.dir, file)), { recursive: true });
    writeFileSync(path.join(this.dir, file), text);
  }

  append(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(this.dir, file)), { recursive: true });
    appendFileSync(path.join(this.dir, file), text);
  }

  /** Saves all that was changed as a version. */
  save(message: string): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '-m', message);
  }
}

function run(cwd: string, args: readonly string[]): string {
  return execFileSync('git', args, { cwd, encoding: 'utf8', stdio: 'pipe' }).trim();
}
