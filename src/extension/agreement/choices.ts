import type * as vscode from 'vscode';
import { AGREEMENT_UNITS, MEASURES, ROW_KINDS } from '../../core/analysis/agreement/agreement.js';
import type { AgreementChoices } from '../../webview/agreement/protocol.js';
import type { OpenStudy } from '../study/openStudy.js';

const NAME = 'verbatim.agreement';

/** What is shown as long as nobody chose: code by code, sentences compared. */
const FIRST: AgreementChoices = { unit: 'sentence', rows: 'code', measure: 'alpha', inScope: true, coders: [] };

const AMONG: Readonly<Record<'unit' | 'rows' | 'measure', readonly string[]>> = {
  unit: AGREEMENT_UNITS,
  rows: ROW_KINDS,
  measure: MEASURES,
};

/** What was chosen last in each study. */
export class ChosenAgreement {
  constructor(private readonly memory: vscode.Memento) {}

  of(opened: OpenStudy): AgreementChoices {
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
function withChoices(choices: AgreementChoices, changes: unknown): AgreementChoices {
  if (typeof changes !== 'object' || changes === null) return choices;
  const given = changes as Readonly<Record<string, unknown>>;
  const taken: Record<string, unknown> = { ...choices };
  for (const [key, among] of Object.entries(AMONG)) if (among.includes(given[key] as string)) taken[key] = given[key];
  if (typeof given.inScope === 'boolean') taken.inScope = given.inScope;
  const { coders } = given;
  if (Array.isArray(coders) && coders.every(coder => typeof coder === 'string')) taken.coders = coders;
  return taken as unknown as AgreementChoices;
}
