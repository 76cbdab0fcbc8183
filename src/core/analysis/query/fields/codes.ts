import type { CodebookEntry } from '../../../codebook/codebook.js';
import type { Corpus } from '../../corpus/corpus.js';
import { factsOf } from './facts.js';
import { nameKey, type QueryField, type QueryValue } from './field.js';

export const CODE: QueryField = {
  field: 'code',
  label: 'code',
  description: 'Tagged with this code or theme, or with one below it. Its id, a former id or its title.',
  kind: 'choice',
  values: corpus => [...valuesOf(corpus), ...factsOf(corpus).strayCodes.map(value => ({ value, label: value }))],
  known: corpus => [...namesOf(corpus.study.codebook.entries), ...factsOf(corpus).strayCodes],
  key: nameKey,
  test(value, corpus) {
    const below = withAllBelow(entriesCalled(value, corpus));
    return excerpt => {
      const entry = corpus.codeOf(excerpt);
      return entry === undefined ? nameKey(excerpt.coding.code) === nameKey(value) : below.has(entry);
    };
  },
  any: () => () => true,
};

export const THEME: QueryField = {
  field: 'theme',
  label: 'theme',
  description: 'Tagged with a code of this theme or of its subthemes.',
  kind: 'choice',
  values: corpus => valuesOf(corpus, isTheme),
  known: corpus => namesOf(corpus.study.codebook.entries.filter(isTheme)),
  key: nameKey,
  test: (value, corpus) => inAny(corpus, entriesCalled(value, corpus, isTheme)),
  any: corpus => inAny(corpus, corpus.study.codebook.entries.filter(isTheme)),
};

const isTheme = ({ kind }: CodebookEntry): boolean => kind === 'theme';

/** The codes and themes that go by a name: the one whose id or former id it is to the letter, else all that are called so, letter case aside. */
export function entriesCalled(
  name: string,
  corpus: Corpus,
  isWanted: (entry: CodebookEntry) => boolean = () => true,
): readonly CodebookEntry[] {
  const { codebook } = corpus.study;
  const entry = codebook.find(name);
  if (entry !== undefined && isWanted(entry)) return [entry];
  const key = nameKey(name);
  return codebook.entries.filter(one => isWanted(one) && [...namesOf([one])].some(own => nameKey(own) === key));
}

function inAny(
  corpus: Corpus,
  entries: readonly CodebookEntry[],
): (excerpt: Parameters<Corpus['codeOf']>[0]) => boolean {
  const below = withAllBelow(entries);
  return excerpt => {
    const entry = corpus.codeOf(excerpt);
    return entry !== undefined && below.has(entry);
  };
}

function withAllBelow(entries: readonly CodebookEntry[]): ReadonlySet<CodebookEntry> {
  const below = new Set(entries);
  // What is added while a set is gone through is gone through as well.
  for (const { children } of below) for (const child of children) below.add(child);
  return below;
}

function valuesOf(corpus: Corpus, isWanted: (entry: CodebookEntry) => boolean = () => true): QueryValue[] {
  return corpus.study.codebook.entries.filter(isWanted).map(({ id, title }) => ({ value: id, label: title }));
}

function* namesOf(entries: Iterable<CodebookEntry>): Generator<string> {
  for (const { id, formerly, title } of entries) yield* [id, ...formerly, title];
}
