import * as vscode from 'vscode';
import { codersOf } from '../../core/analysis/coderFigures.js';
import { openRound } from '../../core/rounds/open.js';
import { transcriptName, whyNoCoderName } from '../../core/study/layout.js';
import { listed } from '../codebook/words.js';
import { announce } from '../common/report.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { RoundServices } from './services.js';
import { recordingAt } from './work.js';

/** Asks what a blind round is called, who takes part and what is coded, and opens it. */
export async function startRound({ studies, coder }: RoundServices): Promise<void> {
  const { opened, work } = await recordingAt(studies);
  const by = await coder.ensure(opened);
  if (by === undefined) return;
  const name = await askName();
  const coders = name === undefined ? undefined : await askCoders(opened, by);
  const transcripts = coders === undefined ? undefined : await askTranscripts(opened);
  if (name === undefined || coders === undefined || transcripts === undefined) return;
  const detail = vscode.l10n.t(
    '{0} code {1} apart. Until each has closed the round, Verbatim hides from them what the others code there. A version is saved that says so: send it, and let everybody get it before they code.',
    listed(coders),
    transcripts.length === 1
      ? transcriptName(transcripts[0] ?? '')
      : vscode.l10n.t('{0} transcripts', transcripts.length),
  );
  const start = vscode.l10n.t('Start the Round');
  const question = vscode.l10n.t('Start the blind round “{0}”?', name);
  if ((await vscode.window.showInformationMessage(question, { modal: true, detail }, start)) !== start) return;
  await openRound(opened.study, work, { name, coders, transcripts, by });
  announce(vscode.l10n.t('$(lock) The blind round “{0}” is open for {1}', name, listed(coders)));
}

function askName(): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Start a Blind Round (1 of 3): its name'),
    prompt: vscode.l10n.t('A short name that all coders will see, for example pilot.'),
    ignoreFocusOut: true,
    validateInput: name => (name.trim() === '' ? vscode.l10n.t('Please type a name.') : undefined),
  });
}

/** Those who have a folder are offered; others can be typed. */
async function askCoders(opened: OpenStudy, me: string): Promise<readonly string[] | undefined> {
  const known = [...new Set([me, ...codersOf(opened.study)])];
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Start a Blind Round (2 of 3): who takes part'),
    prompt: vscode.l10n.t('The names under which they code, with commas between them; two or more.'),
    value: known.join(', '),
    ignoreFocusOut: true,
    validateInput: text => {
      const names = namesIn(text);
      if (names.length < 2) return vscode.l10n.t('A round takes two coders at least.');
      return names.map(whyNoCoderName).find(why => why !== undefined);
    },
  });
  return typed === undefined ? undefined : namesIn(typed);
}

function namesIn(text: string): string[] {
  const names = text.split(',').map(name => name.trim());
  return [...new Set(names.filter(name => name !== ''))];
}

async function askTranscripts(opened: OpenStudy): Promise<readonly string[] | undefined> {
  const paths = opened.seen.transcriptPaths().filter(path => opened.study.exists(path));
  const items = paths.map(path => ({ label: transcriptName(path), description: path, picked: true, path }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Start a Blind Round (3 of 3): what is coded'),
    placeHolder: vscode.l10n.t('Tick the transcripts that everybody codes'),
    canPickMany: true,
    ignoreFocusOut: true,
  });
  return chosen === undefined || chosen.length === 0 ? undefined : chosen.map(({ path }) => path);
}
