import assert from 'node:assert/strict';
import fc from 'fast-check';
import { EMPTY_HISTORY, followMoves, record, redo, undo } from '../../../src/core/coding/history.js';
import { formatCodingLine } from '../../../src/core/coding/line.js';
import { takeBack } from '../../../src/core/coding/takeBack.js';
import { mergeLines } from '../../../src/core/renames/mergeLines.js';
import { filesAlong, moveAlong } from '../../../src/core/renames/moveAlong.js';
import { moveTranscripts } from '../../../src/core/renames/moveTranscripts.js';
import { codingPath, readingPath } from '../../../src/core/study/layout.js';
import type { Study } from '../../../src/core/study/study.js';
import { linesOf } from '../../../src/core/text/lineEdit.js';
import { anyFile } from '../support/byteFiles.js';
import { coding } from '../support/coding.js';
import { MemoryStore } from '../support/memoryStore.js';
import { open } from './support.js';
import { codingsOf, interview } from './texts.js';

const OLD = 'transcripts/pp-03.md';
const NEW = 'interviews/Gespräch 3.markdown';
const MOVE = [{ from: OLD, to: NEW }];
const EA = 'codings/EA/transcripts/pp-03.jsonl';
const MB = 'codings/MB/transcripts/pp-03.jsonl';
const NOTES = 'codings/EA/transcripts/pp-03.reading.ndjson';
const EA_NEW = 'codings/EA/interviews/Gespräch 3.markdown.jsonl';
const MB_NEW = 'codings/MB/interviews/Gespräch 3.markdown.jsonl';
const NOTES_NEW = 'codings/EA/interviews/Gespräch 3.markdown.reading.ndjson';
const TEXT = interview(3);

const files = (): Record<string, string> => ({
  [NEW]: TEXT,
  'transcripts/pp-04.md': interview(4),
  [EA]: codingsOf(TEXT, 'ea'),
  [MB]: codingsOf(TEXT, 'mb', 2),
  [NOTES]: '{"state": "done", "mine": 1}\n',
  'codings/EA/transcripts/pp-04.jsonl': codingsOf(interview(4), 'xx', 2),
});
const line = (id: string, at = 10): string => formatCodingLine(coding({ id, at: [at, at + 13] }));
const all = (store: MemoryStore, paths: readonly string[]): (string | undefined)[] =>
  paths.map(path => store.text(path));

