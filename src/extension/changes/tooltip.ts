import * as vscode from 'vscode';
import { describeChange } from '../../core/review/sentence.js';
import { escapeMarkdown } from '../../core/text/escapeMarkdown.js';
import { beforeAndAfter } from './beforeAndAfter.js';
import type { ChangeNode } from './nodes.js';
import type { Reviews } from './reviews.js';
import { statusMeaning } from './status.js';

/** A change at length: the sentence, the passage, what it was and is, who and where, and how far its review has come. */
export async function tooltipOf(
  { opened, compared, change }: ChangeNode,
  reviews: Reviews,
): Promise<vscode.MarkdownString> {
  const { text, quote, by } = describeChange(change);
  const sides = beforeAndAfter(change);
  const was = sides.before === undefined ? '' : `*${vscode.l10n.t('Before:')}* ${escapeMarkdown(sides.before)}`;
  const is = sides.after === undefined ? '' : `*${vscode.l10n.t('After:')}* ${escapeMarkdown(sides.after)}`;
  const facts = [by, change.transcript ?? change.path].filter(fact => fact !== undefined).map(escapeMarkdown);
  const side = await reviews.sideOf(opened, compared, change);
  const status = reviews.statusOf(opened, change);
  const parts = [
    `**${escapeMarkdown(text)}**`,
    quote === undefined ? '' : `“${escapeMarkdown(quote)}”`,
    was,
    is,
    facts.join(' · '),
    statusMeaning(status, side),
  ];
  return new vscode.MarkdownString(parts.filter(part => part !== '').join('\n\n'));
}
