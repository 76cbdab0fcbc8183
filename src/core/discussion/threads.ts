import type { Codebook } from '../codebook/codebook.js';
import type { Study } from '../study/study.js';
import type { Conversation, PlacedComment } from './discussionIndex.js';
import type { CommentRecord } from './record.js';
import { readSubject, type Subject, type SubjectToday, subjectKey, subjectToday } from './subject.js';

export type { Subject, SubjectToday } from './subject.js';

/** A comment of a thread. */
export interface ThreadComment {
  readonly comment: CommentRecord;
  readonly author: string;
  /** Path of the file it is a line of. */
  readonly path: string;
}

/** A thread as people see it. */
export interface Thread {
  /** Id of its first comment. */
  readonly id: string;
  /** As the first comment says it; missing where that is gone, or names nothing that can be discussed. */
  readonly subject: Subject | undefined;
  /** What the subject is today. */
  readonly today: SubjectToday;
  /** All comments that say something, in the order they were made, the first comment first. */
  readonly comments: readonly ThreadComment[];
  /** Who resolved or reopened it and when, in the order it was done. */
  readonly deeds: readonly ThreadComment[];
  /** What was done last decides, whoever did it. */
  readonly resolved: boolean;
  /** Those of the comments that record a decision. */
  readonly decisions: readonly ThreadComment[];
}

interface Known {
  readonly versions: string;
  readonly all: readonly Thread[];
  readonly bySubject: ReadonlyMap<string, readonly Thread[]>;
}

/** What was worked out last, as long as neither the codebook nor a coding nor a comment has changed. */
const known = new WeakMap<Codebook, Known>();

/** All threads in which something is said, in the order they began. */
export function allThreads(study: Study): readonly Thread[] {
  return knownOf(study).all;
}

/** The threads about a coding, a code or a theme, in the order they began; those of codes that were merged into it among them. */
export function threadsOf(study: Study, subject: Subject): readonly Thread[] {
  return knownOf(study).bySubject.get(subjectKey(study, subject)) ?? [];
}

/** The thread that a comment (by its id) belongs to; undefined where nothing is said in it. */
export function threadWith(study: Study, id: string): Thread | undefined {
  const conversation = study.discussion.conversation(id);
  return conversation && threadOf(study, conversation);
}

function knownOf(study: Study): Known {
  const { codebook, index, discussion } = study;
  const versions = `${index.version} ${discussion.version}`;
  const before = known.get(codebook);
  if (before?.versions === versions) return before;
  const all = [...discussion.conversations()].flatMap(conversation => threadOf(study, conversation) ?? []);
  const bySubject = new Map<string, Thread[]>();
  for (const thread of all) {
    if (thread.subject === undefined) continue;
    const key = subjectKey(study, thread.subject);
    bySubject.set(key, [...(bySubject.get(key) ?? []), thread]);
  }
  const now = { versions, all, bySubject };
  known.set(codebook, now);
  return now;
}

function threadOf(study: Study, { id, first, lines }: Conversation): Thread | undefined {
  const all = lines.map(placed);
  const comments = all.filter(({ comment }) => !isBlank(comment));
  if (comments.length === 0) return undefined;
  const subject = readSubject(first?.comment.on ?? '');
  const deeds = all.filter(({ comment }) => comment.does !== undefined);
  return {
    id,
    subject,
    today: subject === undefined ? { is: 'gone' } : subjectToday(study, subject),
    comments,
    deeds,
    resolved: deeds.at(-1)?.comment.does === 'resolve',
    decisions: comments.filter(({ comment }) => comment.decision === true),
  };
}

function placed({ comment, file }: PlacedComment): ThreadComment {
  return { comment, author: file.coder, path: file.path };
}

/** Whether a line says nothing in words. */
export function isBlank({ comment }: CommentRecord): boolean {
  return comment === undefined || comment.trim() === '';
}
