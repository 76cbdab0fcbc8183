import { CODE, THEME } from './codes.js';
import type { QueryField } from './field.js';
import { EVIDENCE, PHASE, STATE } from './marks.js';
import { otherField } from './others.js';
import { CODER, PARTICIPANT, SPEAKER } from './people.js';
import { MEMO, WORDS } from './texts.js';
import { CREATED, DATE, SESSION } from './transcripts.js';

/** The fields of every study, in the order in which they are offered. */
export const FIELDS: readonly QueryField[] = [
  CODE,
  THEME,
  WORDS,
  PARTICIPANT,
  SPEAKER,
  SESSION,
  CODER,
  EVIDENCE,
  STATE,
  MEMO,
  PHASE,
  DATE,
  CREATED,
];

const byName = new Map(FIELDS.map(field => [field.field, field]));

/** The field that goes by a name; one that is none of ours is a column of `participants.csv` or an entry of front matter. */
export function fieldCalled(name: string): QueryField {
  return byName.get(name.toLowerCase()) ?? otherField(name);
}

/** Whether a field is one of those that every study has. */
export function isOwnField(name: string): boolean {
  return byName.has(name.toLowerCase());
}
