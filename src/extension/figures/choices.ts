import type * as vscode from 'vscode';
import type { FigureChoices } from '../../webview/figures/protocol.js';
import { ChosenInStudy, takenAmong } from '../pages/chosenInStudy.js';

/** What is shown as long as nobody chose: who said what, by role. */
const FIRST: FigureChoices = {
  ...{ figure: 'heat', rows: 'code', columns: 'role', counted: 'participants' },
  ...{ inScope: true, query: '', unit: 'overlap', shape: 'stacked' },
};

const AMONG: Readonly<Record<'figure' | 'counted' | 'shape', readonly string[]>> = {
  figure: ['heat', 'bars', 'network', 'along', 'new'],
  counted: ['participants', 'excerpts', 'words'],
  shape: ['stacked', 'grouped', 'whole'],
};
const TEXTS = ['rows', 'columns', 'query', 'unit'] as const;
const MAY_BE_MISSING = ['transcript', 'row'] as const;

/** What was chosen last in each study. */
export class ChosenFigures extends ChosenInStudy<FigureChoices> {
  constructor(memory: vscode.Memento) {
    super(memory, { name: 'verbatim.figures', first: FIRST, read });
  }
}

function read(given: Readonly<Record<string, unknown>>, choices: FigureChoices): Partial<FigureChoices> {
  const taken = takenAmong(given, AMONG);
  for (const key of TEXTS) if (typeof given[key] === 'string') taken[key] = given[key];
  for (const key of MAY_BE_MISSING)
    if (key in given && (typeof given[key] === 'string' || given[key] === undefined)) taken[key] = given[key];
  if (typeof given.inScope === 'boolean') taken.inScope = given.inScope;
  // A row of other rows is none; it stays where it is chosen together with them.
  if ((taken.rows ?? choices.rows) !== choices.rows && given.row === undefined) taken.row = undefined;
  return taken;
}
