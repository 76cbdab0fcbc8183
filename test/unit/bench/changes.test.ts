import assert from 'node:assert/strict';
import { withChanges, withRefreshedAnchors, withRewordedPassages } from '../../../bench/changes/edits.js';
import { changesGates } from '../../../bench/changes/main.js';
import { type Coded, codebook, codedTranscripts, stateOf } from '../../../bench/changes/study.js';
import { compareStates } from '../../../src/core/review/compare.js';
import { StudyState } from '../../../src/core/review/studyState.js';
import { summarise } from '../../../src/core/review/summary.js';

describe('the benchmark of coding changes', () => {
  it('makes the changes it says', async () => {
    const transcripts = codedTranscripts(2);
    const before = stateOf(codebook(), transcripts);
    const told = async (after: Coded[]): Promise<string> => {
      const states = [before, stateOf(codebook(), after, [before])].map(state => new StudyState(state));
      return summarise((await compareStates(...(states as [StudyState, StudyState]))).changes);
    };
    assert.equal(
      await told(withChanges(transcripts, 100)),
      '20 codings added, 20 removed, 20 recoded, 20 re-bounded, 20 with another memo',
    );
    assert.equal(await told(withRefreshedAnchors(transcripts, 100)), '100 codings re-anchored; 2 transcripts edited');
    assert.equal(await told(withRewordedPassages(transcripts)), '2 codings re-anchored; 2 transcripts edited');
  });

  it('breaks a gate where the work grows faster than it may, or is not cut into pieces', () => {
    const cost = { changes: 1, all: 10, longest: 0.1, baseline: 5 };
    assert.ok(changesGates(cost, cost, cost, cost).every(({ holds }) => holds));
    const slow = { ...cost, all: 100 };
    assert.deepEqual(changesGates(cost, slow, cost, cost).filter(({ holds }) => !holds).length, 2);
    const inOne = { ...cost, longest: 10 };
    assert.deepEqual(changesGates(cost, inOne, inOne, inOne).filter(({ holds }) => !holds).length, 3);
  });
});
