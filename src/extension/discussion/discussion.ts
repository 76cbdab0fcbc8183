import * as vscode from 'vscode';
import { ChangeRefused } from '../../core/codebook/change.js';
import { type Subject, threadsOf } from '../../core/discussion/threads.js';
import type { CommentOptions, CommentsDone } from '../../core/discussion/write.js';
import type { Coder } from '../coding/coder.js';
import { Disposables } from '../common/disposables.js';
import { announce } from '../common/report.js';
import { conclude } from '../history/conclude.js';
import type { History } from '../history/history.js';
import type { OpenStudy } from '../study/openStudy.js';
import { CommentingRanges } from './commentingRanges.js';
import type { FurtherPlace } from './furtherPlaces.js';
import type { PlaceServices } from './places.js';
import { DraftComment } from './shownComment.js';
import { expand } from './shownThread.js';
import { ShownThreads } from './shownThreads.js';
import type { SubjectInStudy } from './subjectMeant.js';
import { subjectName } from './words.js';

/** What discussions need of the rest of the extension. */
export interface DiscussionServices extends PlaceServices {
  readonly coder: Coder;
  readonly history: History;
}

/** The name by which menus know our comments. */
export const CONTROLLER = 'verbatim.discussion';

/** Discussions of codings, codes and themes in VS Code's comment interface. */
export class Discussion implements vscode.Disposable {
  private readonly disposables = new Disposables();
  /** Threads that have a draft and no comment yet, and what they are about, where that is known. */
  private readonly begun = new Map<vscode.CommentThread, Begun>();
  private readonly controller: vscode.CommentController;
  /** The threads that are shown. */
  readonly threads: ShownThreads;

  constructor(readonly services: DiscussionServices) {
    this.controller = this.disposables.add(
      vscode.comments.createCommentController(CONTROLLER, vscode.l10n.t('Verbatim: Discussion')),
    );
    this.controller.options = {
      prompt: vscode.l10n.t('Reply…'),
      placeHolder: vscode.l10n.t('A comment; [[…]] links to codes, excerpts and memos by their names'),
    };
    this.threads = this.disposables.add(new ShownThreads(services, this.controller));
    this.disposables.add(new CommentingRanges(services, this.controller));
  }

  dispose(): void {
    for (const widget of this.begun.keys()) widget.dispose();
    this.disposables.dispose();
  }

  /**
   * Lets a person comment on a coding, a code or a theme: goes there and opens its thread, or begins one, with the keyboard in the
   * box for the words. Nothing is written until these are sent.
   * @param column where its document is to be shown; without it where one works
   * @throws ChangeRefused where the subject is not in the study any more
   */
  async comment(opened: OpenStudy, subject: Subject, column?: vscode.ViewColumn): Promise<void> {
    const { documents, coder } = this.services;
    const { placeOfSubject } = await import('./loaded.js');
    const place = await placeOfSubject(opened, subject, documents);
    if (place === undefined) {
      throw new ChangeRefused(
        vscode.l10n.t('There is nothing to comment on: it is not in the study any more.'),
        vscode.l10n.t('Refresh the view and choose something that is there.'),
      );
    }
    const author = await coder.ensure(opened);
    if (author === undefined) return;
    await goTo(place, column);
    await this.beginOrReply(place, { opened, subject }, author);
  }

  /**
   * Lets a person comment on something that today's files do not have, in a document that shows a version with it. The document is
   * shown already.
   */
  async commentIn(
    document: vscode.TextDocument,
    opened: OpenStudy,
    { subject, range, name }: FurtherPlace,
  ): Promise<void> {
    const author = await this.services.coder.ensure(opened);
    if (author === undefined) return;
    await this.beginOrReply({ document, range }, { opened, subject, nameElsewhere: name }, author);
  }

  private async beginOrReply(place: Place, about: SubjectInStudy, author: string): Promise<void> {
    const { opened, subject } = about;
    await this.threads.refresh();
    const open = threadsOf(opened.seen, subject).findLast(({ resolved }) => !resolved);
    const shown = open && this.threads.find(opened, open.id);
    if (shown === undefined) this.begin(place, about, author);
    else shown.reply(author);
  }

  /** Goes to a thread (by the id of any of its comments) and opens it; says so where it is not there, or hidden. */
  async show(opened: OpenStudy, id: string): Promise<void> {
    const { placeOfThread } = await import('./loaded.js');
    const place = await placeOfThread(opened, id, this.services.documents);
    if (place === undefined) {
      announce(vscode.l10n.t('$(info) This discussion is not in the study any more.'));
      return;
    }
    const wasShown = this.threads.find(opened, id) !== undefined && isVisible(place.document);
    await goTo(place);
    await this.threads.refresh();
    const shown = this.threads.find(opened, id);
    if (shown === undefined) {
      announce(
        vscode.l10n.t('$(info) The coding that this discussion is about is hidden. “Show All Codings” shows it.'),
      );
      return;
    }
    expand(shown.widget);
    if (wasShown) await vscode.commands.executeCommand('workbench.action.focusCommentOnCurrentLine');
  }

