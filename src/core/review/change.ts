import type { CodebookEntry } from '../codebook/codebook.js';
import type { Coding } from '../coding/coding.js';
import type { Note } from '../reading/record.js';
import type { ReadingState, SaidState } from '../reading/state.js';
import type { RoundRecord } from '../rounds/record.js';

/**
 * One change of the analysis between two states, said once. What happened to one subject in several respects (a coding got
 * another code and another memo) is several changes, each of which can be taken over or refused without the others.
 */
export type Change =
  | CodingChange
  | NoteChange
  | ReadingChange
  | EntryChange
  | CodebookTextChange
  | TranscriptChange
  | ParticipantChange
  | MemoChange
  | CommentChange
  | RoundChange
  | StudyFileChange
  | LineChange;

interface Common {
  /** Names what was changed and in which respect, whatever the two sides say: the same again in a later comparison. */
  readonly key: string;
  /** Differs as soon as one of the sides says something else. Short, no content in it. */
  readonly fingerprint: string;
  /** Who did it: the coder in whose folder it is; else who committed it, where that was asked for and git knows. */
  readonly by?: string;
  /** File it is in, after the change where it is there, else before. */
  readonly path: string;
  /** The transcript it is about, by its path after the change where it is there. */
  readonly transcript?: string;
  /** Ids of the codes and themes it is about, as they go by after the change (before it, where they are gone). */
  readonly entries: readonly string[];
}

/** A coding as one state has it. */
export interface CodingSide {
  readonly coder: string;
  readonly path: string;
  readonly transcript: string;
  readonly coding: Coding;
  /** What its code goes by in that state: id and title of the entry it belongs to, or the id itself twice. */
  readonly code: { readonly id: string; readonly title: string };
}

/** `moved`: other words; `bounds`: begins or ends elsewhere around the same words; `anchor`: the same passage, written down for another version. */
export type CodingAspect = 'code' | 'moved' | 'bounds' | 'anchor' | 'evidence' | 'memo' | 'orphan' | 'coder' | 'other';

export type CodingChange = Common &
  (
    | { readonly what: 'coding-added'; readonly after: CodingSide }
    | { readonly what: 'coding-removed'; readonly before: CodingSide }
    | {
        readonly what: 'coding-changed';
        readonly aspect: CodingAspect;
        readonly before: CodingSide;
        readonly after: CodingSide;
      }
  );

/** A note without a code, as one state has it. */
export interface NoteSide {
  readonly coder: string;
  readonly path: string;
  readonly transcript: string;
  readonly note: Note;
}

export type NoteChange = Common &
  (
    | { readonly what: 'note-added'; readonly after: NoteSide }
    | { readonly what: 'note-removed'; readonly before: NoteSide }
    | {
        readonly what: 'note-changed';
        readonly aspect: Exclude<CodingAspect, 'code'>;
        readonly before: NoteSide;
        readonly after: NoteSide;
      }
  );

/** How far a coder says to have come with a transcript. */
export type ReadingChange = Common & {
  readonly what: 'reading-state';
  readonly coder: string;
  readonly before: ReadingState | undefined;
  readonly after: ReadingState | undefined;
  /** The same as it was said, with the time. */
  readonly said: { readonly before: SaidState | undefined; readonly after: SaidState | undefined };
};

/**
 * A respect in which a theme or code differs. `id`: another id, the old one is a former one now; `formerly`: it stands for other former
 * ids, for another reason than that, a merge or an un-merge; `kind`: code to theme or back; `moved`: into another theme; `order`: elsewhere
 * among its siblings; `text`: prose that is neither definition nor criteria nor example; `attributes`: those in the braces of its heading
 * that mean nothing to Verbatim.
 */
export type EntryAspect =
  | 'title'
  | 'id'
  | 'kind'
  | 'moved'
  | 'order'
  | 'definition'
  | 'include'
  | 'exclude'
  | 'example'
  | 'color'
  | 'phase'
  | 'classes'
  | 'text'
  | 'formerly'
  | 'attributes';

export type EntryChange = Common &
  /** `splitFrom`: codings of that code got this one; `unmergedFrom`: its id was a former id of that code. */
  (
    | {
        readonly what: 'entry-added';
        readonly after: CodebookEntry;
        readonly splitFrom?: CodebookEntry;
        readonly unmergedFrom?: CodebookEntry;
      }
    | { readonly what: 'entry-removed'; readonly before: CodebookEntry }
    /** Its id became a former id of `into`. */
    | { readonly what: 'entry-merged'; readonly before: CodebookEntry; readonly into: CodebookEntry }
    | {
        readonly what: 'entry-changed';
        readonly aspect: EntryAspect;
        readonly before: CodebookEntry;
        readonly after: CodebookEntry;
      }
  );

/** Text of the codebook that belongs to no entry: its title and what stands before the first heading. */
export type CodebookTextChange = Common & {
  readonly what: 'codebook-text';
  readonly before: string | undefined;
  readonly after: string | undefined;
};

export type TranscriptChange = Common &
  (
    | { readonly what: 'transcript-added' | 'transcript-removed' }
    | { readonly what: 'transcript-renamed'; readonly from: string }
    /** Words of the text that went and came, counted by a word diff. */
    | { readonly what: 'transcript-edited'; readonly removed: number; readonly added: number }
    /** Keys of its front matter that differ. */
    | { readonly what: 'transcript-facts'; readonly facts: readonly string[] }
  );

/** A row of `participants.csv`; values by column. */
export type ParticipantRow = Readonly<Record<string, string>>;

export type ParticipantChange = Common & { readonly participant: string } & (
    | { readonly what: 'participant-added'; readonly after: ParticipantRow }
    | { readonly what: 'participant-removed'; readonly before: ParticipantRow }
    | {
        readonly what: 'participant-changed';
        /** Columns that differ. */
        readonly attributes: readonly string[];
        readonly before: ParticipantRow;
        readonly after: ParticipantRow;
      }
  );

export type MemoChange = Common & { readonly title: string } & (
    | { readonly what: 'memo-added' | 'memo-removed' | 'memo-edited' }
    | { readonly what: 'memo-renamed'; readonly from: string }
  );

/** A line of the discussion, of which the core knows no more here than that it came, went or is another one. */
export type CommentChange = Common & {
  readonly what: 'comment-added' | 'comment-removed' | 'comment-edited';
  readonly coder: string;
  /** The line before and after, parsed. */
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
};

/** A blind round was opened, or closed by somebody; or such a line went or is another one. */
export type RoundChange = Common & {
  readonly what: 'round-added' | 'round-removed' | 'round-edited';
  readonly coder: string;
  /** The line before and after. */
  readonly before?: RoundRecord;
  readonly after?: RoundRecord;
};

/** `verbatim.json`: keys that differ. */
export type StudyFileChange = Common & { readonly what: 'study-file'; readonly facts: readonly string[] };

/** Lines of a coder's file that cannot be read as what they should be, came or went. */
export type LineChange = Common & {
  readonly what: 'broken-lines';
  readonly coder: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
};
