import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** One fenced block of a page of the documentation. */
export interface Block {
  readonly language: string;
  readonly text: string;
  /** The heading it stands under. */
  readonly section: string;
}

/** All fenced blocks of a Markdown page, in their order. */
export function blocksOf(page: string): Block[] {
  const blocks: Block[] = [];
  let section = '';
  for (const match of readFileSync(page, 'utf8').matchAll(/^## ([^\n]*)$|^```(\w+)\n(.*?)^```$/gms)) {
    const [, heading, language, text] = match;
    if (heading !== undefined) section = heading;
    else blocks.push({ language: language ?? '', text: text ?? '', section });
  }
  return blocks;
}

/** What a command printed and answered. */
export interface Ran {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

/** A person's machine: a home, a study with its history, and `gh`. Nothing that the real machine says to git counts. */
export class Machine {
  readonly home = mkdtempSync(path.join(os.tmpdir(), 'verbatim-recipes-'));
  readonly study = path.join(this.home, 'study');
  private readonly state = path.join(this.home, 'gh.json');

  /** Puts the sample study with its first seven sessions and a stand-in for `gh` there. */
  async setUp(): Promise<void> {
    const { copySample } = await import(pathToFileURL(path.resolve('scripts/lib/study-copy.mjs')).href);
    copySample('peer-support@first-seven', this.study);
    this.comments = [];
    const gh = path.join(this.home, 'bin', 'gh');
    mkdirSync(path.dirname(gh));
    writeFileSync(gh, `#!/bin/sh\nexec node '${path.resolve('test/unit/docs/support/gh.mjs')}' "$@"\n`);
    chmodSync(gh, 0o755);
  }

  get comments(): { user: { login: string }; body: string }[] {
    return JSON.parse(readFileSync(this.state, 'utf8')).comments;
  }

  set comments(comments: readonly { id?: number; user: { login: string } | null; body: string }[]) {
    writeFileSync(this.state, JSON.stringify({ comments }));
  }

  /** Runs a script as GitHub does: by bash, which stops at the first failure. */
  run(script: string, folder = this.study, more: Readonly<Record<string, string>> = {}): Ran {
    const bins = [path.join(this.home, '.local/bin'), path.join(this.home, 'bin')];
    const env = {
      ...process.env,
      ...{ HOME: this.home, PATH: [...bins, process.env.PATH].join(path.delimiter), VERBATIM: path.resolve('.') },
      ...{ GIT_CONFIG_GLOBAL: os.devNull, GIT_CONFIG_NOSYSTEM: '1', GIT_PAGER: 'cat', GH_STATE: this.state },
      ...{ GIT_AUTHOR_NAME: 'EA', GIT_AUTHOR_EMAIL: 'e@x', GIT_COMMITTER_NAME: 'EA', GIT_COMMITTER_EMAIL: 'e@x' },
      ...more,
    };
    const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', script], { cwd: folder, env, encoding: 'utf8' });
    return { exit: status, out: stdout, err: stderr };
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true, maxRetries: 3 });
  }
}
