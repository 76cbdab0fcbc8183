import type { CodebookEntry } from '../../codebook/codebook.js';
import { colorOf } from '../../codebook/colors.js';
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

/** Differences that an update does not settle: a person has to move entries and say what kind they are. */
export const NEVER_UPDATED: readonly Difference[] = ['kind', 'place'];

/** Differences in the text below the heading. */
export const IN_TEXT: readonly Difference[] = ['definition', 'include', 'exclude', 'example', 'notes', 'formatting'];

/**
 * In what the file says something else than the codebook. What a file does not say (a format has no colours, a cell is
 * empty) is no difference.
 * @param here the entry as the codebook has it, with its text
 */
export function differencesOf(existing: CodebookEntry, here: ExchangeEntry, there: ExchangeEntry): Difference[] {
  const found: Difference[] = [];
  if (cleanTitle(there.title) !== here.title) found.push('title');
  if (there.kind !== here.kind) found.push('kind');
  if (there.color !== undefined && there.color.toLowerCase() !== (here.color?.toLowerCase() ?? colorOf(existing)))
    found.push('colour');
  const phase = phaseOf(there.classes);
  if (phase !== undefined && phase !== phaseOf(here.classes)) found.push('phase');
  if (there.classes.some(name => name !== phase && !here.classes.includes(name))) found.push('classes');
  if (there.formerly.some(id => id !== here.id && !here.formerly.includes(id))) found.push('former ids');
  return [...found, ...textDifferences(here, there)];
}

function textDifferences(here: ExchangeEntry, there: ExchangeEntry): Difference[] {
  const found: Difference[] = [];
  if (there.definition !== undefined && cleanTitle(there.definition) !== here.definition) found.push('definition');
  for (const list of ['include', 'exclude', 'example', 'notes'] as const) {
    const known = new Set(here[list]);
    if (there[list].some(text => !known.has(cleanTitle(text)))) found.push(list);
  }
  if (found.length === 0 && there.prose !== undefined && there.prose !== '' && there.prose !== here.prose)
    found.push('formatting');
  return found;
}
