import { countWords } from '../../transcript/words.js';
import { type QuoteStyle, writeQuotation } from '../write.js';
import type { Composition } from './composition.js';
import type { Passage } from './passage.js';
import { composedTurns, isQuotation } from './pieces.js';

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

/** Who said it, in the words of the paper. */
export interface ComposedAttribution {
  /** `PP3, peer practitioner, joint interview`; missing: nobody is named. */
  readonly text?: string;
  /** What the session is called behind a dialogue: `joint interview`. */
  readonly session?: string;
  /** The name of who speaks in each turn of the passage; missing where there is none. */
  readonly names: readonly (string | undefined)[];
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
  const turns = composedTurns(passage, composition, style.elision);
  const [first] = turns;
  if (first === undefined || !isQuotation(turns)) return undefined;
  const said = turns.flatMap(({ pieces }) => pieces.flatMap(piece => (piece.kind === 'words' ? [piece.text] : [])));
  const words = countWords(said.join(' '));
  if (turns.length === 1) {
    const kind = style.block === 'auto' ? (words >= style.blockFrom ? 'block' : 'short') : style.block;
    return { kind, text: writeQuotation(first.pieces, { ...style, block: kind }, attribution.text), words, turns: 1 };
  }
  const parts = turns.map(({ speaker, pieces }) => {
    const name = nameOf(passage, attribution, speaker);
    const written = writeQuotation(pieces, { ...style, block: 'block' }).replace(/^>[ \t]*/u, '');
    return `> ${name === undefined ? '' : `${name}: `}${written.trimEnd()}`;
  });
  const session = attribution.session === undefined ? [] : [`> (${attribution.session})`];
  return { kind: 'block', text: [...parts, ...session].join('\n>\n'), words, turns: turns.length };
}

function nameOf({ turns }: Passage, { names }: ComposedAttribution, speaker: string | undefined): string | undefined {
  return names[turns.findIndex(turn => turn.speaker === speaker)] ?? speaker;
}
