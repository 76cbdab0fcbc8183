import type { AttributeBlock } from './attributes.js';
import { attributeValue } from './attributes.js';
import { readBlocks } from './blocks.js';
import type { CodebookEntry } from './codebook.js';
import { headingAt } from './heading.js';
import type { Block } from './markdown.js';
import { readProse } from './prose.js';

/** An entry while it is put together. */
export interface DraftEntry extends CodebookEntry {
  id: string;
  color?: string;
  definition?: string;
  lastLine: number;
  parent?: DraftEntry;
  readonly children: DraftEntry[];
}

/** A heading below the title with what is written in it and under it. Its entry has no parent, nor an id if unwritten. */
export interface Section {
  readonly entry: DraftEntry;
  readonly attributes?: AttributeBlock;
  /** The section whose heading is above this one in level. */
  readonly within?: Section;
}

/** A document cut at its headings. */
export interface Sections {
  readonly title?: { readonly text: string; readonly line: number; readonly attributes?: AttributeBlock };
  readonly sections: readonly Section[];
}

/** Cuts a document at its headings and reads each of them with the text up to the next. */
export function readSections(lines: readonly string[]): Sections {
  const blocks = readBlocks(lines);
  const sections: Section[] = [];
  const open: Section[] = [];
  let title: Sections['title'];

  const close = (level: number, before: number) => {
    let last = before - 1;
    while (last > 0 && /^[ \t]*$/.test(lines[last] ?? '')) last--;
    for (let top = open.at(-1); top !== undefined && top.entry.level >= level; top = open.at(-1)) {
      top.entry.lastLine = last;
      open.pop();
    }
  };

  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block;
    if (block.kind !== 'heading') continue;
    close(block.level, block.line);
    if (block.level === 1 && title === undefined) {
      const { title: text, attributes } = headingAt(lines, block.line);
      title = { text, line: block.line, ...(attributes && { attributes }) };
      continue;
    }
    let next = i + 1;
    while (next < blocks.length && blocks[next]?.kind !== 'heading') next++;
    const within = open.at(-1);
    const section = readSection(lines, block.line, block.level, blocks.slice(i + 1, next), within);
    sections.push(section);
    open.push(section);
  }
  close(0, lines.length);
  return { ...(title && { title }), sections };
}

function readSection(
  lines: readonly string[],
  line: number,
  level: number,
  blocks: readonly Block[],
  within: Section | undefined,
): Section {
  const { title, attributes, id } = headingAt(lines, line);
  const classes = attributes?.items.filter(item => item.kind === 'class').map(item => item.name) ?? [];
  const formerly = attributes?.items.filter(item => item.kind === 'pair' && item.name === 'formerly') ?? [];
  const color = attributeValue(attributes, 'color');
  const prose = readProse(blocks);
  const entry: DraftEntry = {
    kind: classes.includes('theme') ? 'theme' : 'code',
    id: id ?? '',
    idWritten: id !== undefined,
    title,
    formerly: formerly.length === 0 ? [] : wordsIn(formerly.map(item => item.value).join(' ')),
    classes: classes.filter(name => name !== 'theme'),
    include: prose.include,
    exclude: prose.exclude,
    example: prose.example,
    children: [],
    level,
    line,
    lastLine: line,
  };
  if (color !== undefined) entry.color = color;
  if (prose.definition !== undefined) entry.definition = prose.definition;
  return { entry, ...(attributes && { attributes }), ...(within && { within }) };
}

/** The words of a list, such as the ids of `formerly=`, each once. */
export function wordsIn(list = ''): string[] {
  return [...new Set(list.split(/\s+/).filter(Boolean))];
}
