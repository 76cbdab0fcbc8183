import * as vscode from 'vscode';
import { escapeMarkdown } from '../../core/text/escapeMarkdown.js';
import { excerptCount } from '../codebook/words.js';
import type { Coder } from '../coding/coder.js';
import { numberWords } from '../common/numberWords.js';
import { codersShown } from './coders.js';
import type { Figures } from './figures.js';
import { figuresShown, type ProgressShown } from './figuresShown.js';
import type { TranscriptNode } from './nodes.js';
import { coveredText, noteCount, percent, stateLabel } from './words.js';

/** What a transcript is and how far everybody has come with it, as Markdown in which nothing can be selected. */
export function transcriptTooltip(node: TranscriptNode, coder: Coder, figures: Figures): vscode.MarkdownString {
  const { opened, path, label } = node;
  const me = coder.name;
  const { coders, relevance, known } = figuresShown(opened, path, codersShown(opened, coder), me, figures);
  const lines = [`**${escapeMarkdown(label)}** — ${escapeMarkdown(path)}`];
  if (known?.missing || !opened.study.exists(path)) {
    lines.push(vscode.l10n.t('The file is not there; what was said of it is kept.'));
  } else if (known === undefined) lines.push(vscode.l10n.t('Being read…'));
  else {
    lines.push(joined([known.kind, known.participants.join(', '), known.date]));
    const length = vscode.l10n.t(
      '{0} words, {1} by participants',
      numberWords(known.words),
      numberWords(known.participantWords),
    );
    lines.push(joined([length, known.duration]));
    if (relevance === 'relevant' && known.inScope !== undefined) {
      const { share, words } = known.inScope;
      lines.push(vscode.l10n.t('In scope: {0} words by participants, {1}', numberWords(words), percent(share)));
    } else if (relevance === 'irrelevant') lines.push(vscode.l10n.t('Read, and nothing marked as in scope'));
    else if (relevance === 'unread')
      lines.push(vscode.l10n.t('Nobody has read it: whether anything is in scope is open'));
  }
  const shown = coders.filter(each => each.coder !== '');
  if (shown.length > 0)
    lines.push(shown.map(each => `- ${progressLine(each, me, known?.inScope !== undefined)}`).join('\n'));
  return new vscode.MarkdownString(lines.filter(line => line !== '').join('\n\n'));
}

function progressLine(progress: ProgressShown, me: string | undefined, hasScope: boolean): string {
  const { coder, state, codings, share, notes, inDoubt, changed } = progress;
  const name = coder === me ? vscode.l10n.t('{0} (you)', escapeMarkdown(coder)) : escapeMarkdown(coder);
  const parts = [
    stateLabel(state),
    codings > 0 ? excerptCount(codings) : '',
    codings > 0 && share !== undefined ? coveredText(percent(share), hasScope) : '',
    inDoubt ? vscode.l10n.t('{0} to review', inDoubt) : '',
    changed ? vscode.l10n.t('{0} with edited wording', changed) : '',
    notes > 0 ? noteCount(notes) : '',
  ];
  return `**${name}**: ${parts.filter(part => part !== '').join(' · ')}`;
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts
    .filter(part => part !== undefined && part !== '')
    .map(part => escapeMarkdown(part ?? ''))
    .join(' · ');
}
