import { speakerKey } from '../../../transcript/names.js';
import { factsOf } from './facts.js';
import { asValues, nameKey, ofParticipants, onceEach, type QueryField } from './field.js';

export const CODER: QueryField = {
  field: 'coder',
  label: 'coder',
  description: 'Coded by this person.',
  kind: 'choice',
  values: corpus => asValues(factsOf(corpus).coders),
  known: corpus => factsOf(corpus).coders,
  key: nameKey,
  test(value) {
    const key = nameKey(value);
    const isThis = onceEach((coder: string) => nameKey(coder) === key);
    return ({ coder }) => isThis(coder);
  },
  any: () => () => true,
};

export const PARTICIPANT: QueryField = {
  field: 'participant',
  label: 'participant',
  description: 'In which this participant speaks.',
  kind: 'choice',
  values: corpus => asValues(factsOf(corpus).participants),
  known: corpus => factsOf(corpus).participants,
  key: speakerKey,
  test(value) {
    const key = speakerKey(value);
    return ofParticipants(participant => speakerKey(participant) === key);
  },
  any: () => excerpt => excerpt.participants.length > 0,
};

export const SPEAKER: QueryField = {
  field: 'speaker',
  label: 'speaker',
  description: 'In which somebody with this label speaks, interviewers and undeclared people included.',
  kind: 'choice',
  values: corpus => asValues(factsOf(corpus).speakers),
  known: corpus => factsOf(corpus).speakers,
  key: speakerKey,
  test(value) {
    const key = speakerKey(value);
    const isThis = onceEach((speaker: string) => speakerKey(speaker) === key);
    return ({ voices }) => voices.some(({ speaker }) => isThis(speaker));
  },
  any: () => excerpt => excerpt.voices.length > 0,
};
