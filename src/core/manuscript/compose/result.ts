import { markdownOf } from '../../memos/markdown.js';
import { countWords } from '../../transcript/words.js';
import type { QuoteStyle } from '../style.js';
import { isBlock, writeQuotation } from '../write.js';
import type { Composition } from './composition.js';
import type { Passage } from './passage.js';
import { composedTurns, isQuotation } from './pieces.js';
import { ELISIONS } from './style.js';

/** A quotation as it will stand in a manuscript. */
export interface ComposedQuotation {
  readonly kind: 'block' | 'short';
  /** Markdown. */
  readonly text: string;
  /** How many words of it somebody said. */
  readonly words: number;
  /** How many people speak in turn. */
  readonly turns: number;
}

/** Who says a turn of the passage, in the words of the paper. */
export interface TurnAttribution {
  /** In a dialogue. */
  readonly name: string;
  /** Behind words of one person: `PP3, peer practitioner, joint interview`; missing: nobody is named. */
  readonly text?: string;
}

/** Who said it. */
export interface ComposedAttribution {
  /** One for each turn of the passage; undefined where nobody knows who speaks. */
  readonly turns: readonly (TurnAttribution | undefined)[];
  /** What the session is called behind a dialogue: `joint interview`. */
  readonly session?: string;
}

/**
 * Writes a quotation in the making. Where several people speak it is a block, each with their name before what they say.
 * @returns undefined where no word of it was said
 */
export function composedQuotation(
  passage: Passage,
  composition: Composition,
  style: QuoteStyle,
  attribution: ComposedAttribution,
): ComposedQuotation | undefined {
  const turns = composedTurns(passage, composition, style.elision ?? (ELISIONS[0] as string));
  const [first] = turns;
  if (first === undefined || !isQuotation(turns)) return undefined;
  const said = turns.flatMap(({ pieces }) => pieces.flatMap(piece => (piece.kind === 'words' ? [piece.text] : [])));
  const words = countWords(said.join(' '));
  if (turns.length === 1) {
    const kind = isBlock(first.pieces, style) ? 'block' : 'short';
    return {
      kind,
      text: writeQuotation(first.pieces, { ...style, block: kind }, attribution.turns[first.turn]?.text),
      words,
      turns: 1,
    };
  }
  const parts = turns.map(({ turn, speaker, pieces }) => {
    const name = attribution.turns[turn]?.name ?? speaker;
    const written = writeQuotation(pieces, { ...style, block: 'block' }).replace(/^>[ \t]*/u, '');
    return `> ${name === undefined ? '' : `${markdownOf(name)}: `}${written.trimEnd()}`;
  });
  const session = attribution.session === undefined ? [] : [`> (${markdownOf(attribution.session)})`];
  return { kind: 'block', text: [...parts, ...session].join('\n>\n'), words, turns: turns.length };
}
