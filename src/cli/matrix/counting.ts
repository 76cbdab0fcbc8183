import type { Corpus } from '../../core/analysis/corpus/corpus.js';
import { understand } from '../../core/analysis/query/ask.js';
import type { Query } from '../../core/analysis/query/query.js';
import type { Disclosure } from '../../core/study/disclosure.js';
import type { Arguments, Option } from '../arguments.js';
import { refuseHeldBack } from '../disclosure.js';
import { didYouMean, nearest } from '../near.js';
import { refusalOf } from '../query/question.js';
import { Refusal } from '../refusal.js';

/** Options of verbs that print tables. */
export const TABLES: Readonly<Record<string, Option>> = {
  csv: { help: 'Print CSV (RFC 4180, UTF-8).' },
  md: { help: 'Print a Markdown document.' },
};

/** Options of verbs that count excerpts. */
export const COUNTING: Readonly<Record<string, Option>> = {
  query: { value: 'QUESTION', help: 'Only excerpts that answer this question; see verbatim query.' },
  'in-scope': { help: 'Only excerpts that share text with what is in scope.' },
  ...TABLES,
};

/** Which excerpts are to be counted. @throws Refusal where the question is not understood */
export function countingIn(
  args: Arguments,
  corpus: Corpus,
  policy?: Disclosure,
): { readonly query?: Query; readonly inScope: boolean } {
  const inScope = args.has('in-scope');
  const text = args.one('query');
  if (text === undefined) return { inScope };
  refuseHeldBack(text, policy);
  const { query, problems } = understand(text, corpus);
  if (query === undefined) throw refusalOf({ text }, problems);
  return { query, inScope };
}

/** The value of an option that is one of a few. @throws Refusal where it is none of them */
export function oneOf<T extends string>(args: Arguments, option: string, known: readonly [T, ...T[]]): T {
  const value = args.one(option);
  if (value === undefined) return known[0];
  const found = known.find(each => each === value.toLowerCase());
  if (found !== undefined) return found;
  throw new Refusal(
    'arguments',
    `--${option} ${value} is not known.`,
    didYouMean(nearest(value, known), `Write one of ${known.join(', ')}.`),
  );
}
