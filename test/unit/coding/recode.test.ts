import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ChangeRefused } from '../../../src/core/codebook/change.js';
import type { Coding } from '../../../src/core/coding/coding.js';
import { parseCodingFile } from '../../../src/core/coding/file.js';
import { EMPTY_HISTORY, record, redo, undo } from '../../../src/core/coding/history.js';
import { formatCodingLine } from '../../../src/core/coding/line.js';
import { recodeCodings } from '../../../src/core/coding/recode.js';
import { BrokenOff } from '../../../src/core/study/allOrNothing.js';
import { Study } from '../../../src/core/study/study.js';
import { decodeUtf8 } from '../../../src/core/text/utf8.js';
import { anyFile, rawLines } from '../support/byteFiles.js';
import { coding } from '../support/coding.js';
import { fixedEnvironment } from '../support/environment.js';
import { MemoryStore } from '../support/memoryStore.js';

const CODEBOOK = [
  '# Codebook',
  '',
  '## Influence {#influence .theme}',
  '',
  '### Hope {#hope formerly="optimism"}',
  '',
  '### Being heard',
  '',
  '### Trust {#trust}',
  '',
].join('\n');
const EA = 'codings/EA/transcripts/pp-03.jsonl';
const BO = 'codings/Bo/transcripts/pp-03.jsonl';
const CY = 'codings/Cy/transcripts/pp-04.jsonl';

const lines = (...codings: readonly Coding[]): string => codings.map(one => `${formatCodingLine(one)}\n`).join('');

async function opened(files: Readonly<Record<string, string | Uint8Array>>) {
  const store = new MemoryStore();
  for (const [path, content] of Object.entries({ 'codebook.md': CODEBOOK, ...files })) store.put(path, content);
  const study = new Study(store, fixedEnvironment());
  await study.refresh();
  return { store, study };
}

const read = (store: MemoryStore, path: string): readonly Coding[] =>
  parseCodingFile(store.text(path) ?? '', { path, coder: '', transcript: '' }).codings;

