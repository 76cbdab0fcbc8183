import { changeAttributes } from '../../codebook/attributeChange.js';
import { readBlocks } from '../../codebook/blocks.js';
import { PHASES } from '../../codebook/change.js';
import type { CodebookEntry } from '../../codebook/codebook.js';
import { isColor } from '../../codebook/colors.js';
import { headingAt } from '../../codebook/heading.js';
import { isPhase } from '../../codebook/phase.js';
import { pieces } from '../../codebook/prose.js';
import { cleanTitle, writeDefinition, writeTitle } from '../../codebook/write.js';
import type { LineEdit } from '../../text/lineEdit.js';
import { fieldsOfMarkdown } from '../fields.js';
import { type ExchangeEntry, phaseOf } from '../model.js';
import { isContained, isPlain, proseOfFields, writeKeyed, writeNote } from '../prose.js';
import { type Difference, IN_TEXT, LISTS, missingTexts } from './compare.js';
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
    addClasses: classesOf(there.classes).filter(name => !isPhase(name) || (name === phase && has('phase'))),
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

/**
 * The edits to the text below a heading: the definition replaced, what is new added at the end, everything else to the
 * letter. The file's own Markdown replaces it only where nothing is lost. None where the text could not be read as meant.
 */
export function textEdits(lines: readonly string[], updated: Updated): LineEdit[] {
  if (!updated.differences.some(difference => IN_TEXT.includes(difference))) return [];
  const { here, there, range } = updated;
  const before = lines.slice(range.start, range.end);
  const after = newText(here, there, before);
  if (after === before.join('\n') || !isContained(after) || !isMeant(after, here, there)) return [];
  const isAtHeading = before.length === 0;
  return [{ line: range.start, remove: before, insert: [...(isAtHeading ? [''] : []), ...after.split('\n')] }];
}

function newText(here: ExchangeEntry, there: ExchangeEntry, before: readonly string[]): string {
  if (losesNothing(here, there)) return there.prose;
  const missing = missingIn(here, there);
  const definition = cleanTitle(there.definition ?? '');
  if (before.length === 0) return proseOfFields(settled({ ...missing, ...(definition !== '' && { definition }) }));
  const isNew = ![here.definition ?? '', '', ...here.notes].map(cleanTitle).includes(definition);
  const added = [
    ...(['include', 'exclude', 'example'] as const).flatMap(key => missing[key].map(each => writeKeyed(key, each))),
    ...missing.notes.map(writeNote),
  ];
  const text = [isNew ? redefined(before, definition) : before.join('\n'), ...added].join('\n\n');
  // With another definition there may be nothing left that the file's own Markdown would lose.
  return losesNothing({ ...here, ...fieldsOfMarkdown(text), prose: text }, there) ? there.prose : text;
}

type Lists = Pick<ExchangeEntry, (typeof LISTS)[number]>;

function missingIn(here: ExchangeEntry, there: Lists): Lists {
  const of = (list: (typeof LISTS)[number]): string[] => missingTexts(list, here, there);
  return { include: of('include'), exclude: of('exclude'), example: of('example'), notes: of('notes') };
}

/** Whether a new text is read as what the file says and whatever the codebook said besides. */
function isMeant(text: string, here: ExchangeEntry, there: ExchangeEntry): boolean {
  const after = { ...here, ...fieldsOfMarkdown(text) };
  const hasAll = (fields: Lists): boolean => LISTS.every(list => missingTexts(list, after, fields).length === 0);
  const meant = cleanTitle(there.definition ?? '') || cleanTitle(here.definition ?? '');
  const isDefined = meant === '' || [after.definition ?? '', ...after.notes].map(cleanTitle).includes(meant);
  return isDefined && hasAll(here) && hasAll(there);
}

/** Whether the file's Markdown can replace the text here: it says all that this says, and this has no form of its own. */
function losesNothing(here: ExchangeEntry, there: ExchangeEntry): there is ExchangeEntry & { prose: string } {
  if (there.prose === undefined || there.prose === '' || !isContained(there.prose)) return false;
  if (here.prose === undefined || here.prose === '') return true;
  if (here.definition !== undefined && there.definition === undefined) return false;
  return isPlain(here) && LISTS.every(list => missingTexts(list, there, here).length === 0);
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
