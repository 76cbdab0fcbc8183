import type { LineEdit } from '../text/lineEdit.js';

/** How far a theme or code has come in the analysis; written as a class of its heading. */
export type Phase = 'candidate' | 'reviewed' | 'defined';

/** The phases, in the order of an analysis. */
export const PHASES: readonly Phase[] = ['candidate', 'reviewed', 'defined'];

/** Where an entry is to go: as the last one in a theme or code (undefined: at the top), or directly beside another one. */
export type Destination =
  | { readonly under: string | undefined }
  | { readonly before: string }
  | { readonly after: string };

/**
 * A change to the codebook as data: what a person did in the tree, by command, or on the command line. Entries are named
 * by the id they have now.
 */
export type CodebookChange =
  /** A new code or theme, as the last one in `under`. */
  | {
      readonly do: 'add';
      readonly kind: 'code' | 'theme';
      readonly title: string;
      readonly under?: string | undefined;
      /** The id to have; made from the title otherwise. */
      readonly id?: string | undefined;
      readonly color?: string | undefined;
      readonly definition?: string | undefined;
    }
  /** Another title; the id stays. */
  | { readonly do: 'rename'; readonly entry: string; readonly title: string }
  /** Another id; the old one becomes a former one, so codings follow. */
  | { readonly do: 'change-id'; readonly entry: string; readonly id: string }
  /** Another definition (the first paragraph); an empty one takes it away. */
  | { readonly do: 'define'; readonly entry: string; readonly definition: string }
  /** One more `Include:`, `Exclude:` or `Example:`. */
  | {
      readonly do: 'note';
      readonly entry: string;
      readonly as: 'include' | 'exclude' | 'example';
      readonly text: string;
    }
  /** A palette name or `#rrggbb`; undefined: the colour that follows from the id. */
  | { readonly do: 'color'; readonly entries: readonly string[]; readonly color: string | undefined }
  | { readonly do: 'phase'; readonly entries: readonly string[]; readonly phase: Phase | undefined }
  /** Codes that mark what is in scope, or no longer: nothing but the class `.scope` of their own headings. */
  | { readonly do: 'scope'; readonly entries: readonly string[]; readonly inScope: boolean }
  /** Moves entries with all that is in them, in their order; those inside others of them go along with these. */
  | { readonly do: 'move'; readonly entries: readonly string[]; readonly to: Destination }
  /**
   * Makes a code a theme. A code that is used (or has former ids) stays a code, as the first one in a new theme of the
   * same title, and what was in it stands beside it there.
   */
  | { readonly do: 'promote'; readonly entry: string }
  /** Makes a theme a code that can be given to passages. */
  | { readonly do: 'demote'; readonly entry: string }
  /** A new theme where the first of the entries stands, with all of them in it. */
  | { readonly do: 'group'; readonly entries: readonly string[]; readonly title: string }
  /** Merges codes into one: their ids become former ids of it, what was in them moves into it, their text is kept below its own. */
  | { readonly do: 'merge'; readonly from: readonly string[]; readonly into: string }
  /**
   * Takes a merge back: makes a former id a code of its own again, with the title, text and colour it had, where it stood
   * and with what was in it, but for what was moved, deleted or merged since.
   */
  | { readonly do: 'unmerge'; readonly id: string }
  /** Takes entries out. `contents`: what is in them goes too, or moves up to where they stood. */
  | { readonly do: 'delete'; readonly entries: readonly string[]; readonly contents: 'keep' | 'delete' };

/** What a change needs to know from outside the codebook. */
export interface ChangeContext {
  /** Ids that codings use: none of them is given to a new entry by chance. */
  readonly used: ReadonlySet<string>;
}

/** What a change comes to. */
export interface CodebookResult {
  /** Edits to `codebook.md`; none where all is as wished already. */
  readonly edits: readonly LineEdit[];
  /** Ids of the entries that were made or changed, for a view to select. */
  readonly ids: readonly string[];
}

/** Thrown when a change cannot be made; nothing was changed. `message` says what is wrong, `remedy` what to do. */
export class ChangeRefused extends Error {
  constructor(
    message: string,
    readonly remedy: string,
  ) {
    super(message);
  }
}
