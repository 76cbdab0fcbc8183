import assert from 'node:assert/strict';
import fc from 'fast-check';
import { codePassage, removeCodingsById } from '../../../src/core/coding/actions.js';
import { moveCodings } from '../../../src/core/coding/change.js';
import { EMPTY_HISTORY, type HistoryState, record, redo, undo } from '../../../src/core/coding/history.js';
import { Study } from '../../../src/core/study/study.js';
import { CodePoints } from '../../../src/core/text/codePoints.js';
import { EditConflict } from '../../../src/core/text/lineEdit.js';
import { fixedEnvironment } from '../support/environment.js';
import { MemoryStore } from '../support/memoryStore.js';

const TEXT = '**I:** Why?\n\n**PP1:** Because I was there before, and it helped.\n';
const points = new CodePoints(TEXT);
const PATH = 'codings/EA/transcripts/pp-01.jsonl';

async function open(): Promise<{ store: MemoryStore; study: Study }> {
  const store = new MemoryStore({ 'transcripts/pp-01.md': TEXT, 'codebook.md': '# Codebook\n\n## Hope {#hope}\n' });
  const study = new Study(store, fixedEnvironment());
  await study.refresh();
  return { store, study };
}

/** Codes the characters from `start` on; a title makes a new code. */
async function code(study: Study, start: number, choice: { id: string } | { title: string }) {
  const span = { start, end: start + 4 };
  const passage = { transcript: 'transcripts/pp-01.md', points, base: '000000000000', span };
  return codePassage(study, passage, 'EA', [choice]);
}

const snapshot = (store: MemoryStore): string => JSON.stringify([store.text(PATH), store.text('codebook.md')]);

