import type { Problem } from '../problem.js';
import type { Study } from '../study/study.js';
import { compareTexts } from '../text/compare.js';
import { shorten } from '../text/shorten.js';
import type { DiscussionFile } from './file.js';
import type { CommentRecord } from './record.js';
import { readSubject, subjectToday } from './subject.js';
import { threadWith } from './threads.js';

/** Comments about something that is not there (any more), replies to nothing, and ids that stand twice. Nothing of it does harm. */
export function discussionProblems(study: Study): Problem[] {
  const files = [...study.discussion.allFiles()].sort((a, b) => compareTexts(a.path, b.path));
  return files.flatMap(file => file.comments.flatMap((comment, i) => problemOf(study, file, comment, i) ?? []));
}

function problemOf(study: Study, file: DiscussionFile, comment: CommentRecord, i: number): Problem | undefined {
  const { id, on, reply } = comment;
  const found = study.discussion.find(id);
  if (found !== undefined && found.comment !== comment) {
    const where = found.file === file ? 'twice in this file' : `also in ${found.file.path}`;
    const remedy = 'Remove one of the two lines where it is the same comment, or give it another id.';
    return problem(file, i, 'comment-twice', 'warning', `The id ${id} stands ${where}.`, remedy);
  }
  if (on !== undefined) {
    const subject = readSubject(on);
    if (subject === undefined) {
      const remedy = 'Write "coding", "code" or "theme", a space and its id; the comment is kept as it is.';
      return problem(
        file,
        i,
        'comment-without-subject',
        'info',
        `Nothing can be discussed as “${shorten(on)}”.`,
        remedy,
      );
    }
    // What is settled may go out of the study with what it was about.
    if (subjectToday(study, subject).is !== 'gone' || threadWith(study, id)?.resolved !== false) return undefined;
    const what = subject.kind === 'coding' ? `coding ${subject.id}` : `${subject.kind} “${subject.id}”`;
    const message = `The ${what}, which this comment is about, is not in the study as it is now.`;
    const remedy = 'The comment is kept; “Verbatim: Show Discussion…” and `verbatim comments` list it.';
    return problem(file, i, 'comment-without-subject', 'info', message, remedy);
  }
  if (reply === undefined || study.discussion.conversation(id)?.first !== undefined) return undefined;
  const message = 'The comment that this one replies to is not in the study.';
  const remedy = 'The reply is kept; it finds its thread again when the file with that comment is here.';
  return problem(file, i, 'comment-without-thread', 'info', message, remedy);
}

function problem(
  file: DiscussionFile,
  i: number,
  rule: string,
  severity: Problem['severity'],
  message: string,
  remedy: string,
): Problem {
  return { rule, severity, file: file.path, line: (file.lines[i] as number) + 1, message, remedy };
}
