/** One part of an attribute block, with its place (UTF-16, end exclusive) in the heading's text. */
export interface AttributeItem {
  /** `pair` is `key=value`; `other` is a part that is none of Pandoc's. */
  readonly kind: 'id' | 'class' | 'pair' | 'other';
  /** The id, the class, the key, or the part as written. */
  readonly name: string;
  /** The value of a pair, unquoted. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Pandoc's heading attributes, `{#id .class key=value key="a b"}`, as they stand at the end of a heading. */
export interface AttributeBlock {
  readonly items: readonly AttributeItem[];
  /** Where the opening brace is. */
  readonly start: number;
  /** Behind the closing brace, or the end of the heading where that is missing. */
  readonly end: number;
  /** What is malformed, as a sentence; undefined when all is well. */
  readonly fault?: string;
  /** What it takes to close a block that is not closed. */
  readonly missing?: string;
}

/**
 * Finds the attribute block a heading ends in. Braces that hold nothing like an attribute, such as `{positive}`, are
 * part of the title. A block that is not closed, as while it is typed, is read as far as it goes.
 * @param content text of the heading (its last line), without hashes and surrounding spaces
 */
export function findAttributes(content: string): AttributeBlock | undefined {
  for (let at = content.indexOf('{'); at !== -1; at = content.indexOf('{', at)) {
    const block = isEscaped(content, at) ? undefined : readBlock(content, at);
    if (block !== undefined && block.end === content.length && isBlock(block)) return block;
    at = block !== undefined && block.missing === undefined ? block.end : at + 1;
  }
  return undefined;
}

/** The value of the first pair with a key. */
export function attributeValue(block: AttributeBlock | undefined, key: string): string | undefined {
  return block?.items.find(item => item.kind === 'pair' && item.name === key)?.value;
}

/** The id a block gives, as `#id` or, for ids that cannot be written so, as `id="…"`. */
export function attributeId(block: AttributeBlock | undefined): string | undefined {
  const item = block?.items.find(isId);
  return item?.kind === 'pair' ? item.value : item?.name;
}

/** Whether an item gives the id. */
export function isId(item: AttributeItem): boolean {
  return item.kind === 'id' || (item.kind === 'pair' && item.name === 'id' && item.value !== '');
}

const UNCLOSED = 'The braces at the end of this heading are not closed.';

function isBlock(block: AttributeBlock): boolean {
  if (block.missing !== undefined) return block.items[0] !== undefined && block.items[0].kind !== 'other';
  return block.items.length === 0 || block.items.some(item => item.kind !== 'other' || item.name === '-');
}

/** Reads from an opening brace to its closing one; undefined when another brace opens in between. */
function readBlock(content: string, start: number): AttributeBlock | undefined {
  const items: AttributeItem[] = [];
  let at = start + 1;
  let fault: string | undefined;
  let hasId = false;
  const done = (end: number): AttributeBlock => ({ items, start, end, ...(fault !== undefined && { fault }) });
  const unclosed = (missing: string): AttributeBlock => ({ ...done(content.length), fault: UNCLOSED, missing });
  for (;;) {
    while (isSpace(content[at])) at++;
    if (at >= content.length) return unclosed('}');
    if (content[at] === '}') return done(at + 1);
    if (content[at] === '{') return undefined;
    const { item, openQuote } = readItem(content, at);
    items.push(item);
    if (openQuote !== undefined) return unclosed(`${openQuote}}`);
    if (item.kind === 'other' && item.name !== '-') {
      fault ??= `“${item.name}” in the braces of this heading is not an #id, a .class or key=value.`;
    }
    if (isId(item) && hasId) fault ??= 'This heading has two ids; the first one counts.';
    hasId ||= isId(item);
    at = item.end;
  }
}

function readItem(content: string, start: number): { item: AttributeItem; openQuote?: string } {
  const word = wordAt(content, start);
  const equals = word.indexOf('=');
  const end = start + word.length;
  const first = word[0];
  const plain = (kind: AttributeItem['kind'], name: string) => ({ item: { kind, name, value: '', start, end } });
  if ((first === '#' || first === '.') && word.length > 1) return plain(first === '#' ? 'id' : 'class', word.slice(1));
  if (first === '#' || first === '.' || equals < 1 || /["'\\]/.test(word.slice(0, equals))) return plain('other', word);
  const name = word.slice(0, equals);
  const valueAt = start + equals + 1;
  const quote = content[valueAt];
  if (quote !== '"' && quote !== "'") {
    return { item: { kind: 'pair', name, value: content.slice(valueAt, end), start, end } };
  }
  let value = '';
  let at = valueAt + 1;
  for (; at < content.length && content[at] !== quote; at++) {
    if (content[at] === '\\' && /[!-/:-@[-`{-~]/.test(content[at + 1] ?? '')) at++;
    value += content[at];
  }
  const isOpen = at >= content.length;
  return { item: { kind: 'pair', name, value, start, end: isOpen ? at : at + 1 }, ...(isOpen && { openQuote: quote }) };
}

const WORD = /[^\s{}]*/y;

function wordAt(content: string, start: number): string {
  WORD.lastIndex = start;
  return WORD.exec(content)?.[0] ?? '';
}

function isSpace(char: string | undefined): boolean {
  return char === ' ' || (char !== undefined && /\s/.test(char));
}

function isEscaped(content: string, at: number): boolean {
  let slashes = 0;
  while (content[at - 1 - slashes] === '\\') slashes++;
  return slashes % 2 === 1;
}
