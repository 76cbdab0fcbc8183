import type * as vscode from 'vscode';
import { AGREEMENT_UNITS, MEASURES, ROW_KINDS } from '../../core/analysis/agreement/agreement.js';
import type { AgreementChoices } from '../../webview/agreement/protocol.js';
import { ChosenInStudy, takenAmong } from '../pages/chosenInStudy.js';

/** What is shown as long as nobody chose: code by code, sentences compared. */
const FIRST: AgreementChoices = { unit: 'sentence', rows: 'code', measure: 'alpha', inScope: true, coders: [] };

const AMONG: Readonly<Record<'unit' | 'rows' | 'measure', readonly string[]>> = {
  unit: AGREEMENT_UNITS,
  rows: ROW_KINDS,
  measure: MEASURES,
};

/** What was chosen last in each study. */
export class ChosenAgreement extends ChosenInStudy<AgreementChoices> {
  constructor(memory: vscode.Memento) {
    super(memory, { name: 'verbatim.agreement', first: FIRST, read });
  }
}

function read(given: Readonly<Record<string, unknown>>): Partial<AgreementChoices> {
  const taken = takenAmong(given, AMONG);
  if (typeof given.inScope === 'boolean') taken.inScope = given.inScope;
  const { coders } = given;
  if (Array.isArray(coders) && coders.every(coder => typeof coder === 'string')) taken.coders = coders;
  return taken;
}
