/**
 * The part of a markdown-it token that is worked with here. The core knows markdown-it by its shape only: the Markdown preview
 * hands its own in.
 */
export interface MarkdownToken {
  type: string;
  tag: string;
  /** 1 opens, 0 stands by itself, -1 closes. */
  nesting: -1 | 0 | 1;
  /** Nesting level, as the opening token has it. */
  level: number;
  /** First line and the line after the last, from 0; only block tokens have it. */
  map: [number, number] | null;
  /** What is within an inline block: text, emphasis, links. */
  children: MarkdownToken[] | null;
  content: string;
  /** The characters that made the token, such as `**`; for an escape or an entity what is written in the source. */
  markup: string;
  attrs: [string, string][] | null;
}

/** A token that is like another one except for its text: what is cached by others is never changed. */
export function withContent(token: MarkdownToken, content: string): MarkdownToken {
  return Object.assign(Object.create(Object.getPrototypeOf(token)) as MarkdownToken, token, { content });
}

/** A token that is like another one except for what is within it. */
export function withChildren(token: MarkdownToken, children: MarkdownToken[]): MarkdownToken {
  return Object.assign(Object.create(Object.getPrototypeOf(token)) as MarkdownToken, token, { children });
}

/** A new inline token, of the class that another one has. */
export function newToken(like: MarkdownToken, wanted: Partial<MarkdownToken> & { type: string }): MarkdownToken {
  const token = Object.create(Object.getPrototypeOf(like)) as MarkdownToken;
  const blank = {
    tag: '',
    attrs: null,
    map: null,
    nesting: 0,
    level: like.level,
    children: null,
    content: '',
    markup: '',
  };
  return Object.assign(token, blank, { info: '', meta: null, block: false, hidden: false }, wanted);
}
