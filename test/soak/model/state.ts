/** What one version says of a subject, respect by respect, each as text; what is not said is missing. */
export type Respects = ReadonlyMap<string, string>;

/** The subjects of one file by their names. */
export type FileState = ReadonlyMap<string, Respects>;

/** How the ideal model understands a file. Texts are left to git's lines. */
export type Kind = 'records' | 'book' | 'text';

/** What kind a file of a study is, by its path alone. */
export function kindOf(path: string): Kind {
  if (path === 'codebook.md') return 'book';
  return /^codings\/.*\.(jsonl|ndjson)$/.test(path) ? 'records' : 'text';
}

/** Values as one text: equal where the values are, whatever the order of keys. */
export function said(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
