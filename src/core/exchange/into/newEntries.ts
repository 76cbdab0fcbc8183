import { changeAttributes } from '../../codebook/attributeChange.js';
import { closingLine } from '../../codebook/closing.js';
import type { Codebook, CodebookEntry } from '../../codebook/codebook.js';
import { isColor } from '../../codebook/colors.js';
import { placeAtTop } from '../../codebook/place.js';
import { writeTitle } from '../../codebook/write.js';
import type { LineEdit } from '../../text/lineEdit.js';
import type { Fields, Remark } from '../model.js';
import { isContained, proseOfFields } from '../prose.js';
import type { PlanNode } from './plan.js';

const DEEPEST_HEADING = 6;

/** Where new entries go: into an entry, or (undefined) to the top. */
export type Home = CodebookEntry | undefined;

/**
 * The insertions that put new entries, with all that is new in them, at the end of where they belong.
 * @param homes the first nodes of what is new, by the entry they go into; ids are given
 * @param head what a codebook that is empty so far begins with
 */
export function insertions(
  book: Codebook,
  homes: ReadonlyMap<Home, readonly PlanNode[]>,
  head: readonly string[],
  remarks: Remark[],
): LineEdit[] {
  const lines = book.text.split('\n');
  const inserts = new Map<number, string[]>();
  // Where several entries end in the same line the innermost one's come first.
  const sorted = [...homes].sort(([a], [b]) => (b?.level ?? 0) - (a?.level ?? 0));
  for (const [home, nodes] of sorted) {
    const after = home === undefined ? placeAtTop(book).after : home.lastLine;
    const level = home === undefined ? 2 : home.level + 1;
    const text = nodes.flatMap(node => sectionLines(node, level, home?.id, remarks));
    inserts.set(after + 1, [...(inserts.get(after + 1) ?? (after === -1 ? head : [])), ...text]);
  }
  return [...inserts].map(([line, text]) => ({ line, remove: [], insert: framed(lines, line, text) }));
}

/** A new entry and all new ones in it, each section with a blank line before it. */
function sectionLines(node: PlanNode, level: number, parent: string | undefined, remarks: Remark[]): string[] {
  const isDeep = level > DEEPEST_HEADING;
  const prose = proseOf(node, remarks);
  return [
    '',
    `${'#'.repeat(Math.min(level, DEEPEST_HEADING))} ${headingText(node, isDeep ? parent : undefined)}`,
    ...(prose === '' ? [] : ['', ...prose.split('\n')]),
    ...node.children
      .filter(child => child.existing === undefined)
      .flatMap(child => sectionLines(child, level + 1, node.id, remarks)),
  ];
}

function headingText({ entry, id, formerly }: PlanNode, parent: string | undefined): string {
  const color = entry.color !== undefined && isColor(entry.color) ? entry.color : undefined;
  return changeAttributes(writeTitle(entry.title), {
    id,
    addClasses: [...(entry.kind === 'theme' ? ['theme'] : []), ...classesOf(entry.classes)],
    set: {
      ...(color !== undefined && { color }),
      ...(formerly.length > 0 && { formerly: formerly.join(' ') }),
      ...(parent !== undefined && { parent }),
    },
  });
}

/** Classes as a heading can have them; `theme` says the kind and is none of them. */
export function classesOf(classes: readonly string[]): string[] {
  return classes.filter(name => name !== 'theme' && /^[^\s{}\p{Cc}\p{Surrogate}]+$/u.test(name));
}

/** The text to stand below the heading: the file's own Markdown where it is closed in itself, else its words. */
export function proseOf({ entry }: PlanNode, remarks: Remark[]): string {
  if (entry.prose === undefined) return proseOfFields(settled(entry));
  if (entry.prose === '' || isContained(entry.prose)) return entry.prose;
  remarks.push({ entry: entry.title, what: 'Its Markdown is not closed in itself; only its words were taken over.' });
  return proseOfFields(settled(entry));
}

/** Fields as Markdown can say them: with nothing before it, the first paragraph is the definition. */
export function settled(fields: Fields): Fields {
  const { definition, include, exclude, example, notes } = fields;
  if (definition || include.length + exclude.length + example.length > 0)
    return { ...fields, definition: definition ?? '' };
  const first = notes.findIndex(note => !note.startsWith('- '));
  if (first === -1) return fields;
  return { definition: notes[first] ?? '', include, exclude, example, notes: notes.toSpliced(first, 1) };
}

function framed(lines: readonly string[], line: number, text: readonly string[]): string[] {
  const isLast = lines.slice(line).every(each => /^[ \t]*$/.test(each));
  const closing = isLast && line > 0 ? closingLine(lines) : undefined;
  const next = lines[line];
  const goesOn = !isLast && next !== undefined && !/^[ \t]*$/.test(next);
  return [...(closing === undefined ? [] : [closing]), ...text, ...(goesOn ? [''] : [])];
}
