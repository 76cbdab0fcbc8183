import type { Change, CodingAspect, EntryChange } from '../review/change.js';
import { transcriptName } from '../study/layout.js';

/** What was done: changes of one kind that a person did, to be said together. */
export interface DeedKind {
  /** As it follows a name: `coded`, `renamed`. */
  readonly verb: string;
  /** As it follows what it was done to, where that is not the verb: empty where nothing needs to be said. */
  readonly done?: string;
  /** What it was done to: one, and several. */
  readonly noun: readonly [one: string, many: string];
  /** How the noun and a transcript go together; undefined where the deed has no place in one. */
  readonly at?: 'in' | 'on';
  /** What comes last: `as read`. */
  readonly ending?: string;
  /** There is one thing of the kind only, and the noun says which. */
  readonly isOnly?: boolean;
  /** What a reader wants to know first has the lowest. */
  readonly rank: number;
}

/** One change as a deed of its kind. */
export interface ToldChange extends DeedKind {
  /** What it is called; undefined for what has no name, such as an excerpt. */
  readonly title?: string;
}

const EXCERPT = ['excerpt', 'excerpts'] as const;
const CODING = ['coding', 'codings'] as const;
const NOTE = ['note', 'notes'] as const;
const TRANSCRIPT = ['transcript', 'transcripts'] as const;
const MEMO = ['memo', 'memos'] as const;

/** What a change is, as somebody would say it who says what was done and not every passage. */
export function toldChange(change: Change): ToldChange {
  const [, happened = ''] = change.what.split(/-(?=[^-]*$)/);
  switch (change.what) {
    case 'coding-added':
      return { verb: 'coded', done: '', noun: EXCERPT, at: 'in', rank: 0 };
    case 'coding-removed':
      return { verb: 'removed', noun: CODING, at: 'in', rank: 2 };
    case 'coding-changed':
      return { ...ASPECTS[change.aspect], noun: EXCERPT, at: 'in' };
    case 'note-added':
      return { verb: 'wrote', done: '', noun: NOTE, at: 'on', rank: 9 };
    case 'note-removed':
    case 'note-changed':
      return { verb: happened, noun: NOTE, at: 'on', rank: 9 };
    case 'entry-added':
    case 'entry-removed':
    case 'entry-merged':
    case 'entry-changed':
      return toldEntry(change);
    case 'codebook-text':
      return only('changed', 'the introduction of the codebook', 8);
    case 'reading-state': {
      const ending = `as ${change.after ?? change.before}`;
      const title = transcriptName(change.transcript ?? change.path);
      const verb = change.after === undefined ? 'no longer marked' : 'marked';
      return { verb, ending, noun: TRANSCRIPT, title, rank: 14 };
    }
    case 'transcript-facts':
      return { verb: 'changed', noun: TRANSCRIPT, title: transcriptName(change.path), rank: 10 };
    case 'transcript-renamed':
      return { verb: happened, noun: TRANSCRIPT, title: transcriptName(change.from), rank: 10 };
    case 'transcript-added':
    case 'transcript-removed':
    case 'transcript-edited':
      return { verb: happened, noun: TRANSCRIPT, title: transcriptName(change.path), rank: 10 };
    case 'participant-added':
    case 'participant-removed':
    case 'participant-changed':
      return { verb: happened, noun: ['participant', 'participants'], title: change.participant, rank: 12 };
    case 'memo-added':
      return { verb: 'wrote', done: '', noun: MEMO, title: change.title, rank: 11 };
    case 'memo-removed':
    case 'memo-edited':
    case 'memo-renamed':
      return { verb: happened, noun: MEMO, title: change.title, rank: 11 };
    case 'comment-added':
      return { verb: 'wrote', done: '', noun: ['comment', 'comments'], rank: 13 };
    case 'comment-removed':
    case 'comment-edited':
      return { verb: happened, noun: ['comment', 'comments'], rank: 13 };
    case 'round-added':
    case 'round-removed':
    case 'round-edited':
      return { verb: happened, noun: ['line of a blind round', 'lines of blind rounds'], rank: 13 };
    case 'study-file':
      return only('changed', 'the settings of the study', 15);
    case 'broken-lines':
      return {
        verb: 'left',
        noun: ['file with lines that cannot be read', 'files with lines that cannot be read'],
        rank: 16,
      };
  }
}

type Placed = Pick<DeedKind, 'verb' | 'done' | 'rank'>;
const BOUNDED: Placed = { verb: 're-bounded', rank: 3 };

const ASPECTS: Readonly<Record<CodingAspect, Placed>> = {
  code: { verb: 'recoded', rank: 1 },
  moved: BOUNDED,
  bounds: BOUNDED,
  evidence: { verb: 'marked', rank: 4 },
  memo: { verb: 'wrote memos on', done: 'with other memos', rank: 4 },
  coder: { verb: 'handed over', rank: 5 },
  orphan: { verb: 'changed', rank: 6 },
  other: { verb: 'changed', rank: 6 },
  anchor: { verb: 're-anchored', rank: 17 },
};

function toldEntry(change: EntryChange): ToldChange {
  const entry = change.what === 'entry-added' ? change.after : change.before;
  const noun = entry.kind === 'theme' ? (['theme', 'themes'] as const) : (['code', 'codes'] as const);
  return { verb: entryVerb(change), noun, title: entry.title, rank: 7 };
}

function entryVerb(change: EntryChange): string {
  switch (change.what) {
    case 'entry-added':
      if (change.unmergedFrom !== undefined) return 'un-merged';
      return change.splitFrom === undefined ? 'added' : 'split off';
    case 'entry-removed':
      return 'removed';
    case 'entry-merged':
      return 'merged';
    case 'entry-changed':
      return (
        { title: 'renamed', moved: 'moved', order: 'moved', definition: 'defined' }[change.aspect as string] ??
        'changed'
      );
  }
}

function only(verb: string, noun: string, rank: number): ToldChange {
  return { verb, noun: [noun, noun], isOnly: true, rank };
}
