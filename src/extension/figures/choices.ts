import type * as vscode from 'vscode';
import type { FigureChoices } from '../../webview/figures/protocol.js';
import type { OpenStudy } from '../study/openStudy.js';

const NAME = 'verbatim.figures';

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
export class ChosenFigures {
  constructor(private readonly memory: vscode.Memento) {}

  of(opened: OpenStudy): FigureChoices {
    return withChoices(FIRST, this.all()[opened.root.toString()]);
  }

  /** Takes over what somebody chose; what is no such choice changes nothing. */
  async choose(opened: OpenStudy, changes: unknown): Promise<void> {
    const choices = withChoices(this.of(opened), changes);
    await this.memory.update(NAME, { ...this.all(), [opened.root.toString()]: choices });
  }

  private all(): Readonly<Record<string, unknown>> {
    const kept = this.memory.get<unknown>(NAME);
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {};
  }
}

/** Choices with changes: what comes from a page, a program or from before a reload is read as something that anybody may have written. */
function withChoices(choices: FigureChoices, changes: unknown): FigureChoices {
  if (typeof changes !== 'object' || changes === null) return choices;
  const given = changes as Readonly<Record<string, unknown>>;
  const taken: Record<string, unknown> = { ...choices };
  for (const [key, among] of Object.entries(AMONG)) if (among.includes(given[key] as string)) taken[key] = given[key];
  for (const key of TEXTS) if (typeof given[key] === 'string') taken[key] = given[key];
  for (const key of MAY_BE_MISSING)
    if (key in given && (typeof given[key] === 'string' || given[key] === undefined)) taken[key] = given[key];
  if (typeof given.inScope === 'boolean') taken.inScope = given.inScope;
  // A row of other rows is none; it stays where it is chosen together with them.
  if (taken.rows !== choices.rows && given.row === undefined) taken.row = undefined;
  return taken as unknown as FigureChoices;
}
