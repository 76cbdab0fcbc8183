import { isOfRow, type ShownDisagreement } from '../../core/report/agreement/disagreements.js';
import { agreementFigure } from '../../core/report/figures/agreement.js';
import type { AgreementRowData } from '../../core/report/figures/agreementData.js';
import { refusalsOf } from '../../core/report/figures/agreementWords.js';
import type { Figure } from '../../core/report/figures/figure.js';
import type { AgreementState, AgreementView, DrawnAgreement } from './protocol.js';

/** The row that a person chose; undefined where none is, or it is gone, or other rows are shown. */
export function chosenRow(
  { data, choices }: DrawnAgreement,
  { chosen }: Partial<AgreementView>,
): AgreementRowData | undefined {
  if (chosen?.kind !== choices.rows) return undefined;
  return data.rows.find(({ kind, key }) => kind === chosen.kind && key === chosen.key);
}

/** The picture and the table of a state as a person looks at it. */
export function figureOf(state: DrawnAgreement, view: Partial<AgreementView>): Figure {
  const { data, choices, texts } = state;
  const { rows: kind, measure } = choices;
  const chosen = chosenRow(state, view)?.key;
  const look = { kind, measure, sort: view.sorts?.[kind], isWhole: view.isWhole ?? false, chosen };
  return agreementFigure(data, look, texts.words);
}

/** The disagreements to be listed: those of the row that was chosen, or all. */
export function listedOf(state: AgreementState, view: Partial<AgreementView>): readonly ShownDisagreement[] {
  const row = chosenRow(state, view);
  return row === undefined ? state.disagreements : state.disagreements.filter(one => isOfRow(one, row));
}

/** What is to be known about the row that was chosen besides its figures: its warning, and why figures are missing. */
export function notesOf(state: AgreementState, view: Partial<AgreementView>): string[] {
  const row = chosenRow(state, view);
  if (row === undefined) return [];
  const { words } = state.texts;
  const warning = row.prevalence === undefined ? [] : [`${words.warning}: ${row.prevalence.sentence}`];
  return [...warning, ...refusalsOf(row, words)];
}
