/** Keys in the order of a new record; those of a note are among them. */
const ORDER: readonly string[] = [
  'code',
  'quote',
  'at',
  'context',
  'base',
  'evidence',
  'memo',
  'orphan',
  'created',
  'id',
];

/**
 * A record with other values for some keys: those it has keep their place, others come in at theirs, undefined goes.
 * @param order all keys of such a record as a new one has them; those of codings and notes where it is not said
 */
export function withKeys<T extends object>(
  record: T,
  values: Readonly<Record<string, unknown>>,
  order: readonly string[] = ORDER,
): T {
  const entries: [string, unknown][] = Object.entries(record);
  for (const [key, value] of Object.entries(values)) {
    const at = entries.findIndex(([name]) => name === key);
    if (at !== -1) entries.splice(at, 1, ...(value === undefined ? [] : [[key, value] satisfies [string, unknown]]));
    else if (value !== undefined) {
      const later = order.slice(order.indexOf(key) + 1);
      const before = entries.findIndex(([name]) => later.includes(name));
      entries.splice(before === -1 ? entries.length : before, 0, [key, value]);
    }
  }
  return Object.fromEntries(entries) as unknown as T;
}