  /**
   * Writes the first comment of a thread.
   * @returns whether it is written; not where the person would not say who they are
   */
  async send(
    widget: vscode.CommentThread,
    about: SubjectInStudy,
    words: string,
    options: CommentOptions,
  ): Promise<boolean> {
    const { opened, subject, nameElsewhere } = about;
    const author = await this.services.coder.ensure(opened);
    if (author === undefined) return false;
    const { addComment } = await import('./loaded.js');
    const isElsewhere = nameElsewhere !== undefined;
    await this.threads.adopt(widget, opened, async () => {
      const done = await addComment(opened.study, author, subject, words, { ...options, isElsewhere });
      this.begun.delete(widget);
      await this.conclude(opened, nameElsewhere ?? subjectName(opened, subject), done, options);
      return done.comments[0]?.id;
    });
    return true;
  }

  /**
   * Replies to a thread that is shown, resolves it or opens it again.
   * @returns as `send`
   */
  async reply(opened: OpenStudy, id: string, words: string, options: CommentOptions): Promise<boolean> {
    const author = await this.services.coder.ensure(opened);
    if (author === undefined) return false;
    const { replyTo } = await import('./loaded.js');
    const shown = this.threads.find(opened, id);
    const done = await replyTo(opened.study, author, id, words, options);
    shown?.dropDraft();
    await this.conclude(opened, shown?.name ?? subjectName(opened, undefined), done, options);
    await this.threads.refresh();
    return true;
  }

  /** Keeps words that VS Code has taken out of their box, where they were not written after all: as a draft in their thread. */
  keep(widget: vscode.CommentThread, words: string): void {
    const author = this.services.coder.name ?? '';
    const shown = this.threads.of(widget);
    if (shown !== undefined) {
      shown.reply(author, words);
      return;
    }
    const draft = new DraftComment(author, words);
    const about = this.subjectOf(widget);
    this.begun.set(widget, about === undefined ? { draft } : { draft, about });
    widget.comments = [draft];
    expand(widget);
  }

  /** What a thread that a command began, and that has no comment yet, is about. */
  subjectOf(widget: vscode.CommentThread): SubjectInStudy | undefined {
    return this.begun.get(widget)?.about;
  }

  /** The thread that was begun with a draft. */
  begunWith(comment: vscode.Comment): vscode.CommentThread | undefined {
    return [...this.begun].find(([, { draft }]) => draft === comment)?.[0];
  }

  /** Takes a thread away in which nothing was said. */
  giveUp(widget: vscode.CommentThread): void {
    this.begun.delete(widget);
    widget.dispose();
  }

  private begin({ document, range }: Place, about: SubjectInStudy, author: string): void {
    for (const widget of [...this.begun.keys()]) this.giveUp(widget);
    const draft = new DraftComment(author);
    const at = range ?? new vscode.Range(0, 0, 0, 0);
    const widget = this.controller.createCommentThread(document.uri, at, [draft]);
    if (range === undefined) widget.range = undefined;
    widget.label = about.nameElsewhere ?? subjectName(about.opened, about.subject);
    widget.contextValue = 'begun';
    widget.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    this.begun.set(widget, { draft, about });
  }

  private async conclude(
    opened: OpenStudy,
    name: string,
    { edits, comments }: CommentsDone,
    { decision, does }: CommentOptions,
  ): Promise<void> {
    const [made] = comments;
    if (made === undefined || edits.length === 0) return;
    const title =
      made.does === 'resolve'
        ? vscode.l10n.t('Resolved the discussion of {0}', name)
        : made.does === 'reopen'
          ? vscode.l10n.t('Reopened the discussion of {0}', name)
          : decision
            ? vscode.l10n.t('Recorded a decision on {0}', name)
            : made.reply === undefined
              ? vscode.l10n.t('Commented on {0}', name)
              : vscode.l10n.t('Replied in the discussion of {0}', name);
    await conclude(this.services.history, opened, does === 'resolve' ? 'check' : 'comment', { title, edits });
  }
}

interface Begun {
  readonly draft: DraftComment;
  readonly about?: SubjectInStudy;
}

interface Place {
  readonly document: vscode.TextDocument;
  readonly range: vscode.Range | undefined;
}

/** Opens a document at a place. The cursor goes to its last line, where VS Code opens a thread. */
async function goTo({ document, range }: Place, column?: vscode.ViewColumn): Promise<void> {
  const editor = await vscode.window.showTextDocument(document, column);
  if (range === undefined) return;
  editor.selection = new vscode.Selection(range.end, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function isVisible(document: vscode.TextDocument): boolean {
  return vscode.window.visibleTextEditors.some(editor => editor.document === document);
}