describe('recoding', () => {
  it('changes the code and nothing else on the line', async () => {
    const line =
      '{"code": "hope", "quote": "it got better", "at": [10, 23], "x-tool": [1, {"a": null}], "id": "aaaaaaaaaa"}';
    const { store, study } = await opened({ [EA]: `${line}\r\nbroken\r\n${lines(coding({ id: 'cccccccccc' }))}` });
    const { codings } = await recodeCodings(study, new Map([['aaaaaaaaaa', ['trust']]]));
    assert.equal(
      store.text(EA),
      `${line.replace('hope', 'trust')}\r\nbroken\r\n${lines(coding({ id: 'cccccccccc' }))}`,
    );
    assert.deepEqual(
      codings.map(({ id, code }) => [id, code]),
      [['aaaaaaaaaa', 'trust']],
    );
    assert.deepEqual([study.index.count('trust'), study.index.count('hope')], [1, 1]);
  });

  it('makes a coding of the same passage for each further code, beside the first', async () => {
    const old = coding({ id: 'aaaaaaaaaa', created: '2025-01-01T00:00:00Z', memo: 'why' });
    const { store, study } = await opened({ [EA]: lines(old) });
    const { codings } = await recodeCodings(study, new Map([['aaaaaaaaaa', ['hope', 'trust']]]));
    const [made] = codings;
    assert.equal(codings.length, 1);
    assert.match(made?.id ?? '', /^[0-9a-z]{10}$/);
    assert.deepEqual(made, { ...old, code: 'trust', created: '2026-03-02T10:03:11Z', id: made?.id });
    assert.deepEqual(
      read(store, EA)
        .map(({ id, code }) => `${id} ${code}`)
        .sort(),
      ['aaaaaaaaaa hope', `${made?.id} trust`].sort(),
    );
    const keys = ['code', 'quote', 'at', 'context', 'base', 'memo', 'created', 'id'];
    assert.deepEqual(Object.keys(made ?? {}), keys);
  });

  it('gives a passage no code twice that its coder gave it already', async () => {
    const first = coding({ id: 'aaaaaaaaaa' });
    const second = coding({ id: 'bbbbbbbbbb', code: 'trust' });
    const { store, study } = await opened({ [EA]: lines(first, second), [BO]: lines({ ...first, id: 'dddddddddd' }) });
    const both = ['being-heard', 'trust'];
    await recodeCodings(
      study,
      new Map([
        ['aaaaaaaaaa', both],
        ['dddddddddd', both],
      ]),
    );
    assert.deepEqual(
      read(store, EA).map(({ code }) => code),
      ['being-heard', 'trust'],
    );
    assert.deepEqual(
      read(store, BO)
        .map(({ code }) => code)
        .sort(),
      ['being-heard', 'trust'],
    );
  });

  it('leaves a coding that has the code by a former id as it is', async () => {
    const { store, study } = await opened({ [EA]: lines(coding({ id: 'aaaaaaaaaa', code: 'optimism' })) });
    const done = await recodeCodings(study, new Map([['aaaaaaaaaa', ['hope']]]));
    assert.deepEqual([done, store.writtenPaths], [{ codings: [], edits: [] }, []]);
  });

  it('writes the id of a code out before codings use it', async () => {
    const { store, study } = await opened({ [EA]: lines(coding({ id: 'aaaaaaaaaa' })) });
    const { edits } = await recodeCodings(study, new Map([['aaaaaaaaaa', ['being-heard']]]));
    assert.deepEqual(store.writtenPaths, ['codebook.md', EA]);
    assert.deepEqual(
      edits.map(edit => edit.path),
      ['codebook.md', EA],
    );
    assert.equal(store.text('codebook.md'), CODEBOOK.replace('### Being heard', '### Being heard {#being-heard}'));
  });

  it('follows a code that was merged meanwhile into the one it is now', async () => {
    const { store, study } = await opened({ [EA]: lines(coding({ id: 'aaaaaaaaaa', code: 'trust' })) });
    await recodeCodings(study, new Map([['aaaaaaaaaa', ['optimism']]]));
    assert.deepEqual(
      read(store, EA).map(({ code }) => code),
      ['hope'],
    );
  });

  it('refuses a code that is not there, or is a theme, and changes nothing', async () => {
    const { store, study } = await opened({ [EA]: lines(coding({ id: 'aaaaaaaaaa' })) });
    await assert.rejects(recodeCodings(study, new Map([['aaaaaaaaaa', ['being-heard', 'nowhere']]])), ChangeRefused);
    await assert.rejects(recodeCodings(study, new Map([['aaaaaaaaaa', ['influence']]])), /is a theme/);
    assert.deepEqual(store.writtenPaths, []);
  });

  it('passes over codings that are gone, and wishes for nothing', async () => {
    const { store, study } = await opened({ [EA]: lines(coding({ id: 'aaaaaaaaaa' })) });
    const done = await recodeCodings(
      study,
      new Map([
        ['gone000000', ['trust']],
        ['aaaaaaaaaa', []],
      ]),
    );
    assert.deepEqual([done, store.calls.replace], [{ codings: [], edits: [] }, 0]);
  });

  it('means every coding of an id that stands more than once', async () => {
    const twin = coding({ id: 'aaaaaaaaaa' });
    const { store, study } = await opened({ [EA]: lines(twin, twin), [BO]: lines(twin) });
    await recodeCodings(study, new Map([['aaaaaaaaaa', ['trust', 'hope']]]));
    assert.deepEqual(
      read(store, EA)
        .map(({ code }) => code)
        .sort(),
      ['hope', 'trust', 'trust'],
    );
    assert.deepEqual(
      read(store, BO)
        .map(({ code }) => code)
        .sort(),
      ['hope', 'trust'],
    );
  });

  it('keeps what a colleague’s program wrote meanwhile', async () => {
    const { store, study } = await opened({ [EA]: lines(coding({ id: 'aaaaaaaaaa' })) });
    const theirs = lines(coding({ id: 'theirs0000', at: [40, 53] }));
    store.beforeReplace = () => store.put(EA, store.text(EA) + theirs);
    const { codings } = await recodeCodings(study, new Map([['aaaaaaaaaa', ['trust', 'hope']]]));
    assert.equal(codings.length, 2);
    assert.deepEqual(
      read(store, EA)
        .map(({ code }) => code)
        .sort(),
      ['hope', 'hope', 'trust'],
    );
    assert.ok(store.text(EA)?.endsWith(theirs));
  });
});

