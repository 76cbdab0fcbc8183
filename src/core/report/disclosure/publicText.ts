import type { CorpusExcerpt, CorpusTranscript } from '../../analysis/corpus/corpus.js';
import { overlaps, type Span } from '../../text/span.js';
import { escapeRegExp } from './escapeRegExp.js';

/**
 * The words of an excerpt that has a certain place, with the labels in them replaced: where another turn begins inside, its speaker is named.
 * @param labelOf what a label is called outside
 * @param renamed puts public names in the place of those of the study, wherever they stand
 */
export function excerptText(
  { text, turns, transcript }: Pick<CorpusExcerpt, 'text' | 'turns' | 'transcript'>,
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

/** The same for any stretch of a transcript. @param text its words as a reader sees them */
export function passageText(
  text: string,
  transcript: CorpusTranscript,
  span: Span,
  labelOf: (label: string) => string,
  renamed: (text: string) => string,
): string {
  const isIn = ({ body }: CorpusTranscript['turns'][number]): boolean => overlaps(body, span);
  const turns = { first: transcript.turns.findIndex(isIn), last: transcript.turns.findLastIndex(isIn) };
  return excerptText({ text, transcript, ...(turns.first === -1 ? {} : { turns }) }, labelOf, renamed);
}

const flat = (label: string): string => label.replace(/\s+/g, ' ').trim();
