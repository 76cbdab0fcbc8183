import * as vscode from 'vscode';
import type { DisagreementWords } from '../../core/report/agreement/disagreements.js';
import type { StatementWords } from '../../core/report/agreement/statement.js';
import { listed } from '../codebook/words.js';

/** The words of what is said before the figures. */
export function statementWords(): StatementWords {
  const { t } = vscode.l10n;
  return {
    both: t('{0} both coded {1} of {2} transcripts.'),
    several: t('{0} are compared: {1} of {2} transcripts were coded by at least two of them.'),
    agree: t('They agree on {0} of {1}.'),
    alpha: t('Krippendorff’s alpha, which leaves out what chance alone would give, is {0} of at most 1.'),
    noAlpha: t('There is no alpha: {0}'),
    noPercent: t('There is no percentage: {0}'),
    inScope: t('Only what is in scope is compared.'),
    units: { character: t('the characters'), sentence: t('the sentences'), turn: t('the turns') },
    compared: t('Compared: {0}.'),
    uncoded: t('Transcripts that nobody coded: {0}.'),
    listed,
  };
}

/** The words of the list of disagreements. */
export function disagreementWords(): DisagreementWords {
  const { t } = vscode.l10n;
  return {
    only: t('{0} gave it this code, {1} did not.'),
    instead: t('{0} gave it {1}.'),
    otherExtent: t('{0} gave it this code, but not to the same words: {1}.'),
    extentOf: t('{0} {1} words'),
    listed,
  };
}
