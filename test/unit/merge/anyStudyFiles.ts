import fc from 'fast-check';
import type { FileVersions } from '../../../src/core/merge/merge.js';

type Values = Readonly<Record<string, unknown>>;

const LISTS = [['transcripts/*.md'], ['transcripts/*.md', 'more/*.md'], ['b.md', 'a.md'], []];
const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  title: ['Peers', 'Peers at work', undefined],
  stance: ['reflexive', 'codebook', 7, undefined],
  transcripts: [...LISTS, 'transcripts/*.md', undefined],
  questions: [...LISTS, undefined],
  __proto__x: [null, [{ a: 1 }], undefined],
};

/** What a side does to `verbatim.json`. */
const anyEdits = fc.array(
  fc.record({
    key: fc.nat(9),
    value: fc.nat(9),
    isDeep: fc.boolean(),
    does: fc.constantFrom('set', 'set', 'set', 'turn'),
  }),
  { maxLength: 4 },
);
type Edits = typeof anyEdits extends fc.Arbitrary<infer T> ? T : never;

function edited(values: Values, edits: Edits): Values {
  let now = values;
  for (const { key, value, isDeep, does } of edits) {
    const names = Object.keys(VALUES);
    const name = names[key % names.length] as string;
    const choices = VALUES[name] as readonly unknown[];
    const next = { [name]: choices[value % choices.length] };
    if (does === 'turn') now = Object.fromEntries(Object.entries(now).reverse());
    else now = isDeep ? { ...now, policy: { ...(now.policy as object | undefined), ...next } } : { ...now, ...next };
  }
  return now;
}

/**
 * A `verbatim.json`, indented in one of several ways.
 * @param bases how many bases are known
 * @param mayBreak whether it may be not whole now and then
 */
export function anyStudyFile(bases = 1, mayBreak = true): fc.Arbitrary<FileVersions> {
  const anyStyle = fc.constantFrom('  ', '  ', '\t', '', mayBreak ? 'broken' : '');
  return fc
    .record({
      first: anyEdits,
      ofBases: fc.array(anyEdits, { minLength: bases, maxLength: bases }),
      mine: anyEdits,
      other: anyEdits,
      styles: fc.tuple(anyStyle, anyStyle, anyStyle),
      isAlike: fc.boolean(),
    })
    .map(({ first, ofBases, mine, other, styles, isAlike }) => {
      const root = edited({ title: 'Peers', questions: ['Who?'] }, first);
      const made = bases <= 1 ? ofBases.map(() => root) : ofBases.map(edits => edited(root, edits));
      const text = (values: Values, which: number): string => {
        const style = styles[isAlike ? 0 : which] ?? '';
        const written = JSON.stringify(values, null, style === 'broken' ? '  ' : style);
        return `${style === 'broken' ? written.slice(0, -1) : written}\n`;
      };
      return {
        path: 'verbatim.json',
        bases: made.map(each => text(each, 0)),
        ours: text(edited(made[0] ?? root, mine), 1),
        theirs: text(edited(made.at(-1) ?? root, other), 2),
      };
    });
}