describe('moving the files of coders along with a transcript', () => {
  it('takes those of all coders to where the transcript is mirrored, letter for letter', async () => {
    const { study, store } = await open(files());
    const before = all(store, [EA, MB, NOTES]);
    const done = await moveAlong(study, MOVE);
    assert.deepEqual(all(store, [EA_NEW, MB_NEW, NOTES_NEW]), before);
    assert.deepEqual(all(store, [EA, MB, NOTES]), [undefined, undefined, undefined]);
    assert.deepEqual(done.coders, ['EA', 'MB']);
    assert.equal(study.index.filesOf(NEW).length, 2);
    assert.deepEqual((await moveAlong(study, MOVE)).edits, []);
  });

  it('is one undo and one redo, and what was done before can be undone after it', async () => {
    const { study, store } = await open(files());
    await study.followRenames();
    const before = all(store, [EA, MB, NOTES]);
    const first = await study.update(EA, () => [{ line: 0, remove: [linesOf(before[0])[0] ?? ''], insert: [] }]);
    let history = record(EMPTY_HISTORY, { title: 'Removed', edits: [first.edit] });
    const done = await moveAlong(study, MOVE);
    history = record(history, { title: 'Moved along', edits: done.edits });
    history = (await undo(study, history))?.history ?? assert.fail();
    assert.equal(store.text(EA_NEW), undefined);
    history = (await redo(study, history))?.history ?? assert.fail();
    assert.equal(store.text(EA), undefined);
    history = (await undo(study, history))?.history ?? assert.fail();
    await undo(study, history);
    assert.deepEqual(all(store, [EA, MB, NOTES]), before);
  });

  it('leaves what was done before undoable where the move is not in the history', async () => {
    const { study, store } = await open(files());
    const before = store.text(EA);
    const first = await study.update(EA, () => [{ line: 0, remove: [linesOf(before)[0] ?? ''], insert: [] }]);
    const history = record(EMPTY_HISTORY, { title: 'Removed', edits: [first.edit] });
    const done = await moveAlong(study, MOVE);
    const moved = followMoves(history, new Map(done.files.map(({ from, to }) => [from, to])));
    await undo(study, moved);
    assert.equal(store.text(EA_NEW), before);
  });

  it('cannot be undone where another file has the old path by now, and then changes nothing', async () => {
    const { study, store } = await open(files());
    const { edits } = await moveAlong(study, MOVE);
    store.put(MB, line('other00000'));
    await study.refresh();
    const before = all(store, [EA_NEW, MB_NEW, NOTES_NEW, MB]);
    await assert.rejects(takeBack(study, edits));
    assert.deepEqual(all(store, [EA_NEW, MB_NEW, NOTES_NEW, MB]), before);
  });

  it('is byte for byte, there and back, whatever is in the files', async () => {
    await fc.assert(
      fc.asyncProperty(anyFile, anyFile, async (codings, notes) => {
        const { study, store } = await open({ [NEW]: TEXT });
        store.put(EA, codings);
        store.put(NOTES, notes);
        await study.refresh();
        await moveAlong(study, MOVE);
        assert.deepEqual([store.bytes(EA_NEW), store.bytes(NOTES_NEW)], [codings, notes]);
        await moveAlong(study, [{ from: NEW, to: OLD }]);
        assert.deepEqual([store.bytes(EA), store.bytes(NOTES)], [codings, notes]);
        assert.deepEqual([store.bytes(EA_NEW), store.bytes(NOTES_NEW)], [undefined, undefined]);
      }),
    );
  });

  it('is no loss where only letter case changes on a disk that does not mind it', async () => {
    const store = new MemoryStore(files());
    store.mindsNoCase = true;
    const { study } = await open({}, store);
    const to = 'Transcripts/PP-03.md';
    store.put(NEW, undefined);
    store.put(to, TEXT);
    await study.refresh();
    const before = store.text(EA);
    const { edits } = await moveAlong(study, [{ from: OLD, to }]);
    const listed = (await store.list()).map(({ path }) => path);
    assert.ok(listed.includes('codings/EA/Transcripts/PP-03.jsonl') && !listed.includes(EA));
    assert.equal(store.text('codings/EA/Transcripts/PP-03.jsonl'), before);
    await takeBack(study, edits);
    assert.ok((await store.list()).some(({ path }) => path === EA));
    assert.equal(store.text(EA), before);
  });

  it('does not mix what goes one after the other', async () => {
    const { study, store } = await open(files());
    const [three, four] = [store.text(EA), store.text('codings/EA/transcripts/pp-04.jsonl')];
    await moveAlong(study, [
      { from: OLD, to: 'transcripts/pp-04.md' },
      { from: 'transcripts/pp-04.md', to: 'transcripts/pp-05.md' },
    ]);
    assert.equal(store.text('codings/EA/transcripts/pp-04.jsonl'), three);
    assert.equal(store.text('codings/EA/transcripts/pp-05.jsonl'), four);
  });

  it('puts everything back when the disk refuses in the middle', async () => {
    const { study, store } = await open(files());
    const before = all(store, [EA, MB, NOTES]);
    const move = store.move.bind(store);
    store.move = async (from, to) => {
      if (from === NOTES) throw new Error('disk full');
      return move(from, to);
    };
    await assert.rejects(moveAlong(study, MOVE), /disk full/);
    assert.deepEqual(all(store, [EA, MB, NOTES]), before);
  });
});

