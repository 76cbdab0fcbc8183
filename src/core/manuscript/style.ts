/** How a journal wants quotations to look. */
export interface QuoteStyle {
  readonly marks: 'curly' | 'straight' | 'single' | 'guillemets' | 'german';
  /** How words left out are shown. A piece that has a mark of its own keeps it where none is given. */
  readonly elision?: '. . .' | '…' | '...' | '[…]' | '[...]';
  /** A paragraph of its own, words within a sentence, or whichever its length suggests. */
  readonly block: 'auto' | 'block' | 'short';
  /** From so many words on `auto` makes a block. */
  readonly blockFrom: number;
}

/** Curly marks, `. . .`, a block from 40 words on, as the APA has it. */
export const DEFAULT_STYLE: QuoteStyle = { marks: 'curly', elision: '. . .', block: 'auto', blockFrom: 40 };

/** The opening and the closing mark, and those for what is quoted within. */
export const QUOTE_MARKS: Readonly<Record<QuoteStyle['marks'], readonly [string, string, string, string]>> = {
  curly: ['“', '”', '‘', '’'],
  straight: ['"', '"', "'", "'"],
  single: ['‘', '’', '“', '”'],
  guillemets: ['«', '»', '‹', '›'],
  german: ['„', '“', '‚', '‘'],
};
