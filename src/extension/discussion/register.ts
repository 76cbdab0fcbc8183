import * as vscode from 'vscode';
import type { Thread } from '../../core/discussion/threads.js';
import type { CommentOptions } from '../../core/discussion/write.js';
import { threadName } from '../../core/memos/links.js';
import type { Targets } from '../codebook/target.js';
import { completionWhenAsked } from '../common/completionWhenAsked.js';
import { Disposables } from '../common/disposables.js';
import { loadedCommands } from '../common/loadedCommands.js';
import { announce } from '../common/report.js';
import { Command } from '../ids.js';
import { MEMO_TRIGGERS } from '../memos/triggers.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Discussion } from './discussion.js';
import { DraftComment, ShownComment } from './shownComment.js';

/** Commands of discussions: on a row or at the cursor, in the boxes of threads, and the list of all. */
export function registerDiscussion(discussion: Discussion, targets: Targets): vscode.Disposable {
  const disposables = new Disposables();
  const services = { ...discussion.services, targets };
  const { studies } = services;
  const load = () => import('./loaded.js');
  const command = loadedCommands(disposables, load);
  command(Command.comment, async (loaded, args) => {
    const meant = await loaded.subjectMeant(args, services);
    if (meant !== undefined) await discussion.comment(meant.opened, meant.subject, columnIn(args[1]));
  });
  command(Command.showDiscussion, async loaded => {
    const found = await loaded.pickThread(studies, vscode.l10n.t('Show which discussion?'), () => true);
    if (found !== undefined) await discussion.show(found.opened, found.thread.id);
  });
  command(Command.showThread, async (_, [argument]) => {
    if (typeof argument !== 'object' || argument === null || !('uri' in argument) || !('id' in argument)) return;
    const { uri, id } = argument;
    if (typeof uri !== 'string' || typeof id !== 'string') return;
    const opened = await studies.of(vscode.Uri.parse(uri, true));
    if (opened !== undefined) await discussion.show(opened, id);
  });
  command(Command.followLink, (loaded, [argument]) => loaded.followLink(argument, studies));

  /** Writes what was typed as a reply where the thread is there already, else as the first comment of a new one. */
  const write = async (widget: vscode.CommentThread, text: string, options: CommentOptions): Promise<boolean> => {
    const shown = discussion.threads.of(widget);
    if (shown !== undefined) return discussion.reply(shown.opened, shown.thread.id, text, options);
    const document = await vscode.workspace.openTextDocument(widget.uri);
    const about = discussion.subjectOf(widget) ?? (await (await load()).subjectAt(document, widget.range, services));
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
  command(Command.sendComment, (_, [argument]) => send(argument, {}));
  command(Command.sendDecision, (_, [argument]) => send(argument, { decision: true }));
  command(Command.sendAndResolve, (_, [argument]) => send(argument, { does: 'resolve' }));

  command(Command.editComment, async (loaded, [comment]) => loaded.beginEditing(discussion, comment));
  command(Command.saveComment, (loaded, [comment]) => loaded.saveEdited(discussion, comment));
  command(Command.deleteComment, (loaded, [comment]) => loaded.deleteComment(discussion, comment));
  command(Command.markDecision, (loaded, [comment]) => loaded.setDecision(discussion, comment, true));
  command(Command.unmarkDecision, (loaded, [comment]) => loaded.setDecision(discussion, comment, false));
  command(Command.cancelComment, async (loaded, [comment]) => {
    if (comment instanceof ShownComment) loaded.cancelEditing(discussion, comment);
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
    isWidget(argument) ? discussion.threads.of(argument) : (await load()).pickThread(studies, ask, fits);
  command(Command.resolveThread, async (_, [widget]) => {
    const found = await thread(widget, vscode.l10n.t('Resolve which discussion?'), ({ resolved }) => !resolved);
    if (found !== undefined) await discussion.reply(found.opened, found.thread.id, '', { does: 'resolve' });
  });
  command(Command.reopenThread, async (_, [widget]) => {
    const found = await thread(widget, vscode.l10n.t('Reopen which discussion?'), ({ resolved }) => resolved);
    if (found !== undefined) await discussion.reply(found.opened, found.thread.id, '', { does: 'reopen' });
  });
  command(Command.copyThreadLink, async (_, [argument]) => {
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
      completionWhenAsked(async () => new (await load()).CommentCompletion(studies)),
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