describe('merging a file of a coder into one that is there already', () => {
  it('puts each line at its place, doubles none, and keeps two records that contradict each other', async () => {
    const { study, store } = await open({
      [NEW]: TEXT,
      [EA]: `${[line('aaaaaaaaaa', 5), line('same000000', 20), 'broken', line('twice00000', 40)].join('\n')}\n`,
      [EA_NEW]: `${[line('bbbbbbbbbb', 10), line('same000000', 20), line('twice00000', 30)].join('\n')}\n`,
    });
    const before = all(store, [EA, EA_NEW]);
    const { edits } = await moveAlong(study, MOVE);
    assert.deepEqual(linesOf(store.text(EA_NEW)), [
      ...[line('aaaaaaaaaa', 5), line('bbbbbbbbbb', 10), line('same000000', 20)],
      ...[line('twice00000', 30), line('twice00000', 40), 'broken'],
    ]);
    assert.equal(store.text(EA), undefined);
    assert.deepEqual(
      [...study.index.duplicateIds()].map(({ id }) => id),
      ['twice00000'],
    );
    await takeBack(study, edits);
    assert.deepEqual(all(store, [EA, EA_NEW]), before);
  });

  it('keeps what each of two reading files says', async () => {
    const note = '{"quote": "a", "at": [3, 4], "memo": "why?", "id": "note000001"}';
    const { study, store } = await open({
      [NEW]: TEXT,
      [NOTES]: `{"state": "done"}\n${note}\n`,
      [NOTES_NEW]: '{"state": "read"}\n',
    });
    await moveAlong(study, MOVE);
    assert.deepEqual(linesOf(store.text(NOTES_NEW)), ['{"state": "read"}', '{"state": "done"}', note]);
  });

  it('takes along what is written into the old file meanwhile', async () => {
    const { study, store } = await open({
      [NEW]: TEXT,
      [EA]: `${line('aaaaaaaaaa')}\n`,
      [EA_NEW]: `${line('bbbbbbbbbb')}\n`,
    });
    store.beforeReplace = () => store.put(EA, `${line('aaaaaaaaaa')}\n${line('late000000', 50)}\n`);
    await moveAlong(study, MOVE);
    assert.deepEqual(linesOf(store.text(EA_NEW)), [line('aaaaaaaaaa'), line('bbbbbbbbbb'), line('late000000', 50)]);
    assert.equal(store.text(EA), undefined);
  });

  it('leaves lines that are no text where they are, and nothing else', async () => {
    const { study, store } = await open({ [NEW]: TEXT, [EA_NEW]: `${line('bbbbbbbbbb')}\n` });
    store.put(EA, Buffer.concat([Buffer.from(`${line('aaaaaaaaaa')}\n`), Buffer.from([0x7b, 0xff, 0x0a])]));
    await study.refresh();
    await moveAlong(study, MOVE);
    assert.deepEqual(store.bytes(EA), Uint8Array.from([0x7b, 0xff, 0x0a]));
    assert.deepEqual(linesOf(store.text(EA_NEW)), [line('aaaaaaaaaa'), line('bbbbbbbbbb')]);
    assert.equal(filesAlong(study, MOVE).length, 1);
  });

  it('removes a file in which nothing is but blank lines or a byte order mark', async () => {
    for (const content of ['', '\n \n', '\ufeff', '\ufeff\n']) {
      const { study, store } = await open({ [NEW]: TEXT, [EA]: content, [EA_NEW]: `${line('bbbbbbbbbb')}\n` });
      await moveAlong(study, MOVE);
      assert.deepEqual(all(store, [EA, EA_NEW]), [undefined, `${line('bbbbbbbbbb')}\n`]);
    }
  });

  it('never loses a line of either, and once more changes nothing', () => {
    fc.assert(
      fc.property(anyFile, anyFile, (a, b) => {
        const [from, to] = [linesOf(Buffer.from(a).toString()), Buffer.from(b).toString()];
        const lines = linesOf(to);
        const merged = [...lines];
        for (const edit of [...mergeLines(EA, to, from)].reverse())
          merged.splice(edit.line, edit.remove.length, ...edit.insert);
        const wanted = [...from, ...lines].filter(each => each.trim() !== '');
        assert.deepEqual(
          wanted.filter(each => !merged.includes(each)),
          [],
        );
        assert.deepEqual(
          merged.filter(each => each.trim() !== '' && !wanted.includes(each)),
          [],
        );
        assert.deepEqual(mergeLines(EA, merged.join('\n'), from), []);
      }),
    );
  });
});

