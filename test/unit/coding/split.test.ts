import assert from 'node:assert/strict';
import { ChangeRefused } from '../../../src/core/codebook/change.js';
import { removeCodingsById } from '../../../src/core/coding/actions.js';
import { EMPTY_HISTORY, record, redo, undo } from '../../../src/core/coding/history.js';
import { formatCodingLine } from '../../../src/core/coding/line.js';
import { assign, assignAlso, NEW_SORTING, type Sorting, sortOnlyMine } from '../../../src/core/coding/sorting.js';
import { splitCode } from '../../../src/core/coding/split.js';
import { Study } from '../../../src/core/study/study.js';
import { coding } from '../support/coding.js';
import { fixedEnvironment } from '../support/environment.js';
import { MemoryStore } from '../support/memoryStore.js';

const CODEBOOK = `# Codebook

## Influence {#influence .theme}

### Hope {#hope formerly="optimism"}

Things getting better.

### Trust

## Other {#other}
`;
const EA = 'codings/EA/transcripts/pp-03.jsonl';
const BO = 'codings/Bo/transcripts/pp-03.jsonl';
const IDS = ['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc', 'dddddddddd'] as const;
const [A, B, C, D] = IDS;

async function opened() {
  const lines = (ids: readonly string[], code: string) =>
    ids.map((id, i) => `${formatCodingLine(coding({ id, code, at: [i * 20, i * 20 + 13] }))}\n`).join('');
  const store = new MemoryStore({
    'codebook.md': CODEBOOK,
    [EA]: lines([A, B, C], 'hope'),
    [BO]: lines([D], 'optimism'),
  });
  const study = new Study(store, fixedEnvironment());
  await study.refresh();
  const files = () => ['codebook.md', EA, BO].map(path => store.text(path));
  const codes = (id: string) => study.index.find(id)?.coding.code;
  return { store, study, files, codes };
}

const sorting = (targets: readonly string[]): Sorting => ({ ...NEW_SORTING, targets });

describe('splitting a code', () => {
  it('makes new codes in the same theme and gives the excerpts to them, existing ones included', async () => {
    const { study, codes } = await opened();
    let plan = sorting(['Waiting together', 'trust', 'Being there']);
    plan = assignAlso(assign(plan, A, 1), A, 2);
    plan = assign(assign(assign(plan, B, 2), D, 3), C, 0);
    const done = await splitCode(study, 'hope', plan);
    assert.deepEqual(done.codes, ['waiting-together', 'trust', 'being-there']);
    for (const id of ['waiting-together', 'being-there']) assert.equal(study.entry(id)?.parent?.id, 'influence');
    assert.deepEqual(IDS.map(codes), ['waiting-together', 'trust', 'hope', 'being-there']);
    assert.equal(study.entry('trust')?.idWritten, true);
    assert.equal(study.index.count('trust'), 2);
    assert.deepEqual(done.leftOut, []);
  });

  it('is one action: undone and done again byte for byte', async () => {
    const { study, files } = await opened();
    const before = files();
    const plan = assignAlso(assign(assign(sorting(['Waiting', 'Trust']), A, 1), D, 2), D, 0);
    const { edits } = await splitCode(study, 'hope', plan);
    const after = files();
    const undone = await undo(study, record(EMPTY_HISTORY, { title: 'x', edits }));
    assert.deepEqual(files(), before);
    assert.ok(undone);
    await redo(study, undone.history);
    assert.deepEqual(files(), after);
  });

  it('leaves what is not sorted, and a code that keeps its excerpts, as they are', async () => {
    const { study, files } = await opened();
    const before = files();
    await splitCode(study, 'hope', assign(sorting(['Trust']), C, 0));
    assert.deepEqual(files(), before);
  });

  it('leaves out, and names, what was removed or given another code meanwhile', async () => {
    const { study, codes } = await opened();
    let plan = sorting(['Waiting']);
    for (const id of [A, B, C]) plan = assign(plan, id, 1);
    await removeCodingsById(study, [A]);
    await study.update(EA, text => {
      const lines = (text ?? '').split('\n');
      const line = lines.findIndex(one => one.includes(B));
      const old = lines[line] ?? '';
      return [{ line, remove: [old], insert: [old.replace('hope', 'other')] }];
    });
    const done = await splitCode(study, 'hope', plan);
    assert.deepEqual(done.leftOut, [A, B]);
    assert.deepEqual([codes(A), codes(B), codes(C)], [undefined, 'other', 'waiting']);
  });

  it('changes only one’s own lines where that is chosen', async () => {
    const { study, store, codes } = await opened();
    const theirs = store.text(BO);
    let plan = sortOnlyMine(sorting(['Waiting']), true);
    for (const id of [A, D]) plan = assign(plan, id, 1);
    await assert.rejects(splitCode(study, 'hope', plan), ChangeRefused);
    await splitCode(study, 'hope', plan, 'EA');
    assert.deepEqual([codes(A), store.text(BO)], ['waiting', theirs]);
  });

  it('refuses names that are missing, stand twice or mean the code itself, and changes nothing', async () => {
    const { study, store } = await opened();
    const attempts: readonly (readonly [Sorting, RegExp])[] = [
      [assign(sorting(['New', ' ']), A, 2), /Code 2 has no name/],
      [assign(sorting(['Trust', 'TRUST']), A, 2), /named twice/],
      [assign(sorting(['New thing', 'new  thing']), A, 2), /named twice/],
      [assign(sorting(['Hope', 'New']), A, 2), /is the code that is being split/],
      [sorting(['', '']), /no code to sort into/],
    ];
    for (const [plan, message] of attempts) await assert.rejects(splitCode(study, 'hope', plan), message);
    await assert.rejects(splitCode(study, 'nowhere', sorting(['New'])), /no longer in the codebook/);
    assert.deepEqual(store.writtenPaths, []);
  });

  it('takes the new codes back where the codings cannot be written', async () => {
    const { study, store, files } = await opened();
    const before = files();
    let count = 0;
    store.replace = async (...change) => {
      if (++count === 3) throw new Error('ENOSPC: disk full');
      return MemoryStore.prototype.replace.apply(store, change);
    };
    let plan = sorting(['Waiting', 'Being there']);
    for (const id of [A, D]) plan = assign(plan, id, 1);
    await assert.rejects(splitCode(study, 'hope', plan), /disk full/);
    assert.deepEqual(files(), before);
    assert.equal(study.entry('waiting'), undefined);
  });
});
