import { compareNames } from '../../../text/compare.js';
import type { CorpusExcerpt } from '../../corpus/corpus.js';
import { nameKey } from '../../query/fields/field.js';
import { term } from '../questions.js';
import { axisByKey, type ReadAxis } from './axis.js';

/** Who coded. */
export function coderAxis(counted: readonly CorpusExcerpt[]): ReadAxis {
  const coders = new Map<string, Set<string>>();
  for (const { coder } of counted) coders.set(nameKey(coder), (coders.get(nameKey(coder)) ?? new Set()).add(coder));
  const headers = [...coders].map(([key, names]) => {
    const [first, ...others] = [...names].sort(compareNames) as [string, ...string[]];
    // Questions do not tell apart those whose names differ by nothing but letter case and accents.
    return { key, label: [first, ...others].join(', '), query: term('coder', first) };
  });
  headers.sort((a, b) => compareNames(a.label, b.label));
  return axisByKey({ ...OF_CODINGS, headers }, ({ coder }) => [nameKey(coder)]);
}

/** How excerpts stand to their codes. */
export function evidenceAxis(): ReadAxis {
  const headers = EVIDENCE.map(key => ({
    key,
    label: key === UNMARKED ? 'unmarked' : key,
    query: term('evidence', key),
  }));
  return axisByKey({ ...OF_CODINGS, headers }, ({ coding }) => {
    const { evidence } = coding as { readonly evidence?: unknown };
    return [EVIDENCE.find(key => key === evidence) ?? UNMARKED];
  });
}

const UNMARKED = 'none';
const EVIDENCE = ['supports', 'nuances', 'contradicts', UNMARKED];
const OF_CODINGS = { isOfCodes: false, isOfPersons: false } as const;
