import { EVIDENCE, evidenceOf } from '../../../coding/evidence.js';
import { compareNames } from '../../../text/compare.js';
import { grouped } from '../../../text/grouped.js';
import { nameKey } from '../../query/fields/field.js';
import { term } from '../questions.js';
import { axisByKey, type ReadAxis } from './axis.js';

/** Who coded. Questions do not tell apart those whose names differ by nothing but letter case and accents, so these are one. */
export function coderAxis(coders: Iterable<string>): ReadAxis {
  const keys = new Map<string, readonly string[]>();
  const headers = [...grouped(coders, nameKey).values()].map(names => {
    const [first = ''] = names.sort(compareNames);
    for (const name of names) keys.set(name, [first]);
    return { key: first, label: names.join(', '), query: term('coder', first) };
  });
  headers.sort((a, b) => compareNames(a.label, b.label));
  return axisByKey({ ...OF_CODINGS, headers }, ({ coder }) => keys.get(coder) ?? []);
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
