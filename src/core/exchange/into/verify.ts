import type { Codebook, CodebookEntry } from '../../codebook/codebook.js';
import { cleanTitle } from '../../codebook/write.js';
import { ExchangeError } from '../model.js';
import type { PlanNode } from './plan.js';

/**
 * Makes sure that a codebook says after an import what was meant: every entry it had is as it was, but for what was
 * updated and for what is new in it, and every new one is where it belongs.
 * @param updated entries of the codebook before that were changed on purpose
 * @throws ExchangeError where it does not; nothing may be written then
 */
export function verify(
  before: Codebook,
  after: Codebook,
  added: readonly PlanNode[],
  under: CodebookEntry | undefined,
  updated: ReadonlySet<CodebookEntry>,
): void {
  const isNew = new Set(added.map(node => node.id));
  const kept = after.entries.filter(entry => !isNew.has(entry.id));
  if (kept.length !== before.entries.length || after.entries.length - kept.length !== added.length) throw unsafe();
  before.entries.forEach((entry, i) => {
    const now = kept[i];
    if (now === undefined || entry.id !== now.id || entry.parent?.id !== now.parent?.id) throw unsafe(entry.title);
    if (!updated.has(entry) && factsOf(entry) !== factsOf(now)) throw unsafe(entry.title);
  });
  for (const { id, entry, parent, formerly } of added) {
    const now = after.find(id);
    const isMeant =
      now?.title === cleanTitle(entry.title) &&
      now.kind === entry.kind &&
      now.parent?.id === (parent?.id ?? under?.id) &&
      now.formerly.join(' ') === formerly.join(' ');
    if (!isMeant) throw unsafe(entry.title);
  }
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

function unsafe(title?: string): ExchangeError {
  const about = title === undefined ? '' : ` “${title}” would not be read as it is meant.`;
  return new ExchangeError(
    `The codebook has a form that nothing can be added to safely.${about}`,
    'See the Problems panel or verbatim check for what is wrong in codebook.md, correct it and import again.',
  );
}
