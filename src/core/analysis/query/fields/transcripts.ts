import { daysAsked, isAmong } from '../dates.js';
import { sessionOf } from './facts.js';
import { nameKey, ofTranscript, type QueryField } from './field.js';

export const SESSION: QueryField = {
  field: 'session',
  label: 'session',
  description: 'From this transcript or session: its name, or the path of the file.',
  kind: 'choice',
  values: corpus => {
    const names = new Map(
      corpus.transcripts.map(transcript => [nameKey(sessionOf(transcript)), sessionOf(transcript)]),
    );
    return [...names.values()].map(value => ({ value, label: value }));
  },
  known: corpus => corpus.transcripts.flatMap(transcript => [sessionOf(transcript), transcript.name, transcript.path]),
  key: nameKey,
  test(value) {
    const key = nameKey(value);
    return ofTranscript(transcript =>
      [sessionOf(transcript), transcript.name, transcript.path].some(name => nameKey(name) === key),
    );
  },
  any: () => () => true,
};

export const DATE: QueryField = {
  field: 'date',
  label: 'date of the session',
  description: 'From a session of this day, month or year, or of a range such as 2026-01..2026-03.',
  kind: 'date',
  values: () => [],
  key: nameKey,
  test(value) {
    const asked = daysAsked(value);
    if (asked === undefined) return () => false;
    return ofTranscript(({ frontMatter }) => isAmong(frontMatter.date, asked));
  },
  any: () => ofTranscript(({ frontMatter }) => frontMatter.date !== undefined),
};

export const CREATED: QueryField = {
  field: 'created',
  label: 'date of coding',
  description: 'Coded on this day, in this month or year, or in a range such as 2026-01..2026-03 (UTC).',
  kind: 'date',
  values: () => [],
  key: nameKey,
  test(value) {
    const asked = daysAsked(value);
    if (asked === undefined) return () => false;
    return ({ coding }) => isAmong(coding.created, asked);
  },
  any: () => excerpt => excerpt.coding.created !== undefined,
};
