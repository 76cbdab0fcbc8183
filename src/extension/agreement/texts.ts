import * as vscode from 'vscode';
import type { AgreementOffer, AgreementTexts, ToPage } from '../../webview/agreement/protocol.js';
import { listed } from '../codebook/words.js';
import { agreementWords } from './words.js';

/** The words of the page in the language of VS Code: a webview has no translations of its own. */
export function agreementTexts(): AgreementTexts {
  const { t } = vscode.l10n;
  return {
    words: agreementWords(),
    compare: t('Compare'),
    rows: t('By'),
    measure: t('Drawn'),
    coders: t('Coders'),
    inScope: t('In scope only'),
    saveAs: t('Save as'),
    saveSvg: t('The picture as SVG: sharp in every size'),
    savePng: t('The picture as PNG'),
    saveCsv: t('The table as CSV'),
    meanings: t('What the figures mean'),
    shownRows: t('The {0} of {1} rows on which least is agreed are shown.'),
    showAll: t('Show All'),
    stopped: t('This was cancelled: something is missing in these figures.'),
    goOn: t('Go On'),
    tableKeys: t('Arrow keys go through the rows, Enter lists the disagreements of one.'),
    listKeys: t('Arrow keys go through the disagreements, Enter shows the passage in its text.'),
    pngFailed: t('The picture could not be made. Please save it as SVG instead.'),
    nothingToDraw: t('There is nothing to save.'),
    nothingCompared: t('Nothing is left to compare. Choose other coders, or compare all of the text.'),
    allDisagreements: t('All disagreements'),
    disagreementsAbout: t('Disagreements: {0}'),
    noDisagreements: t('None: everything that is compared was coded alike.'),
    oneDisagreement: t('1 passage'),
    manyDisagreements: t('{0} passages'),
    kinds: {
      'only-one': t('not by all'),
      'other-code': t('another code'),
      'other-extent': t('other words'),
    },
    place: t('{0}, line {1}'),
    everyRow: t('Show All Disagreements'),
    showMore: t('Show {0} More'),
  };
}

/** What can be compared, and by what rows are made, by their names. */
export function choiceNames() {
  const { t } = vscode.l10n;
  return {
    units: { character: t('characters'), sentence: t('sentences'), turn: t('turns') },
    rows: {
      all: t('all together'),
      theme: t('theme'),
      code: t('code'),
      transcript: t('transcript'),
      pair: t('pair of coders'),
    },
  } as const;
}

type Nothing = Extract<ToPage, { type: 'nothing' }>;

function nothing(heading: string, text: string, ...offers: readonly AgreementOffer[]): Nothing {
  return { type: 'nothing', heading, text, offers };
}

/** @param why the core says why agreement is not shown */
export function notInThisStudy(why: string): Nothing {
  return nothing(vscode.l10n.t('Not shown in this study'), why);
}

/**
 * Colleagues are hidden from the person: figures about them would give away what they coded.
 * @param rounds names of the blind rounds that hide them; none where the person wants it so
 */
export function notWhileHidden(rounds: readonly string[]): Nothing {
  const { t } = vscode.l10n;
  if (rounds.length > 0)
    return nothing(
      t('Not while a blind round is open'),
      t(
        'What colleagues code in the blind round {0} is hidden until you close it. Agreement can be seen after that.',
        listed(rounds),
      ),
      { label: t('Close My Round…'), does: 'closeRound' },
    );
  return nothing(
    t('Colleagues are hidden'),
    t('Only your own codings are shown. Agreement can be seen once colleagues’ codings are shown, too.'),
    { label: t('Show Colleagues’ Codings'), does: 'showColleagues' },
  );
}

/** Why there is nothing to compare, as far as what is coded says. */
export function nothingToCompare(coders: readonly string[], hasTranscripts: boolean): Nothing {
  const { t } = vscode.l10n;
  if (!hasTranscripts)
    return nothing(t('No transcripts yet'), t('Put your transcripts into the folder “transcripts” as Markdown files.'));
  const [only] = coders;
  if (only === undefined)
    return nothing(
      t('Nothing is coded yet'),
      t(
        'Agreement compares what two coders coded in the same transcript. Open a transcript, select a passage and run “Verbatim: Code Selection…”.',
      ),
    );
  const round: AgreementOffer = { label: t('Start a Blind Round…'), does: 'startRound' };
  if (coders.length === 1)
    return nothing(
      t('Only {0} has coded', only),
      t(
        'Agreement compares what two coders coded in the same transcript. Have somebody else code some of the transcripts, best in a blind round: then nobody sees what the other does until both are done.',
      ),
      round,
    );
  return nothing(
    t('No transcript was coded by two'),
    t(
      '{0} have coded, but no two of them the same transcript. Have some transcripts coded by two of them, best in a blind round: then nobody sees what the other does until both are done.',
      listed(coders),
    ),
    round,
  );
}
