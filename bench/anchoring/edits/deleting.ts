import { below } from '../../random.js';
import { type Characters, instead, isLetter, rewrite, textOf } from '../characters.js';
import { type Block, type Document, mapParagraphs } from '../document.js';
import type { Edit } from './edit.js';
import { sentenceStarts } from './turns.js';

/** Sentences, paragraphs and turns taken out, all over the transcript. */
export const passagesDeleted: Edit = {
  name: 'passages deleted',
  apply: (document, random) => {
    const share = 0.02 + random() * 0.06;
    const cut = mapParagraphs(document, paragraph => withoutSentences(paragraph, share, random));
    return { ...cut, blocks: withoutTurns(cut, share, random).map(block => withoutParagraph(block, share, random)) };
  },
};

function withoutSentences(paragraph: Characters, share: number, random: () => number): Characters {
  const starts = [0, ...sentenceStarts(paragraph)];
  if (starts.length < 2 || random() > share * 4) return paragraph;
  const from = below(random, starts.length);
  const to = from + 1 + below(random, 3);
  if (from === 0 && to >= starts.length) return paragraph;
  const isLast = to >= starts.length;
  // With the last sentence goes the white space before it.
  let start = starts[from] ?? 0;
  if (isLast) while (/\s/.test(paragraph[start - 1]?.char ?? '')) start--;
  const end = starts[to] ?? paragraph.length;
  return [...paragraph.slice(0, start), ...paragraph.slice(end)];
}

function withoutTurns({ blocks }: Document, share: number, random: () => number): readonly Block[] {
  let result = blocks;
  for (let i = 1; i < result.length; i++) {
    if (random() > share) continue;
    const end = Math.min(result.length, i + 1 + below(random, 3));
    const isSpeech = result.slice(i, end).every(({ kind }) => kind === 'turn');
    if (isSpeech) result = result.toSpliced(i, end - i);
  }
  return result;
}

function withoutParagraph(block: Block, share: number, random: () => number): Block {
  const { paragraphs } = block;
  if (paragraphs.length < 2 || random() > share * 2) return block;
  return { ...block, paragraphs: paragraphs.toSpliced(below(random, paragraphs.length), 1) };
}

/** What people say while they think, taken out everywhere. */
export const fillersRemoved: Edit = {
  name: 'fillers removed',
  apply: document => {
    const { fillers, pause } = document.language;
    const one = `(?:${fillers.join('|')})${pause.trimEnd()}\\s*`;
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])(?:${one})+`, 'giu');
    return mapParagraphs(document, paragraph => {
      let result = rewrite(paragraph, pattern, found => (found.length === paragraph.length ? found : []));
      // What was the second word is the first one now.
      if (result.length < paragraph.length) result = rewrite(result, /^\p{Ll}/gu, found => upper(found));
      return result;
    });
  },
};

function upper(found: Characters): Characters {
  const text = textOf(found).toUpperCase();
  return isLetter(text) && [...text].length === 1 ? instead(found, text) : found;
}
