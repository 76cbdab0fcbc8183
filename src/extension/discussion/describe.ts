import * as vscode from 'vscode';
import { type Subject, type Thread, threadsOf } from '../../core/discussion/threads.js';
import { escapeMarkdown } from '../../core/text/escapeMarkdown.js';
import { shorten } from '../../core/text/shorten.js';
import { dateOf } from '../common/date.js';
import type { OpenStudy } from '../study/openStudy.js';
import { threadLink } from './links.js';
import { commentCount, openCount, resolvedBy, threadTitle } from './words.js';

/** How much of a comment a hover shows, in code points, and how many comments. */
const [WORDS_SHOWN, MOST_SHOWN] = [200, 3];

/** For a hover, in Markdown: how many comments there are on something, and a link to them; empty where there is none. */
export function discussionLine(opened: OpenStudy, subject: Subject): string {
  const threads = threadsOf(opened.seen, subject);
  // What is still open is what one wants to see.
  const shown = threads.findLast(({ resolved }) => !resolved) ?? threads.at(-1);
  if (shown === undefined) return '';
  const count = commentCount(threads.reduce((sum, { comments }) => sum + comments.length, 0));
  const state = openCount(threads) || resolvedBy(shown);
  return `[${count}](${threadLink(opened, shown)}) · ${escapeMarkdown(state)}`;
}

/** What a thread is about and says, as paragraphs of Markdown in which nothing of it is active. */
export function describeThread(opened: OpenStudy, thread: Thread): string[] {
  const said = thread.comments.slice(0, MOST_SHOWN).map(({ author, comment }) => {
    const facts = [author, dateOf(comment.created), comment.decision ? vscode.l10n.t('decision') : ''];
    const by = facts.filter(fact => fact !== '').map(escapeMarkdown);
    return `**${by[0]}** ${by.slice(1).join(' · ')}  \n${escapeMarkdown(shorten(comment.comment ?? '', WORDS_SHOWN))}`;
  });
  const all = `[${commentCount(thread.comments.length)}](${threadLink(opened, thread)})`;
  return [`**${escapeMarkdown(threadTitle(opened, thread))}**`, ...said, all];
}