describe('undo', () => {
  it('takes a coding and the code it made back in one step, and redo brings both again', async () => {
    const { store, study } = await open();
    const before = snapshot(store);
    const done = await code(study, 20, { title: 'Been there' });
    const after = snapshot(store);
    const undone = await undo(study, record(EMPTY_HISTORY, { title: 'x', edits: done.edits }));
    assert.equal(snapshot(store), before);
    assert.equal(study.index.size, 0);
    assert.ok(undone);
    await redo(study, undone.history);
    assert.equal(snapshot(store), after);
  });

  it('finds its lines where somebody else added some, and leaves theirs', async () => {
    const { store, study } = await open();
    const done = await code(study, 20, { id: 'hope' });
    const mine = store.text(PATH) ?? '';
    const theirs = '{"code": "hope", "quote": "I:", "at": [2, 4], "id": "zzzzzzzzzz"}\n';
    store.put(PATH, theirs + mine);
    await study.refresh();
    await undo(study, record(EMPTY_HISTORY, { title: 'x', edits: done.edits }));
    assert.equal(store.text(PATH), theirs);
  });

  it('changes nothing where somebody else changed the same line', async () => {
    const { store, study } = await open();
    const done = await code(study, 20, { title: 'Been there' });
    store.put(PATH, (store.text(PATH) ?? '').replace('been-there', 'hope'));
    const before = snapshot(store);
    const history = record(EMPTY_HISTORY, { title: 'x', edits: done.edits });
    await assert.rejects(undo(study, history), EditConflict);
    assert.equal(snapshot(store), before);
  });

  it('takes actions that join back in one step, and only those that follow each other directly', async () => {
    const { store, study } = await open();
    const before = snapshot(store);
    const joins = { key: 'a', title: 'Both' };
    const first = { title: 'x', edits: (await code(study, 20, { title: 'Been there' })).edits, joins };
    const second = { title: 'y', edits: (await code(study, 30, { id: 'hope' })).edits, joins };
    const after = snapshot(store);
    const history = record(record(EMPTY_HISTORY, first), second);
    assert.deepEqual(
      history.done.map(({ title }) => title),
      ['Both'],
    );
    const undone = await undo(study, history);
    assert.equal(snapshot(store), before);
    assert.equal((await redo(study, undone?.history ?? EMPTY_HISTORY))?.action.title, 'Both');
    assert.equal(snapshot(store), after);
    const apart = [first, { title: 'z', edits: [] }, second].reduce(record, EMPTY_HISTORY);
    assert.equal(apart.done.length, 3);
  });

  it('puts a moved coding back in a file whose lines are in no order', async () => {
    const starts = fc.uniqueArray(fc.integer({ min: 13, max: 50 }), { minLength: 3, maxLength: 7 });
    await fc.assert(
      fc.asyncProperty(starts, fc.nat(6), fc.integer({ min: 13, max: 50 }), async (all, which, to) => {
        const { store, study } = await open();
        const line = (start: number, i: number): string =>
          `{"code": "hope", "quote": "${points.slice(start, start + 4)}", "at": [${start}, ${start + 4}], "id": "coding000${i}"}`;
        const lines = all.map(line);
        store.put(PATH, `${lines.join('\n')}\n`);
        await study.refresh();
        const seen = { transcript: 'transcripts/pp-01.md', points, base: '000000000000' };
        const id = `coding000${which % all.length}`;
        fc.pre(!all.includes(to));
        const { edits } = await moveCodings(study, seen, new Map([[id, { start: to, end: to + 4 }]]));
        await undo(study, record(EMPTY_HISTORY, { title: 'x', edits }));
        assert.deepEqual((store.text(PATH) ?? '').trimEnd().split('\n').sort(), [...lines].sort());
      }),
    );
  });

  it('puts codings back that were removed from a file whose lines are in no order, byte for byte', async () => {
    const starts = fc.uniqueArray(fc.integer({ min: 13, max: 50 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(starts, fc.array(fc.nat(7), { minLength: 1, maxLength: 4 }), async (all, which) => {
        const { store, study } = await open();
        const lines = all.map(
          (start, i) => `{"code": "hope", "quote": "hope", "at": [${start}, ${start + 4}], "id": "coding000${i}"}`,
        );
        store.put(PATH, `${lines.join('\n')}\n`);
        await study.refresh();
        const before = snapshot(store);
        let history = EMPTY_HISTORY;
        for (const one of which) {
          const { edits } = await removeCodingsById(
            study,
            [one, one + 1].map(i => `coding000${i % all.length}`),
          );
          if (edits.length > 0) history = record(history, { title: 'x', edits });
        }
        while (history.done.length > 0) history = (await undo(study, history))?.history ?? EMPTY_HISTORY;
        assert.equal(snapshot(store), before);
      }),
      { seed: 3 },
    );
  });

  it('has nothing to do where nothing was done', async () => {
    const { study } = await open();
    assert.equal(await undo(study, EMPTY_HISTORY), undefined);
    assert.equal(await redo(study, EMPTY_HISTORY), undefined);
  });

  it('returns byte for byte through any sequence of coding, removing, undoing and redoing', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('code' as const), start: fc.integer({ min: 12, max: 50 }), fresh: fc.boolean() }),
      fc.record({ kind: fc.constant('remove' as const), which: fc.nat(20) }),
      fc.constantFrom({ kind: 'undo' as const }, { kind: 'redo' as const }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async steps => {
        const { store, study } = await open();
        let history: HistoryState = EMPTY_HISTORY;
        // What the files were after each number of actions that are in force.
        const states = [snapshot(store)];
        let fresh = 0;
        for (const next of steps) {
          if (next.kind === 'undo' || next.kind === 'redo') {
            history = (await (next.kind === 'undo' ? undo : redo)(study, history))?.history ?? history;
          } else {
            const ids = [...study.index.allFiles()].flatMap(file => file.codings.map(({ id }) => id));
            if (next.kind === 'remove' && ids.length === 0) continue;
            const done =
              next.kind === 'remove'
                ? await removeCodingsById(study, [ids[next.which % ids.length] as string])
                : await code(study, next.start, next.fresh ? { title: `Code ${fresh++}` } : { id: 'hope' });
            if (done.edits.every(edit => edit.edits.length === 0)) continue;
            history = record(history, { title: next.kind, edits: done.edits });
            states.length = history.done.length;
            states.push(snapshot(store));
          }
          assert.equal(snapshot(store), states[history.done.length]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
