import assert from 'node:assert/strict';
import { compareStates } from '../../../src/core/review/compare.js';
import { StudyState } from '../../../src/core/review/studyState.js';
import { A, B, C, coded, EA, lines, MB, study } from './support/corner.js';
import { type Files, snapshotOf } from './support/snapshot.js';

describe('the work of comparing', () => {
  it('reads nothing of what is the same', async () => {
    const files = study({
      [EA]: lines(coded('it got better', A)),
      [MB]: lines(coded('first year', B)),
      'memos/a.md': 'x',
    });
    const [one, other] = [snapshotOf(files), snapshotOf({ ...files, [MB]: lines(coded('first year', C)) })];
    await compareStates(new StudyState(one), new StudyState(other));
    const read = new Set([...one.reads, ...other.reads]);
    assert.deepEqual([...read].sort(), ['codebook.md', MB]);
  });

  it('says how far it has come, lets others have their turn, and stops', async () => {
    const many = (memo: string): Files =>
      study(
        Object.fromEntries(
          Array.from({ length: 20 }, (_, i) => [
            `codings/C${i}/transcripts/pp-03.jsonl`,
            lines(coded('it got better', `${i}`.padStart(10, '0'), { memo })),
          ]),
        ),
      );
    const states = (): [StudyState, StudyState] => [
      new StudyState(snapshotOf(many('a'))),
      new StudyState(snapshotOf(many('b'))),
    ];
    const steps: [number, number][] = [];
    let pauses = 0;
    const all = await compareStates(...states(), {
      progress: (done, total) => void steps.push([done, total]),
      pause: async () => void pauses++,
    });
    assert.equal(all.complete, true);
    assert.equal(all.changes.length, 20);
    assert.deepEqual(steps.at(-1), [40, 40]);
    assert.ok(steps.every(([done, total], i) => done === i + 1 && done <= total));
    assert.ok(pauses >= 40, `${pauses}`);
    const cancellation = { cancelled: false };
    const stopped = await compareStates(...states(), {
      cancellation,
      progress: done => {
        cancellation.cancelled = done === 5;
      },
    });
    assert.deepEqual([stopped.complete, stopped.changes], [false, []]);
  });
});
