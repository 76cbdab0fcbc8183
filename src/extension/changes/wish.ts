/** What a person wants to compare. Names are any that git knows, `:working` (the files as they are now) or `:index` (what is staged). */
export type ComparisonWish =
  /** Today's files with the last saved version. */
  | { readonly is: 'saved' }
  /** What a branch brings: that branch with where it left this one. */
  | { readonly is: 'branch'; readonly name: string }
  /** Today's files with where this branch left the one it is to be merged into. */
  | { readonly is: 'request' }
  /** Today's files with an older version. `got`: it is the one from before colleagues' work came in. */
  | { readonly is: 'since'; readonly name: string; readonly got?: boolean }
  | { readonly is: 'two'; readonly before: string; readonly after: string };

export const SAVED: ComparisonWish = { is: 'saved' };

/** A wish as it was remembered, maybe by another version of ours; undefined where it makes no sense. */
export function readWish(value: unknown): ComparisonWish | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { is, name, before, after, got } = value as Record<string, unknown>;
  if (is === 'saved' || is === 'request') return { is };
  if (is === 'since' && typeof name === 'string') return got === true ? { is, name, got } : { is, name };
  if (is === 'branch' && typeof name === 'string') return { is, name };
  if (is === 'two' && typeof before === 'string' && typeof after === 'string') return { is, before, after };
  return undefined;
}
