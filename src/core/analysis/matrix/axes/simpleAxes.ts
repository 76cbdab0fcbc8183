import { EVIDENCE, evidenceOf } from '../../../coding/evidence.js';
import { compareNames } from '../../../text/compare.js';
import type { CorpusExcerpt } from '../../corpus/corpus.js';
import { nameKey } from '../../query/fields/field.js';
import { term } from '../questions.js';
import { axisByKey, type ReadAxis } from './axis.js';

/** Who coded. Questions do not tell apart those whose names differ by nothing but letter case and accents, so these are one. */
export function coderAxis(counted: readonly CorpusExcerpt[]): ReadAxis {
  const spellings = new Map<string, Set<string>>();
  for (const { coder } of counted)
    spellings.set(nameKey(coder), (spellings.get(nameKey(coder)) ?? new Set()).add(coder));
  const names = new Map([...spellings].map(([key, of]) => [key, [...of].sort(compareNames)]));
  const headers = [...names.values()].map(of => {
    const [first = ''] = of;
    return { key: first, label: of.join(', '), query: term('coder', first) };
  });
  headers.sort((a, b) => compareNames(a.label, b.label));
  return axisByKey({ ...OF_CODINGS, headers }, ({ coder }) => names.get(nameKey(coder))?.slice(0, 1) ?? []);
}

/** How excerpts stand to their codes. */
export function evidenceAxis(): ReadAxis {
  const headers = [...EVIDENCE, UNMARKED].map(key => ({
    key,
    label: key === UNMARKED ? 'unmarked' : key,
    query: term('evidence', key),
  }));
  return axisByKey({ ...OF_CODINGS, headers }, ({ coding }) => [evidenceOf(coding) ?? UNMARKED]);
}

const UNMARKED = 'none';
const OF_CODINGS = { isOfCodes: false, isOfPersons: false } as const;
