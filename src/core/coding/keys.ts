/** Keys in the order of a new record; those of a note are among them. */
const ORDER = ['code', 'quote', 'at', 'context', 'base', 'memo', 'orphan', 'created', 'id'];

/**
 * A coding or note with other values for some keys: those it has keep their place, others come in at theirs, undefined goes.
 */
export function withKeys<T extends object>(record: T, values: Readonly<Record<string, unknown>>): T {
  const entries: [string, unknown][] = Object.entries(record);
  for (const [key, value] of Object.entries(values)) {
    const at = entries.findIndex(([name]) => name === key);
    if (at !== -1) entries.splice(at, 1, ...(value === undefined ? [] : [[key, value] satisfies [string, unknown]]));
    else if (value !== undefined) {
      const later = ORDER.slice(ORDER.indexOf(key) + 1);
      const before = entries.findIndex(([name]) => later.includes(name));
      entries.splice(before === -1 ? entries.length : before, 0, [key, value]);
    }
  }
  return Object.fromEntries(entries) as unknown as T;
}
