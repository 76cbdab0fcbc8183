import * as vscode from 'vscode';
import type { Problem } from '../../core/problem.js';
import { HINT_RULES } from '../../core/study/hints/rules.js';
import { HintSetting, Setting } from '../ids.js';
import type { OpenStudy } from '../study/openStudy.js';

const SEVERITIES = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Information,
} as const;

/** The values of a setting for a hint. */
const CHOSEN: Readonly<Record<string, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** How problems show in a study: a hint as its setting says, undefined where that turns it off. */
export function severities({ root }: OpenStudy): (problem: Problem) => vscode.DiagnosticSeverity | undefined {
  const settings = vscode.workspace.getConfiguration(Setting.section, root);
  const chosen = new Map(HINT_RULES.map(rule => [rule as string, settings.get<string>(HintSetting[rule], '')]));
  return ({ rule, severity }) => {
    const name = chosen.get(rule);
    return name === 'off' ? undefined : (CHOSEN[name ?? ''] ?? SEVERITIES[severity]);
  };
}