describe('recoding that breaks off', () => {
  const three = {
    [EA]: lines(coding({ id: 'aaaaaaaaaa' })),
    [BO]: lines(coding({ id: 'bbbbbbbbbb' })),
    [CY]: lines(coding({ id: 'cccccccccc' })),
  };
  const wishes = new Map(['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc'].map(id => [id, ['being-heard', 'trust']]));
  const all = (store: MemoryStore) => [EA, BO, CY, 'codebook.md'].map(path => store.text(path));

  for (const failing of [1, 2, 3, 4]) {
    it(`puts everything back when write ${failing} fails`, async () => {
      const { store, study } = await opened(three);
      const before = all(store);
      failAt(store, count => count === failing);
      await assert.rejects(recodeCodings(study, wishes), /disk full/);
      assert.deepEqual(all(store), before);
      assert.deepEqual([study.index.count('hope'), study.index.count('being-heard')], [3, 0]);
    });
  }

  it('says what is left, for undo, where the disk takes nothing back either', async () => {
    const { store, study } = await opened(three);
    const before = all(store);
    failAt(store, count => count >= 4);
    const error = await recodeCodings(study, wishes).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof BrokenOff);
    assert.match(error.message, /disk full.*codings\/EA/);
    store.replace = MemoryStore.prototype.replace;
    await undo(study, record(EMPTY_HISTORY, { title: 'x', edits: error.edits }));
    assert.deepEqual(all(store), before);
  });
});

/** Lets writes fail by their number, from 1. */
function failAt(store: MemoryStore, fails: (count: number) => boolean): void {
  let count = 0;
  store.replace = async (...change) => {
    if (fails(++count)) throw new Error('ENOSPC: disk full');
    return MemoryStore.prototype.replace.apply(store, change);
  };
}

describe('recoding any files', () => {
  const CODES = ['hope', 'trust', 'being-heard', 'optimism'];
  const anyWish = fc.uniqueArray(fc.constantFrom(...CODES), { minLength: 1, maxLength: 3 });

  it('loses nothing, touches no other line, and is taken back and done again byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(anyFile, anyFile, fc.array(fc.option(anyWish), { maxLength: 16 }), async (a, b, wished) => {
        const { store, study } = await opened({ [EA]: a, [CY]: b });
        const files = [EA, CY].map(path => ({
          path,
          bytes: store.bytes(path) as Uint8Array,
          codings: read(store, path),
        }));
        const ids = [...new Set(files.flatMap(file => file.codings.map(({ id }) => id)))];
        const wishes = new Map(ids.flatMap((id, i) => (wished[i] ? [[id, wished[i]] as const] : [])));
        const done = await recodeCodings(study, wishes);
        const now = (code: string): string => study.entry(code)?.id ?? code;
        for (const { path, bytes, codings } of files) {
          const after = read(store, path);
          for (const old of codings) {
            const wish = wishes.get(old.id)?.map(now);
            const next = after.filter(one => one.id === old.id);
            const isKept = wish === undefined || wish[0] === now(old.code);
            const expected = isKept ? old : { ...old, code: wish[0] };
            assert.ok(next.some(one => formatCodingLine(one) === formatCodingLine(expected as Coding)));
            for (const code of wish ?? []) {
              const has = after.some(
                one => now(one.code) === code && one.quote === old.quote && one.at[0] === old.at[0],
              );
              assert.ok(has);
            }
          }
          const made = new Set(done.codings.map(({ id }) => id));
          const others = (content: Uint8Array) =>
            rawLines(content)
              .lines.filter(line => !made.has(idOf(line.text)))
              .map(line => line.text);
          assert.deepEqual(others(store.bytes(path) ?? new Uint8Array()), others(bytes));
        }
        const files2 = () =>
          [EA, CY, 'codebook.md'].map(path => Buffer.from(store.bytes(path) ?? []).toString('latin1'));
        const recoded = files2();
        const undone = await undo(study, record(EMPTY_HISTORY, { title: 'x', edits: done.edits }));
        assert.deepEqual(
          files2().slice(0, 2),
          files.map(file => Buffer.from(file.bytes).toString('latin1')),
        );
        assert.equal(store.text('codebook.md'), CODEBOOK);
        if (undone !== undefined) await redo(study, undone.history);
        assert.deepEqual(files2(), recoded);
      }),
    );
  });
});

/** Id of the coding on a line of bytes; the line itself where it is none. */
function idOf(line: string): string {
  const bytes = Buffer.from(line, 'latin1');
  return parseCodingFile(decodeUtf8(bytes), { path: '', coder: '', transcript: '' }).codings[0]?.id ?? line;
}
