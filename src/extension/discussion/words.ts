import * as vscode from 'vscode';
import { subjectToday } from '../../core/discussion/subject.js';
import type { Subject, SubjectToday, Thread } from '../../core/discussion/threads.js';
import { transcriptName } from '../../core/study/layout.js';
import { shorten } from '../../core/text/shorten.js';
import { dateOf } from '../common/date.js';
import type { OpenStudy } from '../study/openStudy.js';

/** How much of a coded passage names it, in code points. */
const QUOTE_SHOWN = 45;

/**
 * What a subject is called: “Hope: “it got better””, “Hope”, or that it is gone.
 * @param most how much of a coded passage is in it, in code points
 */
export function subjectName(opened: OpenStudy, subject: Subject | undefined, most = QUOTE_SHOWN): string {
  if (subject === undefined) return vscode.l10n.t('something that is not here');
  return nameToday(opened, subject, subjectToday(opened.seen, subject), most);
}

function nameToday({ seen: study }: OpenStudy, { kind, id }: Subject, today: SubjectToday, most: number): string {
  switch (today.is) {
    case 'coding': {
      const { coding } = today.placed;
      return vscode.l10n.t('{0}: “{1}”', study.titleOf(coding.code), shorten(coding.quote, most));
    }
    case 'entry':
      return today.entry.title;
    case 'gone':
      return kind === 'coding'
        ? vscode.l10n.t('a coding that is not here')
        : vscode.l10n.t('“{0}”, which is no longer in the codebook', id);
  }
}

/** Where a thread is, in a few words: its transcript, or the codebook; nothing where its subject is gone. */
export function whereOf({ today }: Thread): string {
  if (today.is === 'coding') return transcriptName(today.placed.file.transcript);
  return today.is === 'entry' ? vscode.l10n.t('codebook') : '';
}

/**
 * Title of a thread: what it is about, under which id it began where that is another one, and who resolved it.
 * @param name what it is about, where that is known better than today's files tell
 */
export function threadTitle(opened: OpenStudy, thread: Thread, name = subjectName(opened, thread.subject)): string {
  const { today } = thread;
  const began =
    today.is === 'entry' && today.formerly !== undefined ? vscode.l10n.t('began on “{0}”', today.formerly) : '';
  return [name, began, resolvedBy(thread)].filter(part => part !== '').join(' · ');
}

/** “Resolved by Mo, 4 May 2026”; nothing where the thread is open. */
export function resolvedBy({ resolved, deeds }: Thread): string {
  const last = deeds.at(-1);
  if (!resolved || last === undefined) return '';
  return vscode.l10n.t('resolved by {0}, {1}', last.author, dateOf(last.comment.created));
}

/** “3 comments”. */
export function commentCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 comment') : vscode.l10n.t('{0} comments', count);
}

/** “1 open discussion”; nothing where there is none. */
export function openCount(threads: readonly Thread[]): string {
  const open = threads.filter(({ resolved }) => !resolved).length;
  if (open === 0) return '';
  return open === 1 ? vscode.l10n.t('1 open discussion') : vscode.l10n.t('{0} open discussions', open);
}
