import type { CodebookEntry } from '../../codebook/codebook.js';
import { colorOf } from '../../codebook/colors.js';
import { isPhase } from '../../codebook/phase.js';
import { cleanTitle } from '../../codebook/write.js';
import { type ExchangeEntry, phaseOf } from '../model.js';

/** In what an entry of the file can differ from the one in the codebook. */
export type Difference =
  | 'title'
  | 'kind'
  | 'place'
  | 'colour'
  | 'phase'
  | 'classes'
  | 'former ids'
  | 'definition'
  | 'include'
  | 'exclude'
  | 'example'
  | 'notes'
  | 'formatting';

/** A difference and both sides of it. */
export interface Compared {
  readonly field: Difference;
  /** What the codebook says; empty where it says nothing. */
  readonly here: readonly string[];
  /** What the file says; of fields that may say several things, those that the codebook has not. */
  readonly there: readonly string[];
}

/** Differences that an update does not settle: a person has to move entries and say what kind they are. */
export const NEVER_UPDATED: readonly Difference[] = ['kind', 'place'];

/** Lists of texts below a heading. */
export const LISTS = ['include', 'exclude', 'example', 'notes'] as const;

/** Differences in the text below the heading. */
export const IN_TEXT: readonly Difference[] = ['definition', ...LISTS, 'formatting'];

/**
 * In what the file says something else than the codebook. What a file does not say (a format has no colours, a cell is
 * empty) is no difference.
 * @param here the entry as the codebook has it, with its text
 */
export function differencesOf(existing: CodebookEntry, here: ExchangeEntry, there: ExchangeEntry): Compared[] {
  const found: Compared[] = [];
  const differs = (field: Difference, ours: readonly (string | undefined)[], theirs: readonly string[]): unknown =>
    found.push({ field, here: ours.filter(text => text !== undefined && text !== '') as string[], there: theirs });
  const title = cleanTitle(there.title);
  if (title !== '' && title !== cleanTitle(here.title)) differs('title', [here.title], [title]);
  if (there.kind !== here.kind && !there.isKindGuessed) differs('kind', [here.kind], [there.kind]);
  if (there.color !== undefined && there.color.toLowerCase() !== (here.color?.toLowerCase() ?? colorOf(existing)))
    differs('colour', [here.color], [there.color]);
  const phase = phaseOf(there.classes);
  if (phase !== undefined && phase !== phaseOf(here.classes)) differs('phase', [phaseOf(here.classes)], [phase]);
  const classes = there.classes.filter(name => name !== 'theme' && !isPhase(name) && !here.classes.includes(name));
  if (classes.length > 0) differs('classes', here.classes, classes);
  const formerly = there.formerly.filter(id => id !== here.id && !here.formerly.includes(id));
  if (formerly.length > 0) differs('former ids', here.formerly, formerly);
  const definition = cleanTitle(there.definition ?? '');
  if (definition !== '' && definition !== cleanTitle(here.definition ?? '') && !isNote(here, definition))
    differs('definition', [here.definition], [definition]);
  for (const list of LISTS) {
    const missing = missingTexts(list, here, there);
    if (missing.length > 0) differs(list, here[list], missing);
  }
  const isSameText = !found.some(({ field }) => IN_TEXT.includes(field));
  if (isSameText && there.prose !== undefined && there.prose !== '' && there.prose !== here.prose)
    differs('formatting', [here.prose], [there.prose]);
  return found;
}

/** The texts of a list of the file that the codebook has not, each once. */
export function missingTexts(
  list: (typeof LISTS)[number],
  here: Pick<ExchangeEntry, (typeof LISTS)[number] | 'definition'>,
  there: Pick<ExchangeEntry, (typeof LISTS)[number]>,
): string[] {
  // With nothing before it, what one program takes for a note is a definition to another.
  const also = list === 'notes' && here.definition !== undefined ? [here.definition] : [];
  const known = new Set([...here[list], ...also].map(cleanTitle));
  return [...new Set(there[list].map(cleanTitle))].filter(text => text !== '' && !known.has(text));
}

/** Without a definition here, the first paragraph that is none may be what the file calls one. */
function isNote({ definition, notes }: ExchangeEntry, text: string): boolean {
  return definition === undefined && notes.some(note => cleanTitle(note) === text);
}
