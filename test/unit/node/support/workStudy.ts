import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { RemoteExchange, StudyWork } from '../../../../src/core/ports.js';
import { NodeFileStore } from '../../../../src/node/fileStore.js';
import { gitIn } from '../../support/repository.js';

/** Settings of whoever runs the tests do not count. */
const OWN: Record<string, string | undefined> = {
  GIT_CONFIG_GLOBAL: os.devNull,
  GIT_CONFIG_NOSYSTEM: '1',
  EMAIL: undefined,
  TMPDIR: os.tmpdir(),
};

/** A remote and copies of it, each with a study, in one temporary folder. */
export class SharedStudy {
  readonly folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-work-'));
  readonly remote = path.join(this.folder, 'shared.git');
  private readonly before = [...Object.keys(OWN), 'PATH'].map(name => [name, process.env[name]] as const);

  constructor() {
    mkdirSync(path.join(this.folder, 'tmp'));
    // What is left behind in the folder for temporary files can be seen.
    OWN.TMPDIR = path.join(this.folder, 'tmp');
    for (const [name, value] of Object.entries(OWN)) put(name, value);
    gitIn(this.folder, ['init', '--quiet', '--bare', '--initial-branch', 'main', this.remote]);
  }

  /** What is in the folder for temporary files. */
  get temporary(): string[] {
    return readdirSync(path.join(this.folder, 'tmp'));
  }

  /** A copy whose versions are saved by a person of that name. @param study the study's folder in it */
  clone(name: string, study = '.'): Copy {
    gitIn(this.folder, ['clone', '--quiet', this.remote, name]);
    return new Copy(path.join(this.folder, name), name, study);
  }

  /** Lets git be as old as versions before 2.38, which cannot put versions together without files, as far as that goes. */
  withOldGit(): void {
    this.wrapGit('for word in "$@"; do if [ "$word" = merge-tree ]; then exit 129; fi; done');
  }

  /** Lets git find no room for files of more than some kilobytes, as if the disk were full. */
  withFullDisk(): void {
    this.wrapGit("trap '' XFSZ; ulimit -f 16");
  }

  /** Has a shell do something before git, which it becomes. */
  private wrapGit(what: string): void {
    const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
    const script = path.join(this.folder, 'programs', 'git');
    mkdirSync(path.dirname(script));
    writeFileSync(script, `#!/bin/sh\n${what}\nexec '${real}' "$@"\n`);
    chmodSync(script, 0o755);
    process.env.PATH = `${path.dirname(script)}${path.delimiter}${process.env.PATH}`;
  }

  remove(): void {
    for (const [name, value] of this.before) put(name, value);
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function put(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}

/** A copy of a repository, and its study. */
export class Copy {
  readonly study: string;

  constructor(
    readonly top: string,
    name: string,
    folder: string,
  ) {
    this.study = path.join(top, folder);
    this.git('config', 'user.name', name);
    this.git('config', 'user.email', `${name.toLowerCase()}@example.org`);
    mkdirSync(this.study, { recursive: true });
  }

  git(...args: string[]): string {
    return gitIn(this.top, args);
  }

  /** Writes a file of the study. */
  put(file: string, content: string | Uint8Array): void {
    mkdirSync(path.dirname(path.join(this.study, file)), { recursive: true });
    writeFileSync(path.join(this.study, file), content);
  }

  read(file: string): string | undefined {
    const at = path.join(this.study, file);
    return existsSync(at) ? readFileSync(at, 'utf8') : undefined;
  }

  delete(file: string): void {
    rmSync(path.join(this.study, file));
  }

  /** Commits everything with plain git. */
  commit(message: string): string {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message', message);
    return this.git('rev-parse', 'HEAD');
  }

  hook(name: string, script: string): void {
    const file = path.join(this.top, '.git/hooks', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
  }

  async work(exchange?: RemoteExchange): Promise<StudyWork> {
    const given = exchange && (async () => exchange);
    const work = await new NodeFileStore(this.study, () => true, given).work();
    if (work === undefined) throw new Error(`no versions are kept of ${this.study}`);
    return work;
  }

  /** Everything that must not change when something fails, in words that a failing test can show. */
  state(): Record<string, string> {
    const state: Record<string, string> = {};
    for (const [what, args] of Object.entries(QUESTIONS)) state[what] = this.answer(args);
    for (const name of readdirSync(path.join(this.top, '.git')).sort()) {
      if (!PASSING.has(name)) state[`.git/${name}`] = contentOf(path.join(this.top, '.git', name));
    }
    for (const file of filesBelow(this.top)) state[file] = readFileSync(path.join(this.top, file), 'latin1');
    return state;
  }

  private answer(args: readonly string[]): string {
    try {
      return gitIn(this.top, args);
    } catch (error) {
      return String((error as { status?: number }).status);
    }
  }
}

const QUESTIONS = {
  head: ['rev-parse', 'HEAD'],
  branch: ['symbolic-ref', 'HEAD'],
  refs: ['for-each-ref'],
  index: ['ls-files', '--stage', '--debug'],
  settings: ['config', '--local', '--list'],
  stash: ['stash', 'list'],
  reflog: ['reflog'],
};

/** What may come and go: objects that nobody refers to, where git was before, and what is compared in another way. */
const PASSING = new Set([
  'objects',
  'ORIG_HEAD',
  'index',
  'refs',
  'logs',
  'FETCH_HEAD',
  'COMMIT_EDITMSG',
  'packed-refs',
]);

function contentOf(at: string): string {
  try {
    return readFileSync(at, 'latin1');
  } catch {
    return readdirSync(at).sort().join(' ');
  }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter(file => !file.startsWith(`.git${path.sep}`))
    .sort();
}
