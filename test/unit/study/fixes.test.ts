import assert from 'node:assert/strict';
import { applyFix, fixesFor } from '../../../src/core/study/fixes.js';
import { studyProblems } from '../../../src/core/study/problems.js';
import { Study } from '../../../src/core/study/study.js';
import { fixedEnvironment } from '../support/environment.js';
import { MemoryStore } from '../support/memoryStore.js';

const PATH = 'codings/EA/transcripts/pp-01.jsonl';
const good = '{"code": "hope", "quote": "I:", "at": [2, 4], "id": "aaaaaaaaaa"}';

async function open(lines: readonly string[]) {
  const store = new MemoryStore({
    'transcripts/pp-01.md': '**I:** Why?\n',
    'codebook.md': '# Codebook\n\n## Theme {#theme .theme}\n\n### Hope {#hope}\n',
    [PATH]: `${lines.join('\n')}\n`,
  });
  const study = new Study(store, fixedEnvironment());
  await study.refresh();
  return { store, study, problems: () => studyProblems(study), lines: () => store.text(PATH)?.trimEnd().split('\n') };
}

describe('mending a problem', () => {
  it('adds an unknown code to the codebook under the very id the codings use', async () => {
    const { study, store, problems } = await open([
      good,
      good.replace('hope', 'new_idea').replace(/a{10}/, 'bbbbbbbbbb'),
    ]);
    const [problem] = problems();
    assert.equal(problem?.rule, 'unknown-code');
    assert.equal(problem.line, 2);
    assert.deepEqual(await fixesFor(study, problem), ['add-code', 'recode']);
    await applyFix(study, problem, 'add-code');
    assert.match(store.text('codebook.md') ?? '', /^## New idea \{#new_idea\}$/m);
    assert.deepEqual(problems(), []);
  });

  it('recodes the one coding that was reported', async () => {
    const { study, problems, lines } = await open([
      good.replace('hope', 'gone'),
      good.replace('hope', 'gone').replace(/a{10}/, 'bbbbbbbbbb'),
    ]);
    const [, problem] = problems();
    assert.ok(problem);
    await applyFix(study, problem, 'recode', 'hope');
    assert.match(lines()?.[0] ?? '', /gone/);
    assert.match(lines()?.[1] ?? '', /hope/);
  });

  it('says that a theme cannot be used as a code, and offers another code only', async () => {
    const { study, problems } = await open([good.replace('hope', 'theme')]);
    const [problem] = problems();
    assert.ok(problem);
    assert.deepEqual(await fixesFor(study, problem), ['recode']);
  });

  it('gives one of two codings with the same id a new one', async () => {
    const { study, problems, lines } = await open([good, good.replace('[2, 4]', '[2, 3]')]);
    const [problem] = problems();
    assert.equal(problem?.rule, 'duplicate-id');
    assert.deepEqual(await fixesFor(study, problem), ['new-id']);
    await applyFix(study, problem, 'new-id');
    assert.deepEqual(problems(), []);
    assert.equal(lines()?.length, 2);
  });

  it('offers to remove a line that is there twice, letter for letter', async () => {
    const { study, problems, lines } = await open([good, good]);
    const [problem] = problems();
    assert.ok(problem);
    assert.deepEqual(await fixesFor(study, problem), ['remove-copy', 'new-id']);
    await applyFix(study, problem, 'remove-copy');
    assert.deepEqual(lines(), [good]);
  });

  it('repairs a line where that is beyond doubt', async () => {
    const { study, problems, lines } = await open([`${good},`]);
    const [problem] = problems();
    assert.ok(problem);
    assert.deepEqual(await fixesFor(study, problem), ['repair-line', 'set-aside']);
    await applyFix(study, problem, 'repair-line');
    assert.deepEqual(lines(), [good]);
  });

  it('sets a line that nobody can read aside, byte for byte', async () => {
    const { study, store, problems, lines } = await open([good, '{"code": "ho', 'second']);
    for (const expected of ['{"code": "ho\n', '{"code": "ho\nsecond\n']) {
      const [problem] = problems();
      assert.ok(problem);
      await applyFix(study, problem, 'set-aside');
      assert.equal(store.text('codings/EA/transcripts/pp-01.set-aside.txt'), expected);
    }
    assert.deepEqual(lines(), [good]);
  });

  it('offers to take no mark of a merge away, which would be one side’s last trace', async () => {
    const { study, problems } = await open(['<<<<<<< HEAD', good, '=======', good, '>>>>>>> topic']);
    const marks = problems().filter(({ rule }) => rule === 'broken-line');
    assert.equal(marks.length, 3);
    for (const problem of marks) {
      assert.match(problem.remedy, /Choose “Decide…” in VS Code or run `verbatim resolve`/);
      assert.deepEqual(await fixesFor(study, problem), []);
    }
  });

  it('touches nothing where the line is no longer what was reported', async () => {
    const { study, store, problems } = await open([good.replace('hope', 'gone')]);
    const [problem] = problems();
    assert.ok(problem);
    const other = `${good.replace(/a{10}/, 'cccccccccc')}\n`;
    store.put(PATH, other);
    await applyFix(study, problem, 'recode', 'hope');
    assert.equal(store.text(PATH), other);
  });

  it('reports coding lines that lie in nobody’s folder', async () => {
    const { study, store } = await open([good]);
    store.put('codings/EA.jsonl', `${good}\n`);
    await study.refresh();
    assert.deepEqual(
      studyProblems(study).map(({ rule, file }) => [rule, file]),
      [['misplaced-codings', 'codings/EA.jsonl']],
    );
  });
});
