import * as vscode from 'vscode';
import { AGREEMENT_UNITS, type MeasureName, ROW_KINDS } from '../../core/analysis/agreement/agreement.js';
import type { Corpus } from '../../core/analysis/corpus/corpus.js';
import { namesIn } from '../../core/analysis/corpus/names.js';
import { shownDisagreement } from '../../core/report/agreement/disagreements.js';
import { agreementStatement, whatIsCompared } from '../../core/report/agreement/statement.js';
import { type AgreementData, agreementData, measuresIn } from '../../core/report/figures/agreementData.js';
import { compareTexts } from '../../core/text/compare.js';
import type { AgreementChoices, AgreementOffers, AgreementTexts, ToPage } from '../../webview/agreement/protocol.js';
import type { Compared } from './agreementWork.js';
import { disagreementWords, statementWords } from './statementWords.js';
import { choiceNames } from './texts.js';

/** Everybody who coded anything, in order. */
export function codersIn(corpus: Corpus): string[] {
  const coders = new Set(corpus.transcripts.flatMap(transcript => [...namesIn(transcript).coders]));
  return [...coders].sort(compareTexts);
}

/** What was compared as the page shows it. */
export function shownAgreement(
  title: string,
  corpus: Corpus,
  choices: AgreementChoices,
  { agreement, disagreements }: Compared,
  texts: AgreementTexts,
): ToPage {
  const { codebook } = corpus.study;
  const count = corpus.transcripts.length;
  const [words, listWords] = [statementWords(), disagreementWords()];
  const data = agreementData(agreement, codebook);
  const shown = withShown(choices, data);
  return {
    type: 'state',
    title,
    choices: shown,
    offers: offersOf(corpus, data, shown, texts),
    said: agreementStatement(agreement, count, words, texts.words),
    apart: {
      heading: vscode.l10n.t('What is compared, and what is not'),
      lines: whatIsCompared(agreement, count, corpus.study.config, words),
    },
    data,
    disagreements: disagreements.map(one => shownDisagreement(one, codebook, listWords)),
    isComplete: corpus.complete && agreement.complete,
    texts,
  };
}

/** What was chosen, as far as it is there; else what comes nearest to it. */
function withShown(choices: AgreementChoices, data: AgreementData): AgreementChoices {
  const kinds = new Set(data.rows.map(({ kind }) => kind));
  const rows = kinds.has(choices.rows) || kinds.size === 0 ? choices.rows : 'all';
  const measures = measuresIn(data, rows);
  const nearest = [choices.measure, 'alpha' as const].find(name => measures.includes(name)) ?? measures[0];
  return { ...choices, rows, measure: nearest ?? choices.measure };
}

function offersOf(
  corpus: Corpus,
  data: AgreementData,
  { rows, measure }: AgreementChoices,
  texts: AgreementTexts,
): AgreementOffers {
  const names = choiceNames();
  const coders = codersIn(corpus);
  // Of two coders there is one pair: the row of everything.
  const offered = ROW_KINDS.filter(kind => kind === rows || kind !== 'pair' || coders.length > 2);
  const measures: readonly MeasureName[] = measuresIn(data, rows);
  return {
    units: AGREEMENT_UNITS.map(value => ({ value, label: names.units[value] })),
    rows: offered.map(value => ({ value, label: names.rows[value] })),
    measures: (measures.length === 0 ? [measure] : measures).map(value => ({
      value,
      label: texts.words.measures[value].name,
    })),
    coders: coders.length > 2 ? coders : [],
    hasScope: corpus.hasScope,
  };
}
