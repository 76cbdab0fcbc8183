import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { Deciding, type Decisions } from '../../src/core/analysis/questions/deciding';
import { formatCodingLine } from '../../src/core/coding/line';
import type { MergeChoice } from '../../src/core/merge/merge';
import type { ConflictRequest, Conflicts } from '../../src/extension/conflicts/conflicts';
import { settle } from '../../src/extension/conflicts/settle';
import { sideNames } from '../../src/extension/conflicts/sideNames';
import type { Action, History } from '../../src/extension/history/history';
import { OpenStudy } from '../../src/extension/study/openStudy';
import { systemEnvironment } from '../../src/node/environment';
import { NodeFileStore } from '../../src/node/fileStore';

const CODINGS = 'codings/EA/transcripts/a.jsonl';
const QUOTE = 'It got better with the tea.';

function line(id: string, over: { readonly code?: string; readonly memo?: string } = {}): string {
  return `${formatCodingLine({ code: 'tea', quote: QUOTE, at: [9, 9 + QUOTE.length], ...over, id })}\n`;
}

describe('what git began on a study', () => {
  const folders: string[] = [];
  after(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  });

  /** A study in a repository of its own; `who` saves versions in it. */
  async function repository() {
    const dir = mkdtempSync(path.join(os.tmpdir(), 'verbatim-conflicts-'));
    folders.push(dir);
    const git = (who: string, ...args: string[]): string => {
      const name = { GIT_AUTHOR_NAME: who, GIT_COMMITTER_NAME: who };
      const mail = { GIT_AUTHOR_EMAIL: 'x@example.org', GIT_COMMITTER_EMAIL: 'x@example.org' };
      const own = { GIT_CONFIG_GLOBAL: os.devNull, GIT_CONFIG_NOSYSTEM: '1', GIT_EDITOR: 'true' };
      const env = { ...process.env, ...own, ...name, ...mail };
      return execFileSync('git', args, { cwd: dir, env, encoding: 'utf8', stdio: 'pipe' }).trim();
    };
    const stops = (...args: string[]): void =>
      assert.throws(
        () => git('EA', ...args),
        (error: { stdout?: unknown }) => /CONFLICT/.test(String(error.stdout)),
      );
    const put = (file: string, text: string): void => {
      mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
      writeFileSync(path.join(dir, file), text);
    };
    const save = (who: string, text: string): void => {
      put(CODINGS, text);
      git(who, 'add', '--all');
      git(who, 'commit', '--quiet', '--message', `${who} went on`);
    };
    const read = (file: string): string => readFileSync(path.join(dir, file), 'utf8');
    git('EA', 'init', '--quiet', '--initial-branch', 'main');
    git('EA', 'config', 'user.name', 'EA');
    git('EA', 'config', 'user.email', 'ea@example.org');
    put('codebook.md', '# Codebook\n\n## Tea {#tea}\n\n## Warmth {#warmth}\n');
    put('transcripts/a.md', `**PP1:** ${QUOTE}\n`);
    save('EA', line('aaaaaaaaaa'));
    return { dir, git, stops, put, save, read };
  }

  type Made = Awaited<ReturnType<typeof repository>>;

  /** MB's code is another one on a branch of hers, EA's on the main branch. */
  async function crossed(): Promise<Made> {
    const made = await repository();
    made.git('MB', 'checkout', '--quiet', '-b', 'other');
    made.save('MB', line('aaaaaaaaaa', { code: 'warmth', memo: 'From MB' }));
    made.git('EA', 'checkout', '--quiet', 'main');
    made.save('EA', line('aaaaaaaaaa', { code: 'own-story' }) + line('bbbbbbbbbb'));
    return made;
  }

  /** Decides all that is in question in the study, as the page would. */
  async function decide({ dir }: Made, choice: MergeChoice | undefined, meanwhile: () => void = () => undefined) {
    const store = new NodeFileStore(dir, () => true);
    const opened = new OpenStudy(vscode.Uri.file(dir), store, systemEnvironment, () => undefined);
    await opened.study.refresh();
    const [git, work] = [await store.git(), await store.work()];
    assert.ok(git && work);
    const made = await work.lastMerge();
    assert.ok(made);
    const requests: ConflictRequest[] = [];
    const done: Action[] = [];
    const conflicts = {
      decide: async (_: OpenStudy, request: ConflictRequest): Promise<Decisions | undefined> => {
        requests.push(request);
        meanwhile();
        return choice === undefined ? undefined : new Deciding(request.files).decided(() => choice);
      },
    };
    const services = {
      conflicts: conflicts as unknown as Conflicts,
      history: { remember: async (_: unknown, action: Action) => void done.push(action) } as unknown as History,
    };
    const names = await sideNames(made, git, 'EA');
    const isSettled = (await settle({ opened, git, work }, names, services)) !== undefined;
    const [request] = requests;
    return { isSettled, names, request, asked: new Deciding(request?.files ?? []), done, work };
  }

  const status = ({ git }: Made): string => git('EA', 'status', '--porcelain');

  it('a merge: both sides are put together, what is in question is decided, and git knows that it is settled', async () => {
    const made = await crossed();
    made.stops('merge', 'other');
    const { isSettled, names, asked, done, work } = await decide(made, 'theirs');
    assert.deepEqual([isSettled, names.ours, names.theirs, names.isSwapped], [true, 'Here (EA)', 'MB', false]);
    assert.deepEqual(
      asked.files.flatMap(({ conflicts }) => conflicts.map(({ aspect }) => aspect)),
      ['code'],
    );
    assert.equal(made.read(CODINGS), line('aaaaaaaaaa', { code: 'warmth', memo: 'From MB' }) + line('bbbbbbbbbb'));
    assert.equal(status(made), `M  ${CODINGS}`);
    assert.deepEqual(
      done.map(({ title, edits }) => [title, edits.length]),
      [['Put two versions together: 1 question decided', 1]],
    );
    assert.equal((await work.finishUnderWay()).underWay, undefined);
    assert.equal(made.git('EA', 'rev-list', '--parents', '-n', '1', 'HEAD').split(' ').length, 3);
  });

  it('a merge that is put off stays as git left it', async () => {
    const made = await crossed();
    made.stops('merge', 'other');
    const [before, files] = [status(made), made.read(CODINGS)];
    assert.equal((await decide(made, undefined)).isSettled, false);
    assert.deepEqual([status(made), made.read(CODINGS)], [before, files]);
  });

  it('a rebase: what is here is one’s own, though git has it the other way round; each version has its questions', async () => {
    const made = await crossed();
    made.save('EA', line('aaaaaaaaaa', { code: 'own-story', memo: 'From EA' }) + line('bbbbbbbbbb'));
    made.stops('rebase', 'other');
    const first = await decide(made, 'ours');
    assert.deepEqual([first.names.isSwapped, first.names.theirs], [true, 'MB']);
    const sides = first.asked.files.flatMap(({ conflicts }) =>
      conflicts.map(({ ours, theirs }) => [ours.text, theirs.text]),
    );
    assert.deepEqual(sides, [['own-story', 'warmth']]);
    assert.equal(made.read(CODINGS), line('aaaaaaaaaa', { code: 'own-story', memo: 'From MB' }) + line('bbbbbbbbbb'));
    assert.equal((await first.work.finishUnderWay()).underWay, 'rebase');
    const second = await decide(made, 'theirs');
    assert.deepEqual(
      second.asked.files.flatMap(({ conflicts }) => conflicts.map(({ aspect }) => aspect)),
      ['memo'],
    );
    assert.equal((await second.work.finishUnderWay()).underWay, undefined);
    assert.equal(made.read(CODINGS), line('aaaaaaaaaa', { code: 'own-story', memo: 'From MB' }) + line('bbbbbbbbbb'));
    assert.equal(status(made), '');
  });

  it('a cherry-pick, a squash and what a stash brings back', async () => {
    for (const [args, prepare] of [
      [['cherry-pick', 'other'], undefined],
      [['merge', '--squash', 'other'], undefined],
      [
        ['stash', 'pop'],
        (made: Made) => {
          made.put(CODINGS, line('aaaaaaaaaa', { code: 'warmth', memo: 'From MB' }) + line('bbbbbbbbbb'));
          made.git('EA', 'stash');
          made.save('EA', line('aaaaaaaaaa', { code: 'home' }) + line('bbbbbbbbbb'));
        },
      ],
    ] as const) {
      const made = await crossed();
      prepare?.(made);
      made.stops(...args);
      const { isSettled, asked, work } = await decide(made, 'theirs');
      assert.deepEqual([isSettled, asked.size], [true, 1], args.join(' '));
      assert.equal(made.read(CODINGS), line('aaaaaaaaaa', { code: 'warmth', memo: 'From MB' }) + line('bbbbbbbbbb'));
      assert.equal(made.git('EA', 'ls-files', '--unmerged'), '');
      if (args[0] !== 'stash') assert.equal((await work.finishUnderWay()).underWay, undefined);
    }
  });

  it('with nothing in question is mended without a word: git saw a conflict where there is none', async () => {
    const made = await repository();
    made.git('MB', 'checkout', '--quiet', '-b', 'other');
    made.save('MB', line('aaaaaaaaaa') + line('cccccccccc'));
    made.git('EA', 'checkout', '--quiet', 'main');
    made.save('EA', line('aaaaaaaaaa') + line('bbbbbbbbbb'));
    made.stops('merge', 'other');
    const { asked, done } = await decide(made, 'ours');
    assert.equal(asked.size, 0);
    assert.equal(made.read(CODINGS), line('aaaaaaaaaa') + line('bbbbbbbbbb') + line('cccccccccc'));
    assert.deepEqual(
      done.map(({ title }) => title),
      ['Put two versions of 1 file together; nothing was in question'],
    );
  });

  it('and that somebody settled by hand stays as it is', async () => {
    const made = await crossed();
    made.stops('merge', 'other');
    const own = line('aaaaaaaaaa', { code: 'own-story', memo: 'From MB' }) + line('bbbbbbbbbb');
    made.put(CODINGS, own);
    const { isSettled, asked } = await decide(made, 'theirs');
    assert.deepEqual([isSettled, asked.size], [true, 0]);
    assert.equal(made.read(CODINGS), own);
    assert.equal(made.git('EA', 'ls-files', '--unmerged'), '');
  });

  it('is not written over where others went on while somebody decided', async () => {
    const made = await crossed();
    made.stops('merge', 'other');
    // What is settled by hand meanwhile, in a third way even, is settled.
    const own = line('aaaaaaaaaa', { code: 'home', memo: 'From MB' }) + line('bbbbbbbbbb');
    await decide(made, 'theirs', () => made.put(CODINGS, own));
    assert.equal(made.read(CODINGS), own);
    const ended = await crossed();
    ended.stops('merge', 'other');
    const end = (): void => void ended.git('EA', 'merge', '--abort');
    await assert.rejects(decide(ended, 'theirs', end), /finished or given up meanwhile/);
    assert.equal(status(ended), '');
  });

  it('is given up: everything is as it was before', async () => {
    const made = await crossed();
    const before = made.read(CODINGS);
    made.stops('merge', 'other');
    const { work } = await decide(made, 'theirs');
    await work.abandonUnderWay();
    assert.equal(made.read(CODINGS), before);
    assert.equal(status(made), '');
  });
});
