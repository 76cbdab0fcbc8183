import { type AttributeItem, findAttributes, isId } from './attributes.js';

/** What is to change in the attributes of a heading; what is not named stays as it is written. */
export interface AttributeChange {
  readonly id?: string;
  readonly addClasses?: readonly string[];
  readonly removeClasses?: readonly string[];
  /** Values by key; undefined takes the key away. */
  readonly set?: Readonly<Record<string, string | undefined>>;
}

/**
 * Changes the attributes at the end of a heading's text and nothing else in it: other attributes keep their place and
 * their spelling. A block is made where there is none, and goes with its last attribute;
 * one that is not closed is closed.
 * @param content text of the heading (its last line), without hashes and surrounding spaces
 */
export function changeAttributes(content: string, change: AttributeChange): string {
  const block = findAttributes(content);
  if (block?.missing !== undefined) return changeAttributes(content + block.missing, change);
  const items = block?.items ?? [];
  const splices: { start: number; end: number; text: string }[] = [];
  const added: string[] = [];
  const replace = (old: readonly AttributeItem[], text: string | undefined) => {
    for (const [i, item] of old.entries()) {
      if (i === 0 && text !== undefined) splices.push({ start: item.start, end: item.end, text });
      else splices.push({ start: item.start, end: item.end, text: '' });
    }
  };

  const id = change.id === undefined ? undefined : writeId(change.id);
  const oldIds = items.filter(isId);
  if (id !== undefined && oldIds.length > 0) replace(oldIds, id);
  for (const name of change.removeClasses ?? []) replace(items.filter(isClass(name)), undefined);
  for (const name of new Set(change.addClasses)) if (!items.some(isClass(name))) added.push(`.${name}`);
  for (const [key, value] of Object.entries(change.set ?? {})) {
    const old = items.filter(item => item.kind === 'pair' && item.name === key);
    const text = value === undefined ? undefined : writePair(key, value);
    if (text !== undefined && old.length === 0) added.push(text);
    else replace(old, text);
  }

  const ahead = id !== undefined && oldIds.length === 0 ? id : undefined;
  if (block === undefined) {
    const all = [...(ahead === undefined ? [] : [ahead]), ...added];
    return all.length === 0 ? content : append(content, `{${all.join(' ')}}`);
  }
  return rewrite(content, block.start, items, splices, ahead, added);
}

/** Puts a block behind a title; braces in the title that would swallow it are escaped. */
function append(title: string, block: string): string {
  if (title === '') return block;
  const plain = `${title} ${block}`;
  return findAttributes(plain)?.start === title.length + 1
    ? plain
    : `${title.replace(/\\.|\{/g, escapeBrace)} ${block}`;
}

function escapeBrace(found: string): string {
  return found === '{' ? '\\{' : found;
}

/** An id as an attribute: `#id`, or `id="…"` where that would not be read back. */
export function writeId(id: string): string {
  return /^[^\s{}]+$/.test(id) ? `#${id}` : writePair('id', id, true);
}

/** A key and its value as an attribute, quoted where needed. */
export function writePair(key: string, value: string, quoted = !/^[^\s"'{}\\]+$/.test(value)): string {
  const line = value.replace(/[\r\n]+/g, ' ');
  return quoted ? `${key}="${line.replace(/["\\]/g, '\\$&')}"` : `${key}=${line}`;
}

function isClass(name: string): (item: AttributeItem) => boolean {
  return item => item.kind === 'class' && item.name === name;
}

function rewrite(
  content: string,
  blockStart: number,
  items: readonly AttributeItem[],
  splices: readonly { start: number; end: number; text: string }[],
  ahead: string | undefined,
  added: readonly string[],
): string {
  const removed = splices.filter(splice => splice.text === '').length;
  if (removed > 0 && removed === items.length && ahead === undefined && added.length === 0) {
    return content.slice(0, blockStart).trimEnd();
  }
  const first = items[0]?.start ?? blockStart + 1;
  const last = items.at(-1)?.end ?? blockStart + 1;
  let result = content.slice(0, first) + (ahead === undefined ? '' : ahead + (items.length > 0 ? ' ' : ''));
  let at = first;
  for (const splice of [...splices].sort((a, b) => a.start - b.start)) {
    // What goes takes the space before it along; the first attribute takes the space behind it.
    const kept = content.slice(at, splice.start);
    result += splice.text === '' && splice.start > first ? kept.trimEnd() : kept;
    result += splice.text;
    at = splice.end;
    if (splice.text === '' && splice.start === first) while (/\s/.test(content[at] ?? '')) at++;
  }
  result += content.slice(at, Math.max(at, last));
  if (removed === items.length) result = result.trimEnd();
  const gap = added.length > 0 && !/[{\s]$/.test(result) ? ' ' : '';
  return result + gap + added.join(' ') + content.slice(Math.max(at, last));
}
