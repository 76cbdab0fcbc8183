import type { CorpusExcerpt } from '../../corpus/corpus.js';
import { foldedWords, wordsPattern } from '../words.js';
import { nameKey, type QueryField, type Test } from './field.js';

/** Texts as they are searched, folded once: somebody types letter by letter. */
const foldedTexts = new WeakMap<CorpusExcerpt, string>();
const foldedMemos = new WeakMap<CorpusExcerpt, string>();

export const WORDS: QueryField = {
  field: 'words',
  label: 'words',
  description: 'Whose text has these words, in this order; hop* is any word that begins so.',
  kind: 'words',
  values: () => [],
  key: nameKey,
  test: value => matching(value, foldedTexts, ({ text }) => text),
  any: () => excerpt => excerpt.text.trim() !== '',
};

export const MEMO: QueryField = {
  field: 'memo',
  label: 'memo',
  description: 'Whose memo has these words, in this order; * is any memo.',
  kind: 'words',
  values: () => [],
  key: nameKey,
  test: value => matching(value, foldedMemos, memoOf),
  any: () => excerpt => memoOf(excerpt).trim() !== '',
};

const memoOf = ({ coding }: CorpusExcerpt): string => coding.memo ?? '';

function matching(value: string, folded: WeakMap<CorpusExcerpt, string>, textOf: (of: CorpusExcerpt) => string): Test {
  const pattern = wordsPattern(value);
  if (pattern === undefined) return () => false;
  return excerpt => {
    const source = textOf(excerpt);
    if (source === '') return false;
    let text = folded.get(excerpt);
    if (text === undefined) {
      text = foldedWords(source);
      folded.set(excerpt, text);
    }
    return pattern.test(text);
  };
}
