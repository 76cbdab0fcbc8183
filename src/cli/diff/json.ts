import type { CodebookEntry } from '../../core/codebook/codebook.js';
import type { Change } from '../../core/review/change.js';
import { describeChange } from '../../core/review/sentence.js';
import type { StateName } from '../../core/review/state.js';
import { kindOf } from '../../core/review/summary.js';

/** A change as the JSON of `verbatim diff` gives it: everything that is known, and its sentence. */
export function changeToJson(change: Change): Record<string, unknown> {
  const { text, quote } = describeChange(change);
  const { what, key, fingerprint, by, path, transcript, entries, ...more } = change;
  const sides = Object.entries(more).map(([name, value]) => [name, isEntry(value) ? entryToJson(value) : value]);
  return {
    what,
    about: kindOf(change).category,
    text,
    quote: quote ?? null,
    by: by ?? null,
    path,
    transcript: transcript ?? null,
    entries,
    ...Object.fromEntries(sides),
    key,
    fingerprint,
  };
}

/** How many changes there are, and about what. */
export function countsToJson(changes: readonly Change[]): Record<string, number> {
  const counts: Record<string, number> = { changes: changes.length };
  for (const change of changes) {
    const { category } = kindOf(change);
    counts[category] = (counts[category] ?? 0) + 1;
  }
  return counts;
}

/** `state` is `working`, `index` or `commit`. */
export function stateToJson(name: StateName): Record<string, unknown> {
  return name.is === 'commit' ? { state: name.is, name: name.name, commit: name.commit.id } : { state: name.is };
}

function isEntry(value: unknown): value is CodebookEntry {
  return typeof value === 'object' && value !== null && 'children' in value && 'formerly' in value;
}

function entryToJson(entry: CodebookEntry): Record<string, unknown> {
  const { kind, id, title, color, formerly, classes, definition, include, exclude, example, parent, line } = entry;
  return {
    ...{ kind, id, title, color: color ?? null, formerly, classes, definition: definition ?? null },
    ...{ include, exclude, example, parent: parent?.id ?? null, line: line + 1 },
  };
}
