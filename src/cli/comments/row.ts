import type { Thread } from '../../core/discussion/threads.js';
import type { Study } from '../../core/study/study.js';

/** A thread as programs get it. */
export interface ThreadRow {
  /** Id of its first comment. */
  readonly id: string;
  /** `coding`, `code` or `theme`, as it was begun; null where the comment that says so is gone. */
  readonly on: string | null;
  /** Id of what it is about, as it was begun. */
  readonly subject: string | null;
  /** The coding, code or theme is not in the study any more. */
  readonly gone: boolean;
  /** The code or theme as it goes by today, or the code of the coding. */
  readonly code: string | null;
  readonly title: string | null;
  readonly coder: string | null;
  readonly transcript: string | null;
  readonly quote: string | null;
  readonly resolved: boolean;
  readonly resolvedBy: string | null;
  readonly resolvedAt: string | null;
  readonly comments: readonly CommentRow[];
}

/** A comment as programs get it. */
export interface CommentRow {
  readonly id: string;
  readonly author: string;
  readonly created: string;
  readonly edited: string | null;
  readonly decision: boolean;
  readonly comment: string;
}

/** What there is to say of a thread. */
export function rowOf(study: Study, thread: Thread): ThreadRow {
  const { id, subject, today, resolved, deeds } = thread;
  const { coding, file } = today.is === 'coding' ? today.placed : { coding: undefined, file: undefined };
  const code = today.is === 'entry' ? today.entry.id : coding && study.idToday(coding.code);
  const last = resolved ? deeds.at(-1) : undefined;
  return {
    id,
    on: subject?.kind ?? null,
    subject: subject?.id ?? null,
    gone: today.is === 'gone',
    code: code ?? null,
    title: code === undefined ? null : study.titleOf(code),
    coder: file?.coder ?? null,
    transcript: file?.transcript ?? null,
    quote: coding?.quote ?? null,
    resolved,
    resolvedBy: last?.author ?? null,
    resolvedAt: last?.comment.created ?? null,
    comments: thread.comments.map(({ author, comment }) => ({
      id: comment.id,
      author,
      created: comment.created,
      edited: comment.edited ?? null,
      decision: comment.decision === true,
      comment: comment.comment ?? '',
    })),
  };
}

/** What a thread is about, in words: “Hope [hope]”, “a coding that is gone (k3f9x2m1qa)”. */
export function subjectOf({ on, subject, gone, code, title }: ThreadRow): string {
  if (on === null) return 'something that is not here';
  if (gone) return `a ${on} that is gone (${subject})`;
  const began = on !== 'coding' && subject !== code ? `, begun on ${subject}` : '';
  return `${title} [${code}${began}]`;
}

/** Whether it is settled, and who says so: “open”, “resolved by Mo, 2026-05-05”. */
export function stateOf({ resolved, resolvedBy, resolvedAt }: ThreadRow): string {
  return resolved ? `resolved by ${resolvedBy}, ${resolvedAt?.slice(0, 10)}` : 'open';
}
