import * as vscode from 'vscode';
import { timeOf } from '../../core/discussion/record.js';
import { allThreads, type Thread } from '../../core/discussion/threads.js';
import { shorten } from '../../core/text/shorten.js';
import { dateOf } from '../common/date.js';
import { announce } from '../common/report.js';
import { withoutLinks } from '../common/withoutLinks.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import { commentCount, resolvedBy, subjectName, whereOf } from './words.js';

/** How much of what was said last, and of a coded passage, is shown, in code points. */
const [WORDS_SHOWN, QUOTE_SHOWN] = [110, 20];

interface ThreadItem extends vscode.QuickPickItem {
  readonly thread?: Thread;
}

/**
 * Lets a person choose one of the discussions of the study they are at: open ones first, those with the latest word on top.
 * @returns undefined where there is none, which is said, or the person turned away
 */
export async function pickThread(
  studies: Studies,
  title: string,
  fits: (thread: Thread) => boolean,
): Promise<{ readonly opened: OpenStudy; readonly thread: Thread } | undefined> {
  const opened = await studies.current();
  const all = (opened === undefined ? [] : allThreads(opened.seen)).filter(fits);
  if (opened === undefined || all.length === 0) {
    announce(vscode.l10n.t('$(info) There is no such discussion. “Comment…” begins one.'));
    return undefined;
  }
  const sorted = [...all].sort((a, b) => lastTime(b) - lastTime(a));
  const group = (label: string, threads: readonly Thread[]): ThreadItem[] =>
    threads.length === 0
      ? []
      : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...threads.map(thread => itemOf(opened, thread))];
  const items = [
    ...group(
      vscode.l10n.t('open'),
      sorted.filter(({ resolved }) => !resolved),
    ),
    ...group(
      vscode.l10n.t('resolved'),
      sorted.filter(({ resolved }) => resolved),
    ),
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t('Type to find a code, a transcript, a person or words'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.thread && { opened, thread: chosen.thread };
}

function itemOf(opened: OpenStudy, thread: Thread): ThreadItem {
  const last = thread.comments.at(-1);
  const decided = thread.decisions.length > 0 ? vscode.l10n.t('decision') : '';
  const facts = [whereOf(thread), commentCount(thread.comments.length), decided, resolvedBy(thread)];
  const said =
    last && `${last.author}, ${dateOf(last.comment.created)}: ${shorten(last.comment.comment ?? '', WORDS_SHOWN)}`;
  const name = subjectName(opened, thread.subject, QUOTE_SHOWN);
  return {
    label: name,
    description: facts.filter(fact => fact !== '').join(' · '),
    detail: withoutLinks(said ?? ''),
    iconPath: new vscode.ThemeIcon(thread.resolved ? 'pass' : 'comment'),
    thread,
  };
}

function lastTime({ comments }: Thread): number {
  return Math.max(...comments.map(({ comment }) => timeOf(comment)));
}
