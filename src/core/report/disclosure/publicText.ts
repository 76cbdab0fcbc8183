import type { CorpusExcerpt } from '../../analysis/corpus/corpus.js';
import { escapeRegExp } from './escapeRegExp.js';

/**
 * The words of an excerpt that has a certain place, with the labels in them replaced: where another turn begins inside, its speaker is named.
 * @param labelOf what a label is called outside
 * @param renamed puts public names in the place of those of the study, wherever they stand
 */
export function excerptText(
  { text, turns, transcript }: CorpusExcerpt,
  labelOf: (label: string) => string,
  renamed: (text: string) => string,
): string {
  const between = transcript.turns.slice((turns?.first ?? 0) + 1, (turns?.last ?? -1) + 1);
  const labels = new Map(between.flatMap(({ speaker }) => (speaker === undefined ? [] : [[flat(speaker), speaker]])));
  if (labels.size === 0) return renamed(text);
  const pattern = new RegExp(` — (${[...labels.keys()].map(escapeRegExp).join('|')}): `, 'u');
  // Every second part is a label.
  const parts = text.split(pattern);
  return parts.map((part, i) => (i % 2 === 0 ? renamed(part) : ` — ${labelOf(labels.get(part) ?? part)}: `)).join('');
}

const flat = (label: string): string => label.replace(/\s+/g, ' ').trim();
