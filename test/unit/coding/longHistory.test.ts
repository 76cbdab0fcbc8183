import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ChangeRefused } from '../../../src/core/codebook/change.js';
import { codePassages, type Done, removeCodingsById } from '../../../src/core/coding/actions.js';
import { baseOf } from '../../../src/core/coding/blobId.js';
import { moveCodings, setMemo } from '../../../src/core/coding/change.js';
import { EMPTY_HISTORY, type HistoryState, record, redo, undo } from '../../../src/core/coding/history.js';
import { recodeTo } from '../../../src/core/coding/recode.js';
import { changeCodebookOf } from '../../../src/core/study/changeCodebook.js';
import { deleteEntries } from '../../../src/core/study/deleteEntries.js';
import { Study } from '../../../src/core/study/study.js';
import { CodePoints } from '../../../src/core/text/codePoints.js';
import { encodeUtf8 } from '../../../src/core/text/utf8.js';
import { extend, shrink, trimToWords } from '../../../src/core/transcript/units.js';
import { anyDraw, changeFrom, type Draw } from '../codebook/randomChanges.js';
import { fixedEnvironment } from '../support/environment.js';
import { MemoryStore } from '../support/memoryStore.js';

const ACTIONS = 500;
const CODERS = ['EA', 'MB'];
const TEXTS = [0, 1].map(which =>
  Array.from(
    { length: 12 },
    (_, i) => `**${i % 2 ? 'PP1' : 'I'}:** Turn ${i} of talk ${which}. It went on; nobody asked why.\n`,
  ).join('\n'),
);

/** What a random action is made from: numbers that choose among what there is by then. */
interface Step {
  readonly kind: number;
  readonly a: number;
  readonly b: number;
  readonly draw: Draw;
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  kind: fc.nat(99),
  a: fc.nat(10_000),
  b: fc.nat(10_000),
  draw: anyDraw,
});

class Session {
  readonly store = new MemoryStore({
    ...Object.fromEntries(TEXTS.map((text, i) => [`transcripts/t${i}.md`, text])),
    'codebook.md':
      '# Codebook\n\n## Influence {#influence .theme}\n\n### Hope\n\nGetting better.\n\n## Trust {#trust}\n',
  });
  readonly study = new Study(this.store, fixedEnvironment());

  /** Every file of the study, byte for byte. */
  async snapshot(): Promise<string> {
    const files = await this.store.list();
    return JSON.stringify(files.map(({ path }) => [path, this.store.text(path)]).sort());
  }

  async act({ kind, a, b, draw }: Step): Promise<Done> {
    const { study } = this;
    const which = a % TEXTS.length;
    const text = TEXTS[which] as string;
    const path = `transcripts/t${which}.md`;
    const points = new CodePoints(text);
    const seen = { transcript: path, points, base: baseOf(encodeUtf8(text)) };
    const start = b % (points.length - 1);
    const span = trimToWords(study.transcripts.parse(text, path), { start, end: Math.min(points.length, start + 30) });
    const codes = study.codebook.entries.filter(entry => entry.kind === 'code');
    const code = codes[a % Math.max(1, codes.length)];
    const files = [...study.index.allFiles()];
    const ids = files.flatMap(file => file.codings.map(({ id }) => id)).sort();
    const id = ids[b % Math.max(1, ids.length)];
    const choices = code === undefined || kind % 5 === 0 ? [{ title: `Code ${a % 40}` }] : [{ id: code.id }];
    if (kind < 45 || id === undefined) {
      if (span.start >= span.end) return { codings: [], edits: [] };
      return codePassages(study, seen, CODERS[b % 2] as string, [{ span, choices }]);
    }
    if (kind < 55) return recodeTo(study, [id], choices);
    if (kind < 65) return removeCodingsById(study, kind % 2 ? [id] : ids.slice(0, 3));
    if (kind < 72) return setMemo(study, id, a % 3 ? `Note ${a}` : '');
    if (kind < 85) {
      const found = study.index.find(id);
      const at = found?.coding.at ?? [0, 0];
      const transcript = study.transcripts.parse(
        TEXTS[Number(/t(\d)/.exec(found?.file.transcript ?? '')?.[1])] ?? '',
        '',
      );
      const passage = { start: at[0], end: at[1] };
      const next = kind % 2 ? extend(transcript, passage) : shrink(transcript, passage, at[0] + (a % 9));
      if (found === undefined || next === undefined) return { codings: [], edits: [] };
      return moveCodings(study, { ...seen, points: transcript.points }, new Map([[id, next.span]]));
    }
    if (kind < 88 && code !== undefined) {
      const { edits } = await deleteEntries(study, { entries: [code.id], contents: 'keep', codings: { do: 'remove' } });
      return { codings: [], edits };
    }
    const { edits } = await changeCodebookOf(study, changeFrom(study.codebook, draw));
    return { codings: [], edits };
  }
}

describe('a long session of coding', () => {
  it(`undoes and redoes ${ACTIONS} random actions of every kind, whatever file they touch, byte for byte`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyStep, { minLength: ACTIONS, maxLength: ACTIONS }),
        fc.array(fc.nat(19), { minLength: ACTIONS, maxLength: ACTIONS }),
        async (steps, detours) => {
          const session = new Session();
          await session.study.refresh();
          let history: HistoryState = EMPTY_HISTORY;
          // What the files were after each number of actions that are in force.
          const states = [await session.snapshot()];
          const go = async (way: typeof undo, times: number): Promise<void> => {
            for (let i = 0; i < times; i++) {
              // As a reload of the window would leave it.
              history = JSON.parse(JSON.stringify(history)) as HistoryState;
              history = (await way(session.study, history))?.history ?? history;
              assert.equal(await session.snapshot(), states[history.done.length]);
            }
          };
          for (const [i, step] of steps.entries()) {
            let done: Done;
            try {
              done = await session.act(step);
            } catch (error) {
              if (!(error instanceof ChangeRefused)) throw error;
              assert.equal(await session.snapshot(), states[history.done.length]);
              continue;
            }
            if (done.edits.every(({ edits }) => edits.length === 0)) continue;
            history = record(history, { title: String(i), edits: done.edits });
            states.length = history.done.length;
            states.push(await session.snapshot());
            const detour = detours[i] as number;
            if (detour > 16) await go(undo, detour - 16);
            if (detour > 17) await go(redo, detour - 17);
          }
          const { length } = history.done;
          const last = await session.snapshot();
          assert.ok(length > ACTIONS / 5);
          await go(undo, length);
          assert.equal(await session.snapshot(), states[0]);
          await go(redo, length);
          assert.equal(await session.snapshot(), last);
        },
      ),
      {
        numRuns: 2 * Number(process.env.THOROUGH ?? 1),
        // Making a session of hundreds of actions smaller would take hours, and naming them fills the screen.
        endOnFailure: true,
        reporter: ({ failed, seed, errorInstance }) => {
          if (failed) throw new Error(`VERBATIM_SEED=${seed}: ${(errorInstance as Error | undefined)?.stack}`);
        },
      },
    );
  }).timeout(120_000);
});
