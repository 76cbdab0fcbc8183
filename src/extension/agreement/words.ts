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
      meaning: t('The share of what is compared on which coders did the same: both gave the code, or neither did.'),
      source: t('Also called observed agreement.'),
    },
    cohen: {
      name: t('Cohen’s κ'),
      meaning: t(
        'Agreement of two coders beyond chance, where each has habits of their own in how often they give a code.',
      ),
      source: 'Cohen (1960), Educational and Psychological Measurement 20, 37–46.',
    },
    scott: {
      name: t('Scott’s π'),
      meaning: t('Agreement of two coders beyond chance, as if both gave a code equally often.'),
      source: 'Scott (1955), Public Opinion Quarterly 19, 321–325.',
    },
    fleiss: {
      name: t('Fleiss’ κ'),
      meaning: t('Agreement beyond chance of three or more coders, all of whom coded everything.'),
      source: 'Fleiss (1971), Psychological Bulletin 76, 378–382.',
    },
    alpha: {
      name: t('Krippendorff’s α'),
      meaning: t('Agreement beyond chance of any number of coders, also where some did not code everything.'),
      source: 'Krippendorff (2011), Computing Krippendorff’s alpha-reliability.',
    },
    ac1: {
      name: t('Gwet’s AC1'),
      meaning: t('Agreement beyond chance that stays steady where a code is very rare or very frequent.'),
      source: 'Gwet (2008), British Journal of Mathematical and Statistical Psychology 61, 29–48.',
    },
    anyAlpha: {
      name: t('|u|α'),
      meaning: t('Whether coders found the same stretches worth a code, whichever code that is.'),
      source: 'Krippendorff et al. (2016), Quality & Quantity 50, 2347–2364.',
    },
    uAlpha: {
      name: t('uα'),
      meaning: t(
        'Whether coders marked the same stretches with the same codes; how far the ends of passages are apart counts.',
      ),
      source: 'Krippendorff et al. (2016), Quality & Quantity 50, 2347–2364.',
    },
    cuAlpha: {
      name: t('cuα'),
      meaning: t('Where both coders gave something a code, whether it was the same one.'),
      source: 'Krippendorff et al. (2016), Quality & Quantity 50, 2347–2364.',
    },
    kuAlpha: {
      name: t('(k)uα'),
      meaning: t('Of what anybody gave this code, how much others gave it, too.'),
      source: 'Krippendorff et al. (2016), Quality & Quantity 50, 2347–2364.',
    },
  };
}
