import type { Codebook, CodebookEntry } from '../codebook.js';

/** What could be begun on a line that is empty but for a few letters or hashes. */
export type LineStart =
  | { readonly kind: 'note'; readonly label: 'Include:' | 'Exclude:' | 'Example:' }
  | { readonly kind: 'heading'; readonly of: 'code' | 'theme'; readonly hashes: string };

/**
 * What could be begun at the start of a line: paragraphs that are read as what a code includes, excludes or is an example
 * of, and headings of a code and a theme that fit where the line stands.
 * @param before what stands in the line before the cursor
 * @param behind what stands behind it
 */
export function suggestLineStarts(book: Codebook, line: number, before: string, behind: string): LineStart[] {
  if (behind.trim() !== '' || !/^ {0,3}(?:#{0,6}[ \t]?|\p{L}*)$/u.test(before)) return [];
  const above = book.entries.findLast(entry => entry.line < line);
  const typed = before.trim();
  const notes = (['Include:', 'Exclude:', 'Example:'] as const).map(label => ({ kind: 'note', label }) as const);
  return [
    ...(above === undefined || typed.startsWith('#') ? [] : notes),
    { kind: 'heading', of: 'code', hashes: '#'.repeat(codeLevel(above)) },
    { kind: 'heading', of: 'theme', hashes: '#'.repeat(themeLevel(above)) },
  ];
}

/** In the theme above, else beside the code above. */
function codeLevel(above: CodebookEntry | undefined): number {
  if (above === undefined) return 2;
  return above.kind === 'theme' ? Math.min(6, above.level + 1) : above.level;
}

/** Beside the theme above. */
function themeLevel(above: CodebookEntry | undefined): number {
  let at = above;
  while (at !== undefined && at.kind !== 'theme') at = at.parent;
  return Math.max(2, at?.level ?? 2);
}
