import * as vscode from 'vscode';
import type { Mark } from '../../core/analysis/evidence/evidence.js';
import type { Quantifier } from '../../core/analysis/evidence/quantifier.js';
import type { NothingState, Texts } from '../../webview/evidence/protocol.js';
import { evidenceLabel } from '../coding/evidenceWords.js';

/** The words of the page in the person's language. */
export function evidenceTexts(): Texts {
  const { t } = vscode.l10n;
  return {
    heading: t('Who said it'),
    showExcerpts: t('Show Excerpts'),
    copy: t('Copy as Markdown'),
    save: t('Save…'),
    byRole: t('By role'),
    said: t('Said it'),
    against: t('Against it only'),
    silent: t('Did not'),
    nobody: t('nobody'),
    oneExcerpt: t('1 excerpt'),
    manyExcerpts: t('{0} excerpts'),
    spokeIn: t('spoke in'),
    askFor: t('Ask for what {0} says of it: {1}'),
    openSession: t('Open {0}'),
    byKind: t('By kind of session'),
    bySession: t('By session'),
    session: t('Session'),
    kind: t('Kind'),
    word: t('Word'),
    excerpts: t('Excerpts'),
    noExcerpts: t('No excerpts in scope.'),
    supports: evidenceLabel('supports'),
    nuances: evidenceLabel('nuances'),
    contradicts: evidenceLabel('contradicts'),
    open: t('Show in Transcript'),
    mark: t('Mark…'),
    memo: t('Memo:'),
    showAll: t('Show all {0}'),
    stopped: t('Not all transcripts were read.'),
    readAll: t('Read the Rest'),
  };
}

/** What numbers are called in words. */
export function quantifierLabel(word: Quantifier): string {
  const { t } = vscode.l10n;
  switch (word) {
    case 'all':
      return t('all');
    case 'nearly all':
      return t('nearly all');
    case 'most':
      return t('most');
    case 'about half':
      return t('about half');
    case 'some':
      return t('some');
    case 'a few':
      return t('a few');
    case 'one':
      return t('one');
    case 'none':
      return t('none');
  }
}

/** What excerpts of a mark are to the analysis. */
export function markTitle(mark: Mark): string {
  const { t } = vscode.l10n;
  switch (mark) {
    case 'supports':
      return t('supporting excerpts');
    case 'nuances':
      return t('nuancing excerpts');
    case 'contradicts':
      return t('contradicting excerpts: negative cases');
    case 'unmarked':
      return t('Excerpts without a mark');
  }
}

/** What is said of what does not count. */
export function notesText(outOfScope: number, inDoubt: number, byOthers: number, isMarked: boolean): string[] {
  const { t } = vscode.l10n;
  return [
    outOfScope === 0 ? '' : t('{0} excerpts out of scope are not counted.', outOfScope),
    inDoubt === 0 ? '' : t('{0} excerpts without a certain place are not counted.', inDoubt),
    byOthers === 0 ? '' : t('In {0} excerpts nobody of the sample speaks.', byOthers),
    isMarked ? '' : t('No excerpt is marked as supporting, nuancing or contradicting yet: “Mark…” does so.'),
  ].filter(text => text !== '');
}

/** There is no such theme or code. */
export function goneTexts(): NothingState {
  return {
    type: 'nothing',
    heading: vscode.l10n.t('Gone'),
    text: vscode.l10n.t(
      'This theme or code is no longer in the codebook. If it was merged or deleted, undo brings it back.',
    ),
  };
}

/** Nobody belongs to the sample. */
export function nobodyTexts(title: string): NothingState {
  return {
    type: 'nothing',
    heading: vscode.l10n.t('Who said it: {0}', title),
    text: vscode.l10n.t(
      'Nobody speaks in scope yet, so there is nobody to count. Participants are who participants.csv or the front matter of transcripts declares; where a code marks what is in scope, they have to speak there.',
    ),
  };
}
