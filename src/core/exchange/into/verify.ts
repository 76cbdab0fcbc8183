import type { Codebook, CodebookEntry } from '../../codebook/codebook.js';
import { cleanTitle } from '../../codebook/write.js';
import { ExchangeError } from '../model.js';
import type { PlanNode } from './plan.js';

/**
 * Makes sure that a codebook says after an import what was meant: every entry it had is as it was, but for what was
 * updated and for what is new in it, and every new one is where it belongs.
 * @param updated entries of the codebook before that were changed on purpose
 * @returns what each entry of the codebook before is after it
 * @throws ExchangeError where it does not; nothing may be written then
 */
export function verify(
  before: Codebook,
  after: Codebook,
  added: readonly PlanNode[],
  under: CodebookEntry | undefined,
  updated: ReadonlySet<CodebookEntry>,
): Map<CodebookEntry, CodebookEntry> {
  const isNew = new Set(added.map(node => node.id));
  const kept = after.entries.filter(entry => !isNew.has(entry.id));
  if (kept.length !== before.entries.length || after.entries.length - kept.length !== added.length) throw unsafe();
  const now = new Map<CodebookEntry, CodebookEntry>();
  before.entries.forEach((entry, i) => {
    const same = kept[i];
    if (same === undefined || entry.id !== same.id || entry.parent?.id !== same.parent?.id) throw unsafe(entry.title);
    if (!updated.has(entry) && factsOf(entry) !== factsOf(same)) throw unsafe(entry.title);
    now.set(entry, same);
  });
  for (const { id, entry, parent, formerly } of added) {
    const made = after.find(id);
    const isMeant =
      made?.title === cleanTitle(entry.title) &&
      made.kind === entry.kind &&
      made.parent?.id === (parent?.id ?? under?.id) &&
      made.formerly.join(' ') === formerly.join(' ');
    if (!isMeant) throw unsafe(entry.title);
  }
  return now;
}

function factsOf({
  title,
  kind,
  color,
  classes,
  formerly,
  definition,
  include,
  exclude,
  example,
}: CodebookEntry): string {
  return JSON.stringify([title, kind, color, classes, formerly, definition, include, exclude, example]);
}

/** The refusal of an import that would not be read as it is meant. */
export function unsafe(title?: string): ExchangeError {
  const about = title === undefined ? '' : ` “${title}” would not be read as it is meant.`;
  return new ExchangeError(
    `The codebook has a form that nothing can be added to safely.${about}`,
    'See the Problems panel or verbatim check for what is wrong in codebook.md, correct it and import again.',
  );
}
