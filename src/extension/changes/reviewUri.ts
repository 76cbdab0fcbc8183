import * as vscode from 'vscode';

export const REVIEW_SCHEME = 'verbatim-review';

/** A state, as an address names it. */
export type StateSpec = 'working' | 'index' | { readonly commit: string };

/** What a read-only document of a review shows: one side of a file in a comparison. */
export interface ReviewAddress {
  /** Address of the study's folder. */
  readonly study: string;
  readonly side: 'before' | 'after';
  /** The two states that are compared, and the path of the file in each: the same for both sides, which are written to match each other. */
  readonly before: { readonly state: StateSpec; readonly path: string };
  readonly after: { readonly state: StateSpec; readonly path: string };
  /** `coded`: a transcript with its coded passages between tags; `raw`: the file as it is. */
  readonly as: 'coded' | 'raw';
}

/** The address as VS Code keeps it. The path ends as the file's, so that the editor knows its language. */
export function reviewUri(address: ReviewAddress): vscode.Uri {
  const { path } = address[address.side];
  return vscode.Uri.from({ scheme: REVIEW_SCHEME, path: `/${path}`, query: JSON.stringify(address) });
}

/** Reads an address; undefined where it is none of ours. */
export function readReviewUri(uri: vscode.Uri): ReviewAddress | undefined {
  if (uri.scheme !== REVIEW_SCHEME) return undefined;
  try {
    const value: unknown = JSON.parse(uri.query);
    return isAddress(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isAddress(value: unknown): value is ReviewAddress {
  if (!isRecord(value)) return false;
  const { study, side, before, after, as } = value;
  const isSide = side === 'before' || side === 'after';
  return typeof study === 'string' && isSide && isPlace(before) && isPlace(after) && (as === 'coded' || as === 'raw');
}

function isPlace(value: unknown): boolean {
  return isRecord(value) && typeof value.path === 'string' && isSpec(value.state);
}

/** Whole commit ids only: nothing else of an address ever reaches git. */
function isSpec(value: unknown): value is StateSpec {
  if (value === 'working' || value === 'index') return true;
  return isRecord(value) && typeof value.commit === 'string' && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value.commit);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
