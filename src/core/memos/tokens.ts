import { UNSPACED } from '../transcript/words.js';

/** A word or a punctuation mark as it is compared, or a gap: something was left out or put in on purpose. */
export interface Token {
  readonly kind: 'word' | 'mark' | 'gap';
  readonly text: string;
  /** Where it is in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** Dots that stand for what was left out, words (of scripts without spaces each character), brackets, punctuation. */
const TOKEN = new RegExp(
  [
    String.raw`(?<gap>…|\.(?:\s?\.){2,}|\[[^[\]]{0,300}\])`,
    `(?<unspaced>${UNSPACED.source})`,
    String.raw`(?<word>(?:(?!${UNSPACED.source})[\p{L}\p{N}\p{M}])+(?:['’\u2010\u2011-](?:(?!${UNSPACED.source})[\p{L}\p{N}\p{M}])+)*)`,
    '(?<mark>[.,;:!?])',
  ].join('|'),
  'gu',
);

/** What a text says, boiled down to what a quotation must keep: its words and its punctuation, in their order. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const { gap, mark } = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].length;
    tokens.push({
      kind: gap !== undefined ? 'gap' : mark !== undefined ? 'mark' : 'word',
      text: match[0]
        .normalize('NFC')
        .replaceAll('’', "'")
        .replace(/[\u2010\u2011]/g, '-'),
      start,
      end,
    });
  }
  return tokens;
}

/**
 * The stretches of a quotation that stand in the material word for word: cut at `…`, `. . .` and at what is in brackets,
 * which is left out, put in (`[sic]`) or in part (`[T]hey`: then the word counts as put in). Punctuation at the ends of a
 * stretch is that of the sentence around it and does not count.
 */
export function stretchesOf(tokens: readonly Token[]): Token[][] {
  const stretches: Token[][] = [[]];
  tokens.forEach((token, i) => {
    const [before, after] = [tokens[i - 1], tokens[i + 1]];
    const isPart = isGlued(before, token) || isGlued(token, after);
    if (token.kind === 'gap' || isPart) stretches.push([]);
    else stretches.at(-1)?.push(token);
  });
  return stretches.map(trimMarks).filter(stretch => stretch.length > 0);
}

/** Whether a word and what is in brackets touch each other. */
function isGlued(a: Token | undefined, b: Token | undefined): boolean {
  if (a === undefined || b === undefined || a.end !== b.start) return false;
  const isBracket = ({ kind, text }: Token): boolean => kind === 'gap' && text.startsWith('[');
  return (a.kind === 'word' && isBracket(b)) || (b.kind === 'word' && isBracket(a));
}

function trimMarks(tokens: readonly Token[]): Token[] {
  const first = tokens.findIndex(({ kind }) => kind === 'word');
  const last = tokens.findLastIndex(({ kind }) => kind === 'word');
  return first === -1 ? [] : tokens.slice(first, last + 1);
}
