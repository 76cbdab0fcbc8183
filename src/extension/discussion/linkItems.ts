import * as vscode from 'vscode';
import { allThreads } from '../../core/discussion/threads.js';
import { type LinkSite, linkSiteAt } from '../../core/memos/linkSite.js';
import { THREADS, threadName } from '../../core/memos/links.js';
import { shorten } from '../../core/text/shorten.js';
import type { Asked, Completing } from '../common/completionWhenAsked.js';
import { linksFor } from '../memos/completion.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import { describeThread } from './describe.js';
import { subjectName, whereOf } from './words.js';

const WORDS_SHOWN = 70;
const AGAIN: vscode.Command = { command: 'editor.action.triggerSuggest', title: '' };

/** Where a link is being written: the word that lists the discussions when it is chosen. */
export function discussionItem(site: LinkSite, { line, character }: vscode.Position): vscode.CompletionItem {
  const item = new vscode.CompletionItem(THREADS, vscode.CompletionItemKind.Issue);
  item.detail = vscode.l10n.t('Choose one of the discussions');
  item.sortText = '4';
  item.insertText = `${THREADS}#`;
  item.range = new vscode.Range(line, site.start, line, character);
  item.command = AGAIN;
  return item;
}

/** Behind `discussion#`: all discussions by what they are about and what was said first, those that began last on top. */
export function threadItems(opened: OpenStudy, site: LinkSite, { line }: vscode.Position): vscode.CompletionItem[] {
  const threads = [...allThreads(opened.seen)].reverse();
  return threads.map((thread, i) => {
    const words = shorten(thread.comments[0]?.comment.comment ?? '', WORDS_SHOWN);
    const subject = subjectName(opened, thread.subject);
    const item = new vscode.CompletionItem({ label: words, description: subject }, vscode.CompletionItemKind.Issue);
    item.detail = whereOf(thread);
    item.documentation = new vscode.MarkdownString(describeThread(opened, thread).join('\n\n'));
    item.insertText = site.isAbout ? threadName(thread.id) : `${threadName(thread.id)}]]`;
    item.filterText = `${THREADS}#${words} ${subject} ${thread.id}`;
    item.sortText = `1 ${String(i).padStart(6, '0')}`;
    item.range = new vscode.Range(line, site.start, line, site.end);
    return item;
  });
}

/** Completion behind `[[` in the boxes for the words of comments, as in memos. */
export class CommentCompletion implements Completing {
  constructor(private readonly studies: Studies) {}

  async complete({ line, position }: Asked): Promise<vscode.CompletionList | undefined> {
    const site = linkSiteAt(line, position.character);
    const opened = site && !site.isAbout ? await this.studies.current() : undefined;
    if (site === undefined || opened === undefined) return undefined;
    return linksFor(opened, site, line.slice(site.start, position.character), position, []);
  }
}
