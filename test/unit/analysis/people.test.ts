import assert from 'node:assert/strict';
import { compareIds, interviewersOf, namedIn, participantsOf } from '../../../src/core/analysis/people.js';
import { parseParticipants } from '../../../src/core/study/participants.js';
import type { FrontMatter } from '../../../src/core/transcript/transcript.js';

const study = {
  participants: parseParticipants('participant,role,labels\nPP3,peer,Anna\nPP4,peer,B\nPP5,peer,B\nMB,Interviewer,Q\n'),
};
const front = (over: Partial<FrontMatter> = {}): FrontMatter => ({
  participants: [],
  interviewers: [],
  other: {},
  ...over,
});
const told = (over: Partial<FrontMatter>, ...labels: readonly string[]): (string | undefined)[] =>
  labels.map(participantsOf(study, front(over)));

describe('who a label stands for', () => {
  it('is whose id or label it is, as the list of participants spells them', () => {
    assert.deepEqual(told({}, 'pp3', 'ANNA', 'X', 'B', 'MB', 'q'), [
      'PP3',
      'PP3',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is first of all what the transcript says', () => {
    const speakers = [
      { label: 'B', participant: 'pp5' },
      { label: 'Anna', participant: 'PP4' },
      { label: 'C', participant: 'New' },
      { label: 'D', participant: 'MB' },
      { label: 'PP4', participant: 'Anna' },
    ];
    const labels = ['b', 'Anna', 'C', 'New', 'D', 'PP4'];
    assert.deepEqual(told({ speakers }, ...labels), ['PP5', 'PP4', 'New', 'New', undefined, 'PP3']);
  });

  it('is nobody where the person asks, whatever they go by', () => {
    assert.deepEqual(told({ interviewers: ['PP3'], participants: ['PP3'] }, 'PP3', 'Anna'), [undefined, undefined]);
    const asks = interviewersOf(study, front({ interviewers: ['EA'], speakers: [{ label: 'I', participant: 'EA' }] }));
    assert.deepEqual(['EA', 'I', 'Q', 'mb', 'Anna', 'X'].map(asks), [true, true, true, true, false, false]);
  });

  it('is among those whom the front matter names, each once', () => {
    const speakers = [
      { label: 'A', participant: 'PP4' },
      { label: 'I', participant: 'MB' },
    ];
    assert.deepEqual(namedIn(study, front({ participants: ['Anna', 'PP9', 'pp3', 'MB'], speakers })), [
      'PP3',
      'PP9',
      'PP4',
    ]);
  });

  it('is compared as people count', () => {
    assert.deepEqual(['NP11', 'PP1', 'NP2', 'np2'].sort(compareIds), ['np2', 'NP2', 'NP11', 'PP1']);
  });
});