/** A disk that is gone after so many steps; a move is two of them, as on a real one. */
class MortalStore extends MemoryStore {
  stepsLeft = Number.POSITIVE_INFINITY;

  override async replace(...args: Parameters<MemoryStore['replace']>): Promise<boolean> {
    this.step();
    return super.replace(...args);
  }

  override async move(from: string, to: string): Promise<boolean> {
    const bytes = this.bytes(from);
    if (bytes === undefined || this.bytes(to) !== undefined) return false;
    this.step();
    this.put(to, bytes);
    this.step();
    this.put(from, undefined);
    return true;
  }

  private step(): void {
    if (this.stepsLeft-- <= 0) throw new Error('killed');
  }
}

describe('a move that is killed', () => {
  const start = (): Record<string, string> => {
    const { [NEW]: text = '', ...rest } = files();
    const memo = '# Memo\n\nSee [[pp-03]].\n';
    return { ...rest, [OLD]: text, [MB_NEW]: codingsOf(TEXT, 'there', 2), 'memos/a.md': memo };
  };
  const ids = async (study: Study): Promise<string[]> =>
    [...new Set([...study.index.allFiles()].flatMap(({ codings }) => codings.map(({ id }) => id)))].sort();

  it('at any step has lost nothing, shows everything at the transcript, and is finished by the same call', async () => {
    const whole = await open(start());
    const expectedIds = await ids(whole.study);
    await moveTranscripts(whole.study, MOVE);
    const paths = [NEW, EA_NEW, MB_NEW, NOTES_NEW, 'memos/a.md', OLD, EA, MB, NOTES];
    const expected = all(whole.store, paths);
    let deaths = 0;
    for (let steps = 0; ; steps++) {
      const store = new MortalStore(start());
      const { study } = await open({}, store);
      store.stepsLeft = steps;
      const isDead = await moveTranscripts(study, MOVE).then(
        () => false,
        () => true,
      );
      store.stepsLeft = Number.POSITIVE_INFINITY;
      if (!isDead) break;
      deaths++;
      const again = await open({}, store);
      await again.study.followRenames();
      assert.deepEqual(await ids(again.study), expectedIds);
      const home = again.study.exists(OLD) ? OLD : NEW;
      if (!(again.study.exists(OLD) && again.study.exists(NEW)))
        assert.ok(again.study.index.filesOf(home).some(({ coder }) => coder === 'EA'));
      await moveTranscripts(again.study, MOVE);
      assert.deepEqual(all(store, paths), expected);
    }
    assert.ok(deaths > 8, `${deaths}`);
  });
});

describe('moving a transcript', () => {
  it('takes it and all that belongs to it, and refuses a path that another file has', async () => {
    const { study, store } = await open({ [OLD]: TEXT, [EA]: codingsOf(TEXT, 'ea'), 'transcripts/b.md': 'B' });
    await assert.rejects(
      moveTranscripts(study, [{ from: OLD, to: 'transcripts/b.md' }]),
      /transcripts\/b\.md is there already/,
    );
    assert.deepEqual([store.calls.replace, store.calls.move], [0, 0]);
    const done = await moveTranscripts(study, MOVE);
    assert.deepEqual(all(store, [OLD, NEW, EA]), [undefined, TEXT, undefined]);
    assert.deepEqual(done.transcripts, MOVE);
    await takeBack(study, done.edits);
    assert.deepEqual(all(store, [OLD, NEW]), [TEXT, undefined]);
  });

  it('goes by the paths that mirror a transcript', () => {
    assert.deepEqual([codingPath('EA', NEW), readingPath('EA', NEW), codingPath('EA', OLD)], [EA_NEW, NOTES_NEW, EA]);
  });
});
