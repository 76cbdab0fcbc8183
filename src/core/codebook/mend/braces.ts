import type { LineEdit } from '../../text/lineEdit.js';
import { type AttributeBlock, type AttributeItem, findAttributes, isId } from '../attributes.js';
import { PHASES } from '../change.js';
import { PALETTE } from '../colors.js';
import { changeHeading } from '../edit.js';
import { headingAt } from '../heading.js';
import type { Mend, Patient } from './mend.js';

/** Closes the braces of a heading, writes what is in them as it is read, or takes out what cannot be. */
export function bracesMends({ raw, lines, problem, used }: Patient): Mend[] {
  const line = problem.line - 1;
  const heading = headingAt(lines, line);
  const block = heading.attributes;
  if (block === undefined) return [];
  if (block.missing !== undefined) {
    return [{ kind: 'close-braces', value: block.missing, edits: changeHeading(raw, line, {}), safe: true }];
  }
  const before = lines[heading.line] ?? '';
  const content = before.slice(heading.start, heading.end);
  const edit = (braces: string): LineEdit[] => {
    const ahead = heading.start + block.start;
    const text = braces === '{}' ? before.slice(0, ahead).trimEnd() : before.slice(0, ahead) + braces;
    return [{ line: heading.line, remove: [before], insert: [text + before.slice(heading.end)] }];
  };
  const repaired = repair(content.slice(block.start, block.end));
  if (repaired !== undefined) return [{ kind: 'repair-braces', value: repaired, edits: edit(repaired), safe: false }];
  const without = (isOut: (item: AttributeItem, i: number) => boolean): string =>
    `{${block.items
      .filter((item, i) => !isOut(item, i))
      .map(item => content.slice(item.start, item.end))
      .join(' ')}}`;
  const odd = block.items.filter(isOdd);
  if (odd.length > 0) {
    const value = odd.map(item => item.name).join(' ');
    return [{ kind: 'remove-parts', value, edits: edit(without(isOdd)), safe: false }];
  }
  return secondId(block, used, isOut => edit(without(isOut)));
}

/** A second id counts for nothing; codings that use it would show it, so it then is left to the person. */
function secondId(
  block: AttributeBlock,
  used: ReadonlySet<string>,
  edit: (isOut: (item: AttributeItem) => boolean) => LineEdit[],
): Mend[] {
  const [, ...more] = block.items.filter(isId);
  const ids = more.map(item => (item.kind === 'pair' ? item.value : item.name));
  if (ids.length === 0 || ids.some(id => used.has(id))) return [];
  return [{ kind: 'remove-second-id', value: ids.join(' '), edits: edit(item => more.includes(item)), safe: true }];
}

function isOdd(item: AttributeItem): boolean {
  return item.kind === 'other' && item.name !== '-';
}

const CLASSES = ['theme', ...PHASES] as readonly string[];

/**
 * What braces say that were written by hand from memory, or came from a word processor: curly quotation marks, commas
 * between the parts, spaces around =, a colon in its place, a class without its full stop, a colour on its own.
 * @returns undefined where something in them still cannot be read
 */
function repair(block: string): string | undefined {
  const plain = block
    .slice(1, -1)
    .replace(/[“”„‟«»]/g, '"')
    .replace(/[,;]+(?=\s|$)/g, '')
    .replace(/\b(id|color|colour|formerly|parent)\s*[:=]\s*(?=\S)/gi, (_, key: string) => `${keyOf(key)}=`)
    .trim();
  const read = findAttributes(`{${plain}}`);
  if (read === undefined || read.missing !== undefined) return undefined;
  const parts = read.items.map(item => {
    if (item.kind !== 'other' || item.name === '-') return plain.slice(item.start - 1, item.end - 1);
    const word = item.name.toLowerCase();
    if (CLASSES.includes(word)) return `.${word}`;
    return (PALETTE as readonly string[]).includes(word) ? `color=${word}` : item.name;
  });
  const repaired = `{${parts.join(' ')}}`;
  const again = findAttributes(repaired);
  return again === undefined || again.fault !== undefined || repaired === block ? undefined : repaired;
}

function keyOf(key: string): string {
  const name = key.toLowerCase();
  return name === 'colour' ? 'color' : name;
}
