import type { MarkdownToken } from './token.js';

/** How many units of rendered text a child of an inline block has: one for each UTF-16 unit that is read, one for a picture or a line end. */
export function unitsIn(child: MarkdownToken): number {
  if (isText(child)) return child.content.length;
  return child.nesting === 0 && child.type !== 'html_inline' ? 1 : 0;
}

/** Whether a child is text that can be taken apart. */
export function isText({ type }: MarkdownToken): boolean {
  return type === 'text' || type === 'text_special' || type === 'code_inline';
}

/** All rendered text of an inline block, in units; what is no text counts as one object replacement character. */
export function renderedText(children: readonly MarkdownToken[]): string {
  return children.map(child => (isText(child) ? child.content : '\ufffc'.repeat(unitsIn(child)))).join('');
}

/**
 * Finds out which place of an inline block's source every unit of its rendered text comes from, by walking along both: emphasis,
 * links, escapes and entities are longer in the source than what is read of them.
 * @param source the block's source as markdown-it has it (`content` of the inline token)
 * @param children as they are right after inline parsing
 * @returns for each unit the UTF-16 offset in `source`; never descending
 */
export function sourceOfUnits(source: string, children: readonly MarkdownToken[]): number[] {
  const places: number[] = [];
  let cursor = 0;
  /** Goes behind the next occurrence of a text, and answers where it starts; stays where it is if there is none. */
  const pass = (text: string): number => {
    const found = text === '' ? -1 : source.indexOf(text, cursor);
    if (found === -1) return cursor;
    cursor = found + text.length;
    return found;
  };
  const add = (count: number, place: (i: number) => number): void => {
    for (let i = 0; i < count; i++) places.push(place(i));
  };
  for (const child of children) {
    const { type, content, markup } = child;
    if (type === 'text') {
      const start = source.indexOf(content, cursor);
      // What stands otherwise in the source (an address that was made readable) is taken to be where we are.
      add(content.length, i => (start === -1 ? cursor : start + i));
      if (start !== -1) cursor = start + content.length;
    } else if (type === 'text_special') {
      const start = pass(markup);
      add(content.length, () => start);
    } else if (type === 'code_inline') {
      pass(markup);
      // Line ends within code are read as spaces.
      const start = source.replaceAll('\n', ' ').indexOf(content, cursor);
      add(content.length, i => (start === -1 ? cursor : start + i));
      if (start !== -1) cursor = start + content.length;
      pass(markup);
    } else if (type === 'softbreak' || type === 'hardbreak') {
      const start = pass('\n');
      add(1, () => start);
    } else if (type === 'link_open') {
      if (markup !== 'linkify') pass(markup === 'autolink' ? '<' : '[');
    } else if (type === 'link_close') {
      if (markup === 'autolink') pass('>');
      else if (markup !== 'linkify') cursor = afterTarget(source, pass(']'));
    } else if (type === 'image') {
      const start = pass('![');
      add(1, () => start);
      cursor = afterTarget(source, closing(source, cursor, '[', ']'));
    } else {
      const start = pass(type === 'html_inline' || content !== '' ? content : markup);
      add(unitsIn(child), () => start);
    }
  }
  return places;
}

/** Where the target of a link ends whose text ends at a bracket: `](address "title")`, `][label]` or nothing. */
function afterTarget(source: string, bracket: number): number {
  const next = source[bracket + 1];
  if (next === '(') return closing(source, bracket + 2, '(', ')') + 1;
  if (next === '[') return closing(source, bracket + 2, '[', ']') + 1;
  return bracket + 1;
}

/** The bracket that closes one before `from`; escapes, quotes and what is in angle brackets are passed over. */
function closing(source: string, from: number, open: string, close: string): number {
  let depth = 1;
  let quote = '';
  for (let i = from; i < source.length; i++) {
    const unit = source[i] as string;
    if (unit === '\\') i++;
    else if (quote !== '') quote = unit === quote ? '' : quote;
    else if (open === '(' && unit === '"') quote = unit;
    else if (open === '(' && unit === '<') quote = '>';
    else if (unit === open) depth++;
    else if (unit === close && --depth === 0) return i;
  }
  return source.length;
}
