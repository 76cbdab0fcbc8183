import * as vscode from 'vscode';
import type { Thread } from '../../core/discussion/threads.js';
import type { OpenStudy } from '../study/openStudy.js';
import { DraftComment, ShownComment } from './shownComment.js';
import { subjectName, threadTitle } from './words.js';

/** A thread of a study in VS Code's comment interface. */
export class ShownThread {
  private comments: readonly ShownComment[] = [];
  private nameElsewhere: string | undefined;
  private draft: DraftComment | undefined;

  /** @param widget has no comments yet, or is what a first comment was written in */
  constructor(
    readonly opened: OpenStudy,
    readonly widget: vscode.CommentThread,
    public thread: Thread,
  ) {}

  /** What it is about, in a few words. */
  get name(): string {
    return this.nameElsewhere ?? subjectName(this.opened, this.thread.subject);
  }

  /**
   * Shows the thread as it is now.
   * @param range where it stands; undefined: about the document as a whole
   * @param me whose comments can be changed
   * @param name what it is about, as a version calls it that has it, where today's files do not
   */
  update(thread: Thread, range: vscode.Range | undefined, me: string | undefined, name?: string): void {
    const { widget, opened } = this;
    this.thread = thread;
    this.nameElsewhere = name;
    const isMoved = range === undefined ? widget.range !== undefined : !widget.range?.isEqual(range);
    if (isMoved) widget.range = range;
    set(widget, 'label', threadTitle(opened, thread, name));
    set(widget, 'contextValue', thread.resolved ? 'resolved' : 'open');
    const { Resolved, Unresolved } = vscode.CommentThreadState;
    set(widget, 'state', thread.resolved ? Resolved : Unresolved);
    const next = thread.comments.map(source => {
      const made = new ShownComment(opened, source, source.author === me);
      // What is being rewritten stays so, unless it says something else by now.
      return this.comments.find(one => one.id === made.id && one.looksLike(made)) ?? made;
    });
    const isSame = next.length === this.comments.length && next.every((one, i) => one === this.comments[i]);
    this.comments = next;
    if (!isSame || widget.comments.length !== next.length + (this.draft === undefined ? 0 : 1)) this.show();
  }

  /**
   * Lets the person write a reply, with the keyboard in it.
   * @param typed what is in it already
   */
  reply(author: string, typed = ''): void {
    this.draft = new DraftComment(author, typed);
    this.show();
    expand(this.widget);
  }

  /** The draft was sent or given up. */
  dropDraft(): void {
    if (this.draft === undefined) return;
    this.draft = undefined;
    this.show();
  }

  /** Whether a comment is its draft. */
  isDraft(comment: vscode.Comment): boolean {
    return comment === this.draft;
  }

  /** Shows comments anew, as after one began to be, or is no longer, rewritten. */
  show(): void {
    this.widget.comments = [...this.comments, ...(this.draft === undefined ? [] : [this.draft])];
  }
}

/** Opens a thread, be it open already for all the extension knows: a person may have closed it, of which nobody is told. */
export function expand(widget: vscode.CommentThread): void {
  widget.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
  widget.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
}

/** Says only what is new: everything else would be drawn again. */
function set<K extends 'label' | 'contextValue' | 'state'>(
  widget: vscode.CommentThread,
  key: K,
  value: NonNullable<vscode.CommentThread[K]>,
): void {
  if (widget[key] !== value) widget[key] = value;
}
