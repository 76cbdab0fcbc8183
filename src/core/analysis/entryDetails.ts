import type { Phase } from '../codebook/change.js';
import type { CodebookEntry } from '../codebook/codebook.js';
import { colorOf } from '../codebook/colors.js';
import { phaseOf } from '../codebook/phase.js';
import { themePath } from '../codebook/query.js';

/** What the codebook says about a code or theme: plain data, ready to be sent to a page. */
export interface EntryDetails {
  readonly kind: 'theme' | 'code';
  readonly id: string;
  readonly title: string;
  /** Titles of the themes (or codes) it is in, from the top. */
  readonly path: readonly string[];
  /** A palette name or `#rrggbb`. */
  readonly color: string;
  readonly phase?: Phase;
  readonly definition?: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly example: readonly string[];
  /** Ids merged into it or renamed to it. */
  readonly formerly: readonly string[];
}

/** An entry of the codebook as plain data. */
export function entryDetails(entry: CodebookEntry): EntryDetails {
  const phase = phaseOf(entry);
  const { kind, id, title, definition, include, exclude, example, formerly } = entry;
  return {
    kind,
    id,
    title,
    path: themePath(entry),
    color: colorOf(entry),
    ...(phase === undefined ? {} : { phase }),
    ...(definition === undefined ? {} : { definition }),
    include,
    exclude,
    example,
    formerly,
  };
}
