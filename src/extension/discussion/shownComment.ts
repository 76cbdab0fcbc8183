import * as vscode from 'vscode';
import { commentMarkdown } from '../../core/discussion/markdown.js';
import type { ThreadComment } from '../../core/discussion/threads.js';
import { dateOf } from '../common/date.js';
import { Command } from '../ids.js';
import type { OpenStudy } from '../study/openStudy.js';
import { linkIn } from './links.js';

/** The only command that a link in a comment may run: it is told a study and what stood between the brackets. */
export const COMMENT_COMMANDS = [Command.followLink];

/** A comment as VS Code shows it. */
export class ShownComment implements vscode.Comment {
  body: string | vscode.MarkdownString;
  mode = vscode.CommentMode.Preview;
  readonly author: vscode.CommentAuthorInformation;
  readonly contextValue: string;
  readonly label?: string;
  readonly timestamp: Date;

  /** @param isOwn whether the person at the window wrote it, and so may change it */
  constructor(
    readonly opened: OpenStudy,
    readonly source: ThreadComment,
    readonly isOwn: boolean,
  ) {
    const { author, comment } = source;
    this.body = bodyOf(opened, comment.comment ?? '');
    this.author = { name: author };
    this.contextValue = [isOwn ? 'own' : 'other', ...(comment.decision ? ['decision'] : [])].join(' ');
    this.timestamp = new Date(comment.created);
    const label = labelOf(source);
    if (label !== '') this.label = label;
  }

  /** Id of the comment. */
  get id(): string {
    return this.source.comment.id;
  }

  /** What it says while it is being rewritten. */
  get typed(): string {
    return typeof this.body === 'string' ? this.body : this.body.value;
  }

  /** Lets the person rewrite it: then the words stand in it as they were typed. */
  edit(): void {
    this.body = this.source.comment.comment ?? '';
    this.mode = vscode.CommentMode.Editing;
  }

  /** Shows the words as they are written again. */
  forgetTyped(): void {
    this.mode = vscode.CommentMode.Preview;
    this.body = bodyOf(this.opened, this.source.comment.comment ?? '');
  }

  /** Whether it looks as another one does. */
  looksLike(other: ShownComment): boolean {
    const same = (a: ThreadComment, b: ThreadComment): boolean => JSON.stringify(a) === JSON.stringify(b);
    return same(this.source, other.source) && this.isOwn === other.isOwn && this.linkedBody === other.linkedBody;
  }

  /** What links are called depends on the study. */
  private get linkedBody(): string {
    return this.mode === vscode.CommentMode.Editing
      ? bodyOf(this.opened, this.source.comment.comment ?? '').value
      : this.typed;
  }
}

/** A comment that is being written for the first time, with the keyboard in it. */
export class DraftComment implements vscode.Comment {
  body: string | vscode.MarkdownString;
  readonly mode = vscode.CommentMode.Editing;
  readonly contextValue = 'draft';
  readonly author: vscode.CommentAuthorInformation;

  /** @param typed what is in it already */
  constructor(author: string, typed = '') {
    this.author = { name: author };
    this.body = typed;
  }

  /** What was typed so far, once a button asks for it. */
  get typed(): string {
    return typeof this.body === 'string' ? this.body : this.body.value;
  }
}

function bodyOf(opened: OpenStudy, words: string): vscode.MarkdownString {
  const body = new vscode.MarkdownString(commentMarkdown(words, (link, written) => linkIn(opened, link, written)));
  body.isTrusted = { enabledCommands: COMMENT_COMMANDS };
  return body;
}

function labelOf({ comment }: ThreadComment): string {
  const facts = [
    comment.decision ? vscode.l10n.t('decision') : '',
    comment.edited === undefined ? '' : vscode.l10n.t('edited {0}', dateOf(comment.edited)),
  ];
  return facts.filter(fact => fact !== '').join(' · ');
}
