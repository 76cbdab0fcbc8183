import type { QuotePiece } from './quotation.js';
import { type Token, tokensOf } from './tokens.js';

/** How many words an insertion may take the place of, at most; where more are left out, an elision says so. */
export const MOST_REPLACED = 5;
/** How many words a redaction may hold back, at most: a name, an address. */
export const MOST_REDACTED = 12;

/** A word or mark of a quotation. */
export interface SaidToken extends Pick<Token, 'kind' | 'text'> {
  /** Index of the piece it is of. */
  readonly piece: number;
  /** As it is written. */
  readonly written: string;
  /** Its first letter may be large or small. */
  readonly isFree: boolean;
}

/** Words and marks that were said one after the other. */
export type Segment = readonly SaidToken[];

/** What lies between two segments, or before the first and behind the last. */
export interface Gap {
  /** How many words are missing: as few, and as many. */
  readonly min: number;
  readonly max: number;
  /** What is missing may go on over several turns. */
  readonly isElision: boolean;
  /** What the word that is replaced begins or ends with: `help[ed]`, `[re]read`. */
  readonly begins?: string;
  readonly ends?: string;
}

/** What a quotation claims was said. */
export interface Pattern {
  readonly segments: readonly Segment[];
  /** One more than there are segments. */
  readonly gaps: readonly Gap[];
}

const NONE: Gap = { min: 0, max: 0, isElision: false };

/** What pieces claim was said: stretches of words, and what may be missing in between. */
export function patternOf(pieces: readonly QuotePiece[]): Pattern {
  const segments: SaidToken[][] = [];
  const gaps: Gap[] = [NONE];
  let open: SaidToken[] = [];
  let behind: 'brackets' | 'part' | undefined;
  const close = (isEnd: boolean): void => {
    const segment = trimmed(open, isEnd);
    open = [];
    if (segment.length === 0) return;
    const gap = gaps.at(-1) as Gap;
    const isFree = segments.length === 0 ? gap.min + gap.max === 0 || gap.isElision : gap.isElision;
    segments.push(isFree ? freed(segment) : segment);
    gaps.push(NONE);
  };
  for (const [i, piece] of pieces.entries()) {
    if (piece.kind === 'sic') continue;
    if (piece.kind === 'words') {
      const tokens = tokensOf(piece.text).map(token => saidToken(token, i, piece.text));
      const own = behind === 'part' ? tokens.slice(1) : behind === 'brackets' ? withoutEnding(tokens) : tokens;
      open = open.concat(own);
      behind = undefined;
      continue;
    }
    const glued = piece.kind === 'insertion' ? piece.joins : undefined;
    const begins = glued === 'before' || glued === 'both' ? takeLast(open) : undefined;
    close(false);
    gaps[gaps.length - 1] = withPiece(gaps.at(-1) as Gap, piece, begins);
    behind = piece.kind === 'elision' ? undefined : 'brackets';
    if (glued === 'after' || glued === 'both') {
      const ends = firstWord(pieces[i + 1]);
      if (ends === undefined) continue;
      gaps[gaps.length - 1] = { ...(gaps.at(-1) as Gap), ends };
      behind = 'part';
    }
  }
  close(true);
  return { segments, gaps };
}

function saidToken({ kind, text, start, end, isCased }: Token, piece: number, source: string): SaidToken {
  return { kind, text, piece, written: source.slice(start, end), isFree: isCased ?? false };
}

function withPiece(gap: Gap, piece: QuotePiece, begins: string | undefined): Gap {
  if (piece.kind === 'elision') return { ...gap, max: Number.POSITIVE_INFINITY, isElision: true };
  if (piece.kind === 'redaction') return { ...gap, min: gap.min + 1, max: gap.max + MOST_REDACTED };
  const isGlued = piece.kind === 'insertion' && piece.joins !== undefined;
  const taken = { ...gap, min: gap.min + (isGlued ? 1 : 0), max: gap.max + MOST_REPLACED };
  return begins === undefined ? taken : { ...taken, begins };
}

/** Takes the last word out, which an insertion goes on: `help[ed]`. */
function takeLast(open: SaidToken[]): string | undefined {
  return open.at(-1)?.kind === 'word' ? open.pop()?.text : undefined;
}

function firstWord(piece: QuotePiece | undefined): string | undefined {
  return piece?.kind === 'words' ? /^[\p{L}\p{N}\p{M}'’-]+/u.exec(piece.text)?.[0] : undefined;
}

/** What stands right behind brackets, such as the `’s` of `[name]’s`, is of the word that is replaced. */
function withoutEnding(tokens: SaidToken[]): SaidToken[] {
  const [mark, ending] = tokens;
  const isApostrophe = mark !== undefined && /^['’]$/u.test(mark.written);
  const isEnding = isApostrophe && ending?.kind === 'word' && /^(?:s|d|m|t|ll|re|ve)$/u.test(ending.text);
  return isEnding ? tokens.slice(2) : tokens;
}

/** Marks at the ends belong to the sentence around; only a question or a call is one, unless the quotation ends with it. */
function trimmed(tokens: readonly SaidToken[], isEnd: boolean): SaidToken[] {
  if (!tokens.some(isSaid)) return [];
  let [start, end] = [0, tokens.length];
  while (!isSaid(tokens[start] as SaidToken)) start++;
  while (!isSaid(tokens[end - 1] as SaidToken)) {
    if (!isEnd && /[?!]/u.test((tokens[end - 1] as SaidToken).text)) break;
    end--;
  }
  return tokens.slice(start, end);
}

const isSaid = ({ kind }: SaidToken): boolean => kind === 'word' || kind === 'other';

/** A segment whose first letter may be large or small. */
export function freed([first, ...rest]: readonly SaidToken[]): SaidToken[] {
  return first === undefined ? [] : [{ ...first, isFree: true }, ...rest];
}
