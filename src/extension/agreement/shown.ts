import * as vscode from 'vscode';
import { AGREEMENT_UNITS, type MeasureName, ROW_KINDS } from '../../core/analysis/agreement/agreement.js';
import type { Corpus } from '../../core/analysis/corpus/corpus.js';
import { namesIn } from '../../core/analysis/corpus/names.js';
import { mapped, type Pieces } from '../../core/pieces.js';
import { shownDisagreement } from '../../core/report/agreement/disagreements.js';
import { agreementStatement, whatIsCompared } from '../../core/report/agreement/statement.js';
import { type AgreementData, agreementData, measuresIn } from '../../core/report/figures/agreementData.js';
import { compareTexts } from '../../core/text/compare.js';
import type {
  AgreementChoices,
  AgreementOffers,
  AgreementState,
  AgreementTexts,
  DrawnAgreement,
} from '../../webview/agreement/protocol.js';
import type { Compared } from './agreementWork.js';
import { disagreementWords, statementWords } from './statementWords.js';
import { choiceNames } from './texts.js';

/** How many disagreements are made ready in one go. */
const PIECE = 50;

/** Everybody who coded anything, in order. */
export function codersIn(corpus: Corpus): string[] {
  const coders = new Set(corpus.transcripts.flatMap(transcript => [...namesIn(transcript).coders]));
  return [...coders].sort(compareTexts);
}

/** What was compared, and of what. */
export interface ComparedCorpus extends Compared {
  readonly corpus: Corpus;
  readonly choices: AgreementChoices;
}

/** What was compared as the picture and the table show it. */
export function drawnAgreement(
  title: string,
  { corpus, choices, agreement }: Omit<ComparedCorpus, 'disagreements'>,
  texts: AgreementTexts,
): DrawnAgreement {
  const data = agreementData(agreement, corpus.study.codebook);
  const said = agreementStatement(agreement, corpus.transcripts.length, statementWords(), texts.words);
  return { title, choices: withShown(choices, data), said, data, texts };
}

/** What was compared as the page shows it. */
export function* shownAgreement(
  title: string,
  compared: ComparedCorpus,
  texts: AgreementTexts,
): Pieces<AgreementState> {
  const { corpus, agreement, disagreements } = compared;
  const { codebook, config } = corpus.study;
  const listWords = disagreementWords();
  const drawn = drawnAgreement(title, compared, texts);
  yield;
  const shown = yield* mapped(disagreements, PIECE, one => shownDisagreement(one, codebook, listWords));
  return {
    type: 'state',
    ...drawn,
    offers: offersOf(corpus, drawn.data, drawn.choices, texts),
    apart: {
      heading: vscode.l10n.t('What is compared, and what is not'),
      lines: whatIsCompared(agreement, corpus.transcripts.length, config, statementWords()),
    },
    disagreements: shown,
    isComplete: corpus.complete && agreement.complete,
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
