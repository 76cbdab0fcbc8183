import type { QuotePiece } from '../../../../src/core/manuscript/quotation.js';
import type { QuoteStyle } from '../../../../src/core/manuscript/style.js';
import { writeQuotation } from '../../../../src/core/manuscript/write.js';
import type { SaidTurn, Word } from './stretches.js';

/** A quotation that was made of what somebody said. */
export interface Made {
  readonly pieces: readonly QuotePiece[];
  readonly speaker: string;
  readonly transcript: string;
  /** Lines of its first and its last word. */
  readonly lines: readonly [number, number];
}

export type Random = () => number;
const below = (random: Random, count: number): number => Math.floor(random() * count);
const pick = <T>(random: Random, list: readonly T[]): T => list[below(random, list.length)] as T;

const STRETCH = 9;
const INSERTIONS = ['the team', 'my colleague', 'at the meeting', 'their'];
const LABELS = ['name', 'Place', 'redacted: third person', 'name of a colleague', '███'];
const MARKS = ['. . .', '…', '...', '[…]', '[...]', '(…)', '. . . .'];

/** A true quotation: a random stretch of a random turn, with words left out, replaced, put in and held back. */
export function trueQuotation(random: Random, turns: readonly SaidTurn[]): Made {
  const long = turns.filter(({ words }) => words.length >= STRETCH + 2);
  const { words, speaker, transcript } = pick(random, long);
  const pieces: QuotePiece[] = [];
  let at = below(random, words.length - STRETCH);
  const first = at;
  let last = at;
  for (let part = 0, parts = 1 + below(random, 3); part < parts && at + STRETCH <= words.length; part++) {
    if (part > 0) {
      const { piece, missing } = betweenWords(random);
      if (at + missing + STRETCH > words.length) break;
      pieces.push(piece);
      at += missing;
    }
    const count = Math.min(words.length - at, STRETCH + below(random, 10));
    pieces.push({ kind: 'words', text: cased(random, pieces.at(-1), textOf(words.slice(at, at + count))) });
    at += count;
    last = at - 1;
    if (random() < 0.1) pieces.push({ kind: 'sic' });
  }
  return { pieces, speaker, transcript, lines: [lineOf(words, first), lineOf(words, last)] };
}

const lineOf = (words: readonly Word[], at: number): number => (words[at] as Word).line;
const textOf = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ');

function betweenWords(random: Random): { piece: QuotePiece; missing: number } {
  switch (below(random, 3)) {
    case 0:
      return { piece: { kind: 'elision', mark: pick(random, MARKS) }, missing: below(random, 12) };
    case 1:
      return { piece: { kind: 'insertion', text: pick(random, INSERTIONS) }, missing: below(random, 6) };
    default:
      return { piece: { kind: 'redaction', label: pick(random, LABELS) }, missing: 1 + below(random, 4) };
  }
}

/** A large or small letter where a sentence begins, in brackets or without them. */
function cased(random: Random, before: QuotePiece | undefined, text: string): string {
  if (before !== undefined && before.kind !== 'elision') return text;
  const match = /^(["'“‘]?)(\p{L})(\p{L}[\s\S]*)$/u.exec(text);
  if (match === null || random() < 0.6) return text;
  const [, mark, letter = '', rest] = match;
  const other = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
  return random() < 0.5 ? `${mark}[${other}]${rest}` : `${mark}${other}${rest}`;
}

/** A style at random; without an elision of its own, so that pieces keep the marks they have. */
export function anyStyle(random: Random): QuoteStyle {
  const marks = pick(random, ['curly', 'straight', 'single', 'guillemets', 'german'] as const);
  return { marks, block: pick(random, ['auto', 'block', 'short'] as const), blockFrom: 20 };
}

/** A quotation as it may stand in a manuscript: in any style, with its attribution in any place, wrapped anywhere. */
export function written(random: Random, { pieces, speaker }: Pick<Made, 'pieces' | 'speaker'>): string {
  const detail = random() < 0.5 ? '' : ', peer practitioner';
  const style = anyStyle(random);
  const block = writeQuotation(pieces, { ...style, block: 'block' });
  switch (below(random, 7)) {
    case 0:
      return wrapped(
        random,
        `As ${speaker} put it, ${writeQuotation(pieces, { ...style, block: 'short' })} which says it.`,
      );
    case 1:
      return `${wrapped(random, block, '> ')}\n>\n> — ${speaker}${detail}`;
    case 2:
      return `${wrapped(random, block, '> ')}\n\n(${speaker}${detail})`;
    case 3:
      return `${wrapped(random, block, '> ')}\n> [${speaker}${detail}]`;
    case 4:
      return wrapped(random, `> “${block.slice(2)}” — ${speaker}`, '> ');
    default: {
      const text = writeQuotation(pieces, style, speaker + detail);
      return text.startsWith('>') ? wrapped(random, text, '> ') : wrapped(random, `They say ${text}, and so on.`);
    }
  }
}

/** Some of the spaces become line ends. What would begin a list or heading at the start of a line does not. */
function wrapped(random: Random, text: string, prefix = ''): string {
  return text.replace(/(?<=[\p{L},]) (?=\p{L})/gu, space => (random() < 0.1 ? `\n${prefix}` : space));
}
