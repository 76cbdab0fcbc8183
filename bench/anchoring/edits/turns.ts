import { below } from '../../random.js';
import { type Characters, inserted, isLetter, textOf } from '../characters.js';
import type { Block, Document } from '../document.js';
import { labelOf } from '../labels.js';
import type { Edit } from './edit.js';

/** A turn is split where a sentence ends; shorter ones are left whole. */
const SHORTEST_SPLIT = 80;

/** Some long turns split in two, by a listener’s word in between or by a label alone. */
export const turnsSplit: Edit = {
  name: 'turns split',
  apply: (document, random) => {
    const share = 0.05 + random() * 0.1;
    const blocks = document.blocks.flatMap(block =>
      block.kind === 'turn' && random() < share ? split(block, document, random) : [block],
    );
    return { ...document, blocks };
  },
};

function split(block: Block, document: Document, random: () => number): readonly Block[] {
  const which = below(random, block.paragraphs.length);
  const paragraph = block.paragraphs[which] ?? [];
  const ends = sentenceStarts(paragraph);
  const at = ends[below(random, ends.length)];
  if (paragraph.length < SHORTEST_SPLIT || at === undefined) return [block];
  const { speaker = 1, seconds = 0 } = block;
  const label = (who: number) => labelOf(document.style, document.speakers[who] ?? '', seconds);
  const first = [...block.paragraphs.slice(0, which), trimmed(paragraph.slice(0, at))];
  const second = [trimmed(paragraph.slice(at)), ...block.paragraphs.slice(which + 1)];
  const listener = speaker === 0 ? 1 : 0;
  const { backchannels } = document.language;
  const word = inserted(backchannels[below(random, Math.min(4, backchannels.length))] ?? '');
  const between: Block[] =
    random() < 0.6 ? [{ kind: 'turn', speaker: listener, seconds, paragraphs: [word], ...label(listener) }] : [];
  return [
    { ...block, paragraphs: first, after: label(speaker).after },
    ...between,
    { ...block, paragraphs: second, ...label(speaker) },
  ];
}

/** Some turns merged with the one before: the label goes, and with it a listener’s word in between. */
export const turnsMerged: Edit = {
  name: 'turns merged',
  apply: (document, random) => {
    const share = 0.05 + random() * 0.1;
    const blocks: Block[] = [];
    for (let i = 0; i < document.blocks.length; i++) {
      const block = document.blocks[i] as Block;
      const next = document.blocks[i + 1];
      const last = blocks.at(-1);
      const isWord = block.kind === 'turn' && block.paragraphs.length === 1 && (block.paragraphs[0]?.length ?? 0) < 20;
      const isBetween = isWord && last?.kind === 'turn' && next?.kind === 'turn' && next.speaker === last.speaker;
      if (isBetween && random() < share * 3) {
        blocks[blocks.length - 1] = joined(last, next, document);
        i++;
      } else if (block.kind === 'turn' && last?.kind === 'turn' && random() < share / 3) {
        blocks[blocks.length - 1] = joined(last, block, document);
      } else blocks.push(block);
    }
    return { ...document, blocks };
  },
};

function joined(a: Block, b: Block, { language }: Document): Block {
  const [head = [], last = []] = [a.paragraphs.slice(0, -1), a.paragraphs.at(-1)];
  const [first = [], ...tail] = b.paragraphs;
  return { ...a, paragraphs: [...head, [...last, ...inserted(language.space), ...first], ...tail], after: b.after };
}

/** Where sentences other than the first begin, in characters. */
export function sentenceStarts(paragraph: Characters): number[] {
  const starts: number[] = [];
  for (let i = 1; i < paragraph.length; i++) {
    const isEnd = /[.?!。？؟]/.test(paragraph[i - 1]?.char ?? '');
    const here = paragraph[i]?.char ?? '';
    if (isEnd && /\s/.test(here)) starts.push(i + 1);
    else if (isEnd && isLetter(here) && /[。？]/.test(paragraph[i - 1]?.char ?? '')) starts.push(i);
  }
  return starts.filter(start => textOf(paragraph.slice(start)).trim() !== '');
}

function trimmed(characters: Characters): Characters {
  let end = characters.length;
  while (end > 0 && /\s/.test(characters[end - 1]?.char ?? '')) end--;
  return characters.slice(0, end);
}
