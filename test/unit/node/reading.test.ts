import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { notePassages } from '../../../src/core/reading/notes.js';
import { setReadingState, stateOf } from '../../../src/core/reading/setState.js';
import { studyProblems } from '../../../src/core/study/problems.js';
import { openStudy } from '../../../src/node/studies.js';

const ONE = 'transcripts/np-01.md';
const TWO = 'transcripts/np-02.md';
const THREE = 'transcripts/np-03.md';

describe('two branches on which one coder reads', () => {
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
  const mark = async (coder: string, transcript: string, state: 'read' | 'done' | 'unread'): Promise<void> =>
    void (await setReadingState(await openStudy(root), coder, [transcript], state));
  const note = async (coder: string, transcript: string, memo: string): Promise<void> => {
    const study = await openStudy(root);
    const points = (await study.transcripts.text(transcript))?.points ?? assert.fail();
    await notePassages(study, { transcript, points, base: '0'.repeat(12) }, coder, [{ start: 9, end: 13 }], memo);
  };

  beforeEach(() => {
    root = mkdtempSync(path.join(os.tmpdir(), 'verbatim-reading-'));
    mkdirSync(path.join(root, 'transcripts'));
    for (const file of [ONE, TWO, THREE]) writeFileSync(path.join(root, file), '**NP1:** We do what we can.\n');
    git('init', '--quiet', '--initial-branch', 'main');
    commit();
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('merge without a conflict where they are about different transcripts, and where two coders mark the same', async () => {
    await mark('EA', TWO, 'read');
    commit();
    git('switch', '--quiet', '--create', 'laptop');
    await mark('EA', ONE, 'read');
    await note('EA', ONE, 'on the train');
    await mark('Bo', TWO, 'done');
    commit();
    git('switch', '--quiet', 'main');
    await mark('EA', TWO, 'done');
    await mark('EA', THREE, 'read');
    await note('EA', THREE, 'at the desk');
    commit();
    git('merge', '--quiet', '--no-edit', 'laptop');
    assert.equal(git('status', '--porcelain'), '');

    const study = await openStudy(root);
    const states = [ONE, TWO, THREE].map(transcript => stateOf(study, 'EA', transcript));
    assert.deepEqual(states, ['read', 'done', 'read']);
    assert.equal(stateOf(study, 'Bo', TWO), 'done');
    assert.equal([...study.readings.allFiles()].flatMap(({ notes }) => notes).length, 2);
    assert.deepEqual(studyProblems(study), []);
  });

  it('leave a study that is read and says what to mend where git could not merge', async () => {
    const file = 'codings/EA/transcripts/np-01.reading.ndjson';
    const said = (state: string, day: number): string =>
      `{"state": "${state}", "since": "2026-03-0${day}T10:00:00Z"}\n`;
    await mark('EA', ONE, 'read');
    commit();
    git('switch', '--quiet', '--create', 'laptop');
    writeFileSync(path.join(root, file), said('unread', 3));
    commit();
    git('switch', '--quiet', 'main');
    writeFileSync(path.join(root, file), said('done', 5));
    commit();
    assert.throws(() => git('merge', '--quiet', '--no-edit', 'laptop'));
    assert.match(readFileSync(path.join(root, file), 'utf8'), /^<<<<<<< /);

    const study = await openStudy(root);
    assert.equal(stateOf(study, 'EA', ONE), 'done');
    const rules = studyProblems(study).map(({ rule }) => rule);
    assert.deepEqual(rules.filter(rule => rule === 'broken-line').length, 3);
    assert.deepEqual(rules.filter(rule => rule === 'state-twice').length, 1);
  });
});
