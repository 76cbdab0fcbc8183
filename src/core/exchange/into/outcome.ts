import type { Codebook, CodebookEntry } from '../../codebook/codebook.js';
import { isPhase } from '../../codebook/phase.js';
import { cleanTitle } from '../../codebook/write.js';
import { exchangeOf } from '../fromCodebook.js';
import { type ExchangeEntry, phaseOf, walk } from '../model.js';
import { type Compared, LISTS, missingTexts } from './compare.js';
import { unsafe } from './verify.js';

/** A difference, and whether the codebook says what the file does now. */
export interface Change extends Compared {
  readonly updated: boolean;
}

/** Every entry of a codebook with its text. */
export function textsOf(book: Codebook): Map<CodebookEntry, ExchangeEntry> {
  const converted = new Map<string, ExchangeEntry[]>();
  for (const { entry } of walk(exchangeOf(book).entries))
    converted.set(entry.id ?? '', [...(converted.get(entry.id ?? '') ?? []), entry]);
  const texts = new Map<CodebookEntry, ExchangeEntry>();
  for (const entry of book.entries) {
    const same = converted.get(entry.id)?.find(each => each.title === entry.title);
    if (same !== undefined) texts.set(entry, same);
  }
  return texts;
}

/** What became of differences, by what is left of them: a field that says several things may be settled in part. */
export function changesOf(before: readonly Compared[], after: readonly Compared[]): Change[] {
  const found = before.flatMap(({ field, here, there }) => {
    const left = after.find(each => each.field === field)?.there ?? [];
    const part = (isLeft: boolean): readonly string[] => there.filter(text => left.includes(text) === isLeft);
    return [false, true]
      .map(isLeft => ({ field, here, there: part(isLeft), updated: !isLeft }))
      .filter(change => change.there.length > 0 || (there.length === 0 && !change.updated));
  });
  const known = new Set(before.map(({ field }) => field));
  return [...found, ...after.filter(({ field }) => !known.has(field)).map(each => ({ ...each, updated: false }))];
}

/**
 * Makes sure that an entry which took something over lost nothing else.
 * @throws ExchangeError where it did; nothing may be written then
 */
export function verifyUpdated(before: ExchangeEntry, after: ExchangeEntry, changes: readonly Change[]): void {
  const isSettled = (field: string): boolean => changes.some(change => change.updated && change.field === field);
  const facts = (entry: ExchangeEntry): [string, unknown][] => [
    ['title', cleanTitle(entry.title)],
    ['kind', entry.kind],
    ['colour', entry.color],
    ['phase', phaseOf(entry.classes)],
    ['definition', cleanTitle(entry.definition ?? '')],
  ];
  const now = new Map(facts(after));
  const isKept =
    facts(before).every(([field, value]) => isSettled(field) || value === '' || now.get(field) === value) &&
    before.formerly.every(id => after.formerly.includes(id)) &&
    before.classes.every(name => after.classes.includes(name) || (isSettled('phase') && isPhase(name))) &&
    LISTS.every(list => missingTexts(list, after, before).length === 0);
  if (!isKept) throw unsafe(before.title);
}
