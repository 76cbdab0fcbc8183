import type { Corpus } from '../corpus/corpus.js';
import { factsOf } from './fields/facts.js';
import type { QueryValue } from './fields/field.js';
import { FIELDS, isOwnField } from './fields/fields.js';
import { otherField } from './fields/others.js';

/** Something that can be asked, as a builder offers it. */
export interface OfferedField {
  /** As it is written before the colon. */
  readonly field: string;
  /** What people call it. */
  readonly label: string;
  readonly description: string;
  /** `query`: how an excerpt stands to another one, which is asked for by a question of its own. */
  readonly kind: 'choice' | 'words' | 'date' | 'query';
  /** What there is to choose from; empty for the other kinds. */
  readonly values: readonly QueryValue[];
}

const RELATED: readonly OfferedField[] = [
  { field: 'overlaps', label: 'overlaps', description: 'Shares text with another excerpt.', kind: 'query', values: [] },
  { field: 'within', label: 'lies within', description: 'Lies inside of another excerpt.', kind: 'query', values: [] },
  {
    field: 'near',
    label: 'is near',
    description: 'At most so many turns away from another excerpt.',
    kind: 'query',
    values: [],
  },
  {
    field: 'followed-by',
    label: 'is followed by',
    description: 'Another excerpt begins behind it, at most so many turns later.',
    kind: 'query',
    values: [],
  },
];

/** Everything that can be asked in a study: the fields that all have, its own attributes and front matter, and relations. */
export function queryFields(corpus: Corpus): readonly OfferedField[] {
  const own = [...factsOf(corpus).others]
    .filter(([key]) => !isOwnField(key))
    .map(([, { name }]) => otherField(name.toLowerCase()));
  const fields = [...FIELDS, ...own].map(field => ({
    field: field.field,
    label: field.label,
    description: field.description,
    kind: field.kind,
    values: field.values(corpus),
  }));
  return [...fields, ...RELATED];
}
