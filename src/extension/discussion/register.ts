import * as vscode from 'vscode';
import type { Thread } from '../../core/discussion/threads.js';
import type { CommentOptions } from '../../core/discussion/write.js';
import { threadName } from '../../core/memos/links.js';
import type { Targets } from '../codebook/target.js';
import { Disposables } from '../common/disposables.js';
import { announce, orReport } from '../common/report.js';
import { Command } from '../ids.js';
import { MEMO_TRIGGERS } from '../memos/completion.js';
import type { OpenStudy } from '../study/openStudy.js';
import { beginEditing, cancelEditing, deleteComment, saveEdited, setDecision } from './changeComment.js';
import type { Discussion } from './discussion.js';
import { CommentCompletion } from './linkItems.js';
import { followLink } from './links.js';
import { pickThread } from './pickThread.js';
import { DraftComment, ShownComment } from './shownComment.js';
import { subjectAt, subjectMeant } from './subjectMeant.js';

/** Commands of discussions: on a row or at the cursor, in the boxes of threads, and the list of all. */
export function registerDiscussion(discussion: Discussion, targets: Targets): vscode.Disposable {
  const disposables = new Disposables();
  const services = { ...discussion.services, targets };
  const { studies } = services;
  const command = (id: string, run: (args: readonly unknown[]) => Promise<void> | void): void => {
    disposables.add(vscode.commands.registerCommand(id, (...args: unknown[]) => orReport(async () => run(args))));
  };
  command(Command.comment, async args => {
    const meant = await subjectMeant(args, services);
    if (meant !== undefined) await discussion.comment(meant.opened, meant.subject, columnIn(args[1]));
  });
  command(Command.showDiscussion, async () => {
    const found = await pickThread(studies, vscode.l10n.t('Show which discussion?'), () => true);
    if (found !== undefined) await discussion.show(found.opened, found.thread.id);
  });
  command(Command.showThread, async ([argument]) => {
    if (typeof argument !== 'object' || argument === null || !('uri' in argument) || !('id' in argument)) return;
    const { uri, id } = argument;
    if (typeof uri !== 'string' || typeof id !== 'string') return;
    const opened = await studies.of(vscode.Uri.parse(uri, true));
    if (opened !== undefined) await discussion.show(opened, id);
  });
  command(Command.followLink, ([argument]) => followLink(argument, studies));

  /** Writes what was typed as a reply where the thread is there already, else as the first comment of a new one. */
  const write = async (widget: vscode.CommentThread, text: string, options: CommentOptions): Promise<boolean> => {
    const shown = discussion.threads.of(widget);
    if (shown !== undefined) return discussion.reply(shown.opened, shown.thread.id, text, options);
    const document = await vscode.workspace.openTextDocument(widget.uri);
    const about = discussion.subjectOf(widget) ?? (await subjectAt(document, widget.range, services));
    return about !== undefined && discussion.send(widget, about, text, options);
  };
  const send = async (argument: unknown, options: CommentOptions): Promise<void> => {
    if (argument instanceof DraftComment) {
      const widget = discussion.threads.withDraft(argument)?.widget ?? discussion.begunWith(argument);
      if (widget !== undefined && argument.typed.trim() !== '') await write(widget, argument.typed, options);
    } else if (isReply(argument) && argument.text.trim() !== '') {
      const { thread: widget, text } = argument;
      let isWritten = false;
      try {
        isWritten = await write(widget, text, options);
      } finally {
        if (!isWritten) discussion.keep(widget, text);
      }
    }
  };
  command(Command.sendComment, ([argument]) => send(argument, {}));
  command(Command.sendDecision, ([argument]) => send(argument, { decision: true }));
  command(Command.sendAndResolve, ([argument]) => send(argument, { does: 'resolve' }));

  command(Command.editComment, ([comment]) => beginEditing(discussion, comment));
  command(Command.saveComment, ([comment]) => saveEdited(discussion, comment));
  command(Command.deleteComment, ([comment]) => deleteComment(discussion, comment));
  command(Command.markDecision, ([comment]) => setDecision(discussion, comment, true));
  command(Command.unmarkDecision, ([comment]) => setDecision(discussion, comment, false));
  command(Command.cancelComment, ([comment]) => {
    if (comment instanceof ShownComment) cancelEditing(discussion, comment);
    if (!(comment instanceof DraftComment)) return;
    discussion.threads.withDraft(comment)?.dropDraft();
    const begun = discussion.begunWith(comment);
    if (begun !== undefined) discussion.giveUp(begun);
  });

  const thread = async (
    argument: unknown,
    ask: string,
    fits: (thread: Thread) => boolean,
  ): Promise<Found | undefined> =>
    isWidget(argument) ? discussion.threads.of(argument) : pickThread(studies, ask, fits);
  command(Command.resolveThread, async ([widget]) => {
    const found = await thread(widget, vscode.l10n.t('Resolve which discussion?'), ({ resolved }) => !resolved);
    if (found !== undefined) await discussion.reply(found.opened, found.thread.id, '', { does: 'resolve' });
  });
  command(Command.reopenThread, async ([widget]) => {
    const found = await thread(widget, vscode.l10n.t('Reopen which discussion?'), ({ resolved }) => resolved);
    if (found !== undefined) await discussion.reply(found.opened, found.thread.id, '', { does: 'reopen' });
  });
  command(Command.copyThreadLink, async ([argument]) => {
    const id =
      argument instanceof ShownComment
        ? argument.id
        : (await thread(argument, vscode.l10n.t('Copy the link of which discussion?'), () => true))?.thread.id;
    if (id === undefined) return;
    await vscode.env.clipboard.writeText(`[[${threadName(id)}]]`);
    announce(vscode.l10n.t('$(link) Copied the link. It works in memos and in comments.'));
  });
  disposables.add(
    vscode.languages.registerCompletionItemProvider(
      { scheme: 'comment' },
      new CommentCompletion(studies),
      ...MEMO_TRIGGERS,
    ),
  );
  return disposables;
}

interface Found {
  readonly opened: OpenStudy;
  readonly thread: Thread;
}

/** Where a page wants the document to be shown. */
function columnIn(options: unknown): vscode.ViewColumn | undefined {
  if (typeof options !== 'object' || options === null || !('column' in options)) return undefined;
  return typeof options.column === 'number' ? options.column : undefined;
}

function isReply(value: unknown): value is vscode.CommentReply {
  return (
    typeof value === 'object' &&
    value !== null &&
    'thread' in value &&
    'text' in value &&
    typeof value.text === 'string'
  );
}

function isWidget(value: unknown): value is vscode.CommentThread {
  return typeof value === 'object' && value !== null && 'collapsibleState' in value && 'comments' in value;
}
