import * as vscode from 'vscode';
import { describeChange } from '../../core/review/sentence.js';
import { sideOf } from '../../core/review/status.js';
import { escapeMarkdown } from '../../core/text/escapeMarkdown.js';
import { beforeAndAfter } from './beforeAndAfter.js';
import type { ChangeNode } from './nodes.js';
import type { ReviewMarks } from './reviewMarks.js';
import { statusMeaning, statusOf } from './status.js';

/** A change at length: the sentence, the passage, what it was and is, who and where, and how far its review has come. */
export function tooltipOf({ opened, change }: ChangeNode, marks: ReviewMarks): vscode.MarkdownString {
  const { text, quote, by } = describeChange(change);
  const sides = beforeAndAfter(change);
  const was = sides.before === undefined ? '' : `*${vscode.l10n.t('Before:')}* ${escapeMarkdown(sides.before)}`;
  const is = sides.after === undefined ? '' : `*${vscode.l10n.t('After:')}* ${escapeMarkdown(sides.after)}`;
  const facts = [by, change.transcript ?? change.path].filter(fact => fact !== undefined).map(escapeMarkdown);
  const status = statusOf(opened, change, marks);
  const parts = [
    `**${escapeMarkdown(text)}**`,
    quote === undefined ? '' : `“${escapeMarkdown(quote)}”`,
    was,
    is,
    facts.join(' · '),
    statusMeaning(status, sideOf(opened.study, change)),
  ];
  return new vscode.MarkdownString(parts.filter(part => part !== '').join('\n\n'));
}
