import type { CodebookEntry } from '../../core/codebook/codebook.js';
import type { Change } from '../../core/review/change.js';
import type { Books } from '../../core/review/grouping.js';
import { transcriptName } from '../../core/study/layout.js';
import { findName } from '../names.js';
import { didYouMean, nearest } from '../near.js';
import { Refusal } from '../refusal.js';

/** What somebody wants to see of a comparison; nothing named lets everything through. */
export interface Wanted {
  readonly coders: readonly string[];
  /** Ids, former ids or titles of codes and themes. */
  readonly codes: readonly string[];
  /** Paths or names. */
  readonly transcripts: readonly string[];
}

/** What both states know by name. */
export interface Known {
  readonly coders: readonly string[];
  readonly transcripts: readonly string[];
  readonly books: Books;
}

/**
 * The changes that are wanted.
 * @throws Refusal where neither state knows a name
 */
export function wantedChanges(changes: readonly Change[], wanted: Wanted, known: Known): readonly Change[] {
  const coders = new Set(wanted.coders.map(name => findName('coder', name, known.coders)));
  const codes = new Set(wanted.codes.flatMap(name => idsOf(name, known.books)));
  const transcripts = new Set(wanted.transcripts.map(name => findPath(name, known.transcripts)));
  return changes.filter(
    ({ by, entries, transcript }) =>
      (coders.size === 0 || (by !== undefined && coders.has(by))) &&
      (codes.size === 0 || entries.some(id => codes.has(id))) &&
      (transcripts.size === 0 || (transcript !== undefined && transcripts.has(transcript))),
  );
}

/** Everything that goes, or went, by a name; with a theme, all that is in it. */
function idsOf(name: string, { before, after }: Books): string[] {
  const folded = name.trim().toLowerCase();
  const found = [after, before].flatMap(book => {
    const byId = book.find(name);
    return byId === undefined ? book.entries.filter(({ title }) => title.toLowerCase() === folded) : [byId];
  });
  if (found.length > 0) return found.flatMap(withAllInside);
  const names = [after, before].flatMap(book => book.entries.flatMap(({ id, title }) => [id, title]));
  const near = nearest(name, names);
  const message = `There is no theme or code “${name}” in either codebook.`;
  throw new Refusal('unknown-entry', message, didYouMean(near, 'verbatim codes lists those of today.'), { near });
}

function withAllInside(entry: CodebookEntry): string[] {
  return [entry.id, ...entry.children.flatMap(withAllInside)];
}

function findPath(name: string, paths: readonly string[]): string {
  const found = paths.find(path => path === name) ?? paths.find(path => transcriptName(path) === transcriptName(name));
  if (found !== undefined) return found;
  const near = nearest(name, paths);
  const message = `There is no transcript ${name} in either version.`;
  throw new Refusal('missing-transcript', message, didYouMean(near, 'verbatim transcripts lists those of today.'), {
    near,
  });
}
