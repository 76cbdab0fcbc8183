import { parseTranscript } from '../transcript/parse.js';
import { runsIn } from '../transcript/search.js';
import type { Transcript } from '../transcript/transcript.js';
import { foldForm, type Words, wordFrom } from './words.js';

/** A stretch of words in a text: first and last (included). */
export interface WordStretch {
  readonly words: Words;
  readonly first: number;
  readonly last: number;
}

/**
 * Whether two stretches say the same: the same words in the same order, in the same case. How they are wrapped and punctuated makes
 * no difference, nor who is named as speaker, nor the times that stand in labels.
 */
export function saysTheSame(one: WordStretch, other: WordStretch): boolean {
  if (sameWords(one, other)) return true;
  // Labels and times matter to passages over several turns, and to those with a time at their end.
  const mayHoldLabels = hasLabels(one) || hasLabels(other);
  return mayHoldLabels && spoken(one) === spoken(other);
}

function sameWords(one: WordStretch, other: WordStretch): boolean {
  const length = one.last - one.first;
  if (other.last - other.first !== length) return false;
  for (let i = 0; i <= length; i++) {
    const [a, b] = [one.first + i, other.first + i];
    if (one.words.keys[a] !== other.words.keys[b]) return false;
    const [x, y] = [written(one.words, a), written(other.words, b)];
    if (x !== y && foldForm(x) !== foldForm(y)) return false;
  }
  return true;
}

function written({ text, starts, ends }: Words, i: number): string {
  return text.slice(starts[i], ends[i]);
}

function hasLabels({ words: { text, starts, ends }, first, last }: WordStretch): boolean {
  return /\n|\d:\d/.test(text.slice(starts[first], ends[last]));
}

const parsed = new WeakMap<Words, Transcript>();

/** Keeps the transcript that words are from, so that it need not be read again. */
export function keepTranscript(words: Words, transcript: Transcript): void {
  parsed.set(words, transcript);
}

/** What is said in a stretch, word by word. */
function spoken({ words, first, last }: WordStretch): string {
  const transcript = parsed.get(words) ?? parseTranscript(words.text, '', new Set());
  parsed.set(words, transcript);
  const { points } = transcript;
  const said: string[] = [];
  const span = {
    start: points.fromUtf16(words.starts[first] as number),
    end: points.fromUtf16(words.ends[last] as number),
  };
  for (const run of runsIn(transcript, span)) {
    const [start, end] = [points.toUtf16(run.span.start), points.toUtf16(run.span.end)];
    for (let i = wordFrom(words, start); i <= last && (words.starts[i] as number) < end; i++) {
      if (i >= first && (words.starts[i] as number) >= start) said.push(foldForm(written(words, i)));
    }
  }
  return said.join(' ');
}
