import type { Corpus } from '../../corpus/corpus.js';
import { queryFields } from '../../query/builder.js';
import { nameKey } from '../../query/fields/field.js';
import { isOwnField } from '../../query/fields/fields.js';
import type { Axis } from '../matrix.js';
import type { Population } from '../population.js';
import type { ReadAxis } from './axis.js';
import { codeAxis, themeAxis } from './codeAxis.js';
import { participantAxis } from './participantAxis.js';
import { sessionAxis } from './sessionAxis.js';
import { coderAxis, evidenceAxis } from './simpleAxes.js';
import { valueAxis } from './valueAxis.js';
import { DATE } from './values.js';

/** Axes that every study has; all others are columns of `participants.csv` and entries of front matter. */
const OWN = ['code', 'theme', 'coder', 'participant', 'session', 'evidence', DATE] as const;
/** What most studies have; offered first. */
const USUAL = ['role', 'kind'];

/** What a study can be counted by: what every study has, then its own attributes and front matter. In small letters. */
export function axesOf(corpus: Corpus): readonly Axis[] {
  const fields = queryFields(corpus).filter(({ kind, field }) => kind === 'choice' && !isOwnField(field));
  const others = fields.map(({ field }) => field);
  return [...OWN, ...USUAL.filter(name => others.includes(name)), ...others.filter(name => !USUAL.includes(name))];
}

/** Reads what the rows or columns of a matrix are. An axis that a study does not have has none. */
export function axisCalled(name: Axis, corpus: Corpus, { coders, population, withScopeCodes }: AxisContext): ReadAxis {
  switch (nameKey(name)) {
    case 'code':
      return codeAxis(corpus, withScopeCodes);
    case 'theme':
      return themeAxis(corpus, withScopeCodes);
    case 'coder':
      return coderAxis(coders);
    case 'participant':
      return participantAxis(population);
    case 'session':
      return sessionAxis(corpus, population);
    case 'evidence':
      return evidenceAxis();
    default:
      return valueAxis(corpus, population, nameKey(name));
  }
}

/** What the rows and columns are taken from. */
export interface AxisContext {
  /** Whose codings are counted. */
  readonly coders: ReadonlySet<string>;
  readonly population: Population;
  readonly withScopeCodes: boolean;
}
