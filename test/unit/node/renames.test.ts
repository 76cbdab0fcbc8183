import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { codePassage } from '../../../src/core/coding/actions.js';
import { moveTranscripts } from '../../../src/core/renames/moveTranscripts.js';
import { studyProblems } from '../../../src/core/study/problems.js';
import type { Study } from '../../../src/core/study/study.js';
import { openStudy } from '../../../src/node/studies.js';
import { edited, interview } from '../renames/texts.js';

const OLD = 'transcripts/pp-03.md';
const NEW = 'transcripts/Gespräch 3.md';
const TEXT = interview(3);

describe('a transcript that is renamed with git', () => {
  let root: string;
  const git = (...args: string[]): string =>
    execFileSync(
      'git',
      ['-c', 'user.name=EA', '-c', 'user.email=ea@example.org', '-c', 'commit.gpgsign=false', ...args],
      { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    );
  const commit = (): void => {
    git('add', '.');
    git('commit', '--quiet', '--message', 'work');
  };
  const put = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  const code = async (coder: string, transcript: string, start: number, study?: Study): Promise<void> => {
    const opened = study ?? (await openStudy(root));
    const seen = (await opened.transcripts.get(transcript)) ?? assert.fail();
    const passage = { transcript, points: seen.points, base: seen.base, span: { start, end: start + 30 } };
    await codePassage(opened, passage, coder, [{ id: 'hope' }]);
  };
  const move = async (from: string, to: string): Promise<void> =>
    void (await moveTranscripts(await openStudy(root), [{ from, to }]));
  /** Codings of each coder that are shown at a transcript, as a study that is opened now has them. */
  const shown = async (transcript: string, opened?: Study): Promise<Record<string, number>> => {
    const study = opened ?? (await openStudy(root));
    const counts: Record<string, number> = {};
    for (const { coder, codings } of study.index.filesOf(transcript))
      counts[coder] = (counts[coder] ?? 0) + codings.length;
    return counts;
  };

  beforeEach(async () => {
    root = mkdtempSync(path.join(os.tmpdir(), 'verbatim-renames-'));
    put('codebook.md', '# Codebook\n\n## Hope {#hope}\n');
    put(OLD, TEXT);
    put('transcripts/np-01.md', interview(4));
    put('transcripts/np-02.md', interview(5));
    git('init', '--quiet', '--initial-branch', 'main');
    await code('EA', OLD, 30);
    await code('EA', OLD, 400);
    await code('Bo', OLD, 200);
    commit();
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('shows its codings there, back and forth over checkouts, and writes nothing', async () => {
    git('switch', '--quiet', '--create', 'renamed');
    git('mv', OLD, NEW);
    commit();
    const study = await openStudy(root);
    assert.deepEqual(await shown(NEW, study), { EA: 2, Bo: 1 });
    for (const [branch, path] of [
      ['main', OLD],
      ['renamed', NEW],
      ['main', OLD],
    ] as const) {
      git('switch', '--quiet', branch);
      await study.refresh();
      await study.followRenames();
      assert.deepEqual(await shown(path, study), { EA: 2, Bo: 1 });
      assert.deepEqual(await shown(path === OLD ? NEW : OLD, study), {});
    }
    assert.equal(git('status', '--porcelain'), '');
  });

  it('and edited at once is told by its text in git, however little is coded', async () => {
    git('mv', OLD, NEW);
    // Not one coded passage is left as it was.
    put(NEW, edited(TEXT, 4));
    const study = await openStudy(root);
    assert.deepEqual(await shown(NEW, study), {});
    assert.deepEqual(study.renames.offersFor(OLD), [NEW]);
    put(NEW, edited(TEXT, 8));
    assert.deepEqual(await shown(NEW), { EA: 2, Bo: 1 });
  });

  it('has the codings of both sides where one codes under the old path while the other moves it for good', async () => {
    git('switch', '--quiet', '--create', 'bo');
    await code('Bo', OLD, 500);
    await code('Cy', OLD, 600);
    commit();
    git('switch', '--quiet', 'main');
    await move(OLD, NEW);
    await code('EA', NEW, 700);
    commit();
    git('merge', '--quiet', '--no-edit', 'bo');
    assert.equal(git('status', '--porcelain'), '');
    assert.deepEqual(await shown(NEW), { EA: 3, Bo: 2, Cy: 1 });
    await move(OLD, NEW);
    const study = await openStudy(root);
    assert.deepEqual(studyProblems(study), []);
    assert.deepEqual(await shown(NEW, study), { EA: 3, Bo: 2, Cy: 1 });
    assert.ok([...study.index.allFiles()].every(({ path: file }) => file.includes('Gespräch 3')));
  });

  it('has the codings of both sides where a coder has codings under the old path and the new one', async () => {
    git('switch', '--quiet', '--create', 'laptop');
    git('mv', OLD, NEW);
    const files = 'codings/Cy/transcripts';
    await code('Cy', NEW, 100);
    commit();
    git('switch', '--quiet', 'main');
    await code('Cy', OLD, 300);
    commit();
    git('merge', '--quiet', '--no-edit', 'laptop');
    const study = await openStudy(root);
    assert.deepEqual(await shown(NEW, study), { EA: 2, Bo: 1, Cy: 2 });
    assert.deepEqual(
      study.index
        .filesOf(NEW)
        .flatMap(({ coder, path: file }) => (coder === 'Cy' ? [file] : []))
        .sort(),
      [`${files}/Gespräch 3.jsonl`, `${files}/pp-03.jsonl`],
    );
    await move(OLD, NEW);
    assert.deepEqual(await shown(NEW), { EA: 2, Bo: 1, Cy: 2 });
    assert.equal(readFileSync(path.join(root, files, 'Gespräch 3.jsonl'), 'utf8').split('\n').length, 3);
  });
});
