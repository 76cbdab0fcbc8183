import { changeAttributes } from '../../codebook/attributeChange.js';
import { readBlocks } from '../../codebook/blocks.js';
import { PHASES } from '../../codebook/change.js';
import type { CodebookEntry } from '../../codebook/codebook.js';
import { isColor } from '../../codebook/colors.js';
import { headingAt } from '../../codebook/heading.js';
import { pieces } from '../../codebook/prose.js';
import { writeDefinition, writeTitle } from '../../codebook/write.js';
import type { LineEdit } from '../../text/lineEdit.js';
import { type ExchangeEntry, phaseOf } from '../model.js';
import { isContained, isPlain, proseOfFields, writeKeyed, writeNote } from '../prose.js';
import { type Difference, IN_TEXT } from './compare.js';
import { classesOf, settled } from './newEntries.js';

/** What an update needs to know of an entry that the codebook has. */
export interface Updated {
  readonly existing: CodebookEntry;
  /** As the codebook has it, and as the file has it. */
  readonly here: ExchangeEntry;
  readonly there: ExchangeEntry;
  readonly differences: readonly Difference[];
  /** Former ids it is to have: those it has, and those of the file that are free. */
  readonly formerly: readonly string[];
  /** Lines (from 0, end exclusive) of the text below the heading. */
  readonly range: { readonly start: number; readonly end: number };
}

/** The edit to a heading that takes over title, colour, phase, classes and former ids; none where these are the same. */
export function headingEdits(
  lines: readonly string[],
  { existing, there, differences, formerly }: Updated,
): LineEdit[] {
  const has = (difference: Difference): boolean => differences.includes(difference);
  const phase = phaseOf(there.classes);
  const color = has('colour') && there.color !== undefined && isColor(there.color) ? there.color : undefined;
  const change = {
    id: existing.id,
    addClasses: classesOf(there.classes).filter(name => name !== phase || has('phase')),
    removeClasses: has('phase') ? PHASES.filter(name => name !== phase) : [],
    set: {
      ...(color !== undefined && { color }),
      ...(has('former ids') && formerly.length > 0 && { formerly: formerly.join(' ') }),
    },
  };
  const isSame = !(['title', 'colour', 'phase', 'classes', 'former ids'] as const).some(has);
  return isSame ? [] : rewriteHeading(lines, existing, has('title') ? there.title : undefined, change);
}

/** Writes a heading anew, with another title or other attributes; an underlined one gets hashes. */
export function rewriteHeading(
  lines: readonly string[],
  { line, level }: CodebookEntry,
  title: string | undefined,
  change: Parameters<typeof changeAttributes>[1],
): LineEdit[] {
  const heading = headingAt(lines, line);
  const text = lines[heading.line] ?? '';
  const block =
    heading.attributes === undefined ? '' : text.slice(heading.attributes.start + heading.start, heading.end);
  const content = [writeTitle(title ?? heading.title), block].filter(part => part !== '').join(' ');
  const isHashed = text.slice(0, heading.start).includes('#');
  const remove = lines.slice(line, heading.line + (isHashed ? 1 : 2));
  return [{ line, remove, insert: [`${'#'.repeat(level)} ${changeAttributes(content, change)}`] }];
}

/** The edits to the text below a heading: the file's own Markdown, or the definition replaced and what is new added. */
export function textEdits(lines: readonly string[], updated: Updated): LineEdit[] {
  if (!updated.differences.some(difference => IN_TEXT.includes(difference))) return [];
  const { here, there, range } = updated;
  const before = lines.slice(range.start, range.end);
  const after = newText(here, there, before).split('\n');
  const isAtHeading = before.length === 0;
  return [{ line: range.start, remove: before, insert: isAtHeading ? ['', ...after] : after }];
}

function newText(here: ExchangeEntry, there: ExchangeEntry, before: readonly string[]): string {
  if (there.prose !== undefined && there.prose !== '' && isContained(there.prose)) return there.prose;
  const added = {
    include: there.include.filter(text => !here.include.includes(text)),
    exclude: there.exclude.filter(text => !here.exclude.includes(text)),
    example: there.example.filter(text => !here.example.includes(text)),
    notes: there.notes.filter(text => !here.notes.includes(text)),
  };
  const definition = there.definition ?? here.definition;
  if (isPlain(here)) {
    return proseOfFields(
      settled({
        ...(definition !== undefined && { definition }),
        include: [...here.include, ...added.include],
        exclude: [...here.exclude, ...added.exclude],
        example: [...here.example, ...added.example],
        notes: [...here.notes, ...added.notes],
      }),
    );
  }
  const isNew = there.definition !== undefined && there.definition !== here.definition;
  const keyed = (['include', 'exclude', 'example'] as const).flatMap(key =>
    added[key].map(text => writeKeyed(key, text)),
  );
  return [
    isNew ? redefined(before, there.definition) : before.join('\n'),
    ...keyed,
    ...added.notes.map(writeNote),
  ].join('\n\n');
}

/** Markdown with another definition; everything else in it stays to the letter. */
function redefined(before: readonly string[], definition: string): string {
  const written = writeDefinition(definition);
  const blocks = readBlocks(['# x', '', ...before]);
  const first = blocks.find(block => block.kind === 'paragraph');
  const piece = first === undefined ? undefined : pieces(first.text)[0];
  if (first === undefined || piece === undefined || piece.keyword !== undefined)
    return [written, '', ...before].join('\n');
  const start = first.line - 2;
  return before.toSpliced(start, piece.text.split('\n').length, written).join('\n');
}
