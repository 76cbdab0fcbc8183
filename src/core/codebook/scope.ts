import type { Codebook, CodebookEntry } from './codebook.js';

/** The class of codes that mark what of a transcript the study is about. */
export const SCOPE_CLASS = 'scope';

/**
 * Whether an entry, or one that holds it, has the class `.scope`: it marks which passages are looked at and is no result
 * of the analysis.
 */
export function isScopeEntry(entry: CodebookEntry): boolean {
  for (let at: CodebookEntry | undefined = entry; at !== undefined; at = at.parent)
    if (at.classes.includes(SCOPE_CLASS)) return true;
  return false;
}

const known = new WeakMap<Codebook, ReadonlySet<CodebookEntry>>();

/** The codes whose codings mark what is in scope; none: the study does not say, and all of its transcripts are. */
export function scopeCodesOf(codebook: Codebook): ReadonlySet<CodebookEntry> {
  let codes = known.get(codebook);
  if (codes === undefined) {
    codes = new Set(codebook.entries.filter(entry => entry.kind === 'code' && isScopeEntry(entry)));
    known.set(codebook, codes);
  }
  return codes;
}

/** Whether codings with this code id mark what is in scope instead of saying something about it. */
export function isScopeCode(codebook: Codebook, code: string): boolean {
  const codes = scopeCodesOf(codebook);
  const entry = codes.size === 0 ? undefined : codebook.find(code);
  return entry !== undefined && codes.has(entry);
}

/** What the scope codes are, as a text: another one where codings may mark something else. */
export function scopeSignature(codebook: Codebook): string {
  const ids = [...scopeCodesOf(codebook)].flatMap(({ id, formerly }) => [id, ...formerly]);
  return JSON.stringify(ids.sort());
}

/** Whether what is coded with an entry counts for one above it: what marks the scope is no result of a theme. */
export function countsFor(entry: CodebookEntry, above: CodebookEntry): boolean {
  return isScopeEntry(above) || !isScopeEntry(entry);
}
