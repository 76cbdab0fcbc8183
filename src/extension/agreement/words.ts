import * as vscode from 'vscode';
import type { MeasureName } from '../../core/analysis/agreement/agreement.js';
import type { AgreementWords, MeasureWords } from '../../core/report/figures/agreementWords.js';

/** The words of picture and table in the language of VS Code. */
export function agreementWords(): AgreementWords {
  const { t } = vscode.l10n;
  return {
    rows: { all: t('All'), theme: t('Theme'), code: t('Code'), transcript: t('Transcript'), pair: t('Coders') },
    measures: measureWords(),
    title: t('{0}, by {1}'),
    gist: t('{0}: {1} rows. Least on {2}: {3}. Most on {4}: {5}.'),
    noneGist: t('{0}: {1} rows, for none of which there is a figure.'),
    caption: t(
      'Lines are intervals in which the middle 95 % of the figures lie when the text is drawn anew at random. An open circle has a warning.',
    ),
    percentCaption: t('Chance is not taken into account.'),
    chanceCaption: t('1 is full agreement, 0 what chance alone would give.'),
    units: t('Compared'),
    codings: t('Codings'),
    none: t('none'),
    notApplied: t('This figure makes no sense here.'),
    warning: t('Read with care'),
    lower: t('{0}, lower end'),
    upper: t('{0}, upper end'),
    reason: t('{0}, why there is none'),
  };
}

/** What each measure is called, says and comes from; titles of papers and journals are not translated. */
function measureWords(): Readonly<Record<MeasureName, MeasureWords>> {
  const { t } = vscode.l10n;
  return {
    percent: {
      name: t('Agreement'),
      short: t('Agreement'),
      meaning: t('The share of what is compared on which coders did the same: both gave the code, or neither did.'),
      source: t('Also called observed agreement.'),
    },
    cohen: {
      name: t('Cohen’s kappa'),
      short: t('kappa'),
      meaning: t(
        'Agreement of two coders beyond chance, where each has habits of their own in how often they give a code.',
      ),
      source: 'Cohen (1960), Educational and Psychological Measurement 20, 37–46.',
    },
    scott: {
      name: t('Scott’s pi'),
      short: t('pi'),
      meaning: t('Agreement of two coders beyond chance, as if both gave a code equally often.'),
      source: 'Scott (1955), Public Opinion Quarterly 19, 321–325.',
    },
    fleiss: {
      name: t('Fleiss’ kappa'),
      short: t('Fleiss’ kappa'),
      meaning: t('Agreement beyond chance of three or more coders, all of whom coded everything.'),
      source: 'Fleiss (1971), Psychological Bulletin 76, 378–382.',
    },
    alpha: {
      name: t('Krippendorff’s alpha'),
      short: t('alpha'),
      meaning: t('Agreement beyond chance of any number of coders, also where some did not code everything.'),
      source: 'Krippendorff (2011), Computing Krippendorff’s alpha-reliability.',
    },
    ac1: {
      name: t('Gwet’s AC1'),
      short: t('AC1'),
      meaning: t('Agreement beyond chance that stays steady where a code is very rare or very frequent.'),
      source: 'Gwet (2008), British Journal of Mathematical and Statistical Psychology 61, 29–48.',
    },
    anyAlpha: {
      name: t('Krippendorff’s |u-alpha'),
      short: t('|u-alpha'),
      meaning: t('Whether coders found the same text worth a code, whichever that is, character by character.'),
      source: 'Krippendorff et al. (2016), Quality & Quantity 50, 2347–2364.',
    },
    uAlpha: {
      name: t('Krippendorff’s u-alpha'),
      short: t('u-alpha'),
      meaning: t('Whether coders drew the same borders and gave the same code, character by character.'),
      source: 'Krippendorff et al. (2016), Quality & Quantity 50, 2347–2364.',
    },
    cuAlpha: {
      name: t('Krippendorff’s cu-alpha'),
      short: t('cu-alpha'),
      meaning: t('Where both coders gave something a code, whether it was the same one.'),
      source: 'Krippendorff et al. (2016), Quality & Quantity 50, 2347–2364.',
    },
    kuAlpha: {
      name: t('Krippendorff’s (k)u-alpha'),
      short: t('(k)u-alpha'),
      meaning: t('How well this code is told apart from the others where somebody gave it.'),
      source: 'Krippendorff et al. (2016), Quality & Quantity 50, 2347–2364.',
    },
  };
}
