import * as vscode from 'vscode';
import { SUBJECT } from '../../core/versions/message.js';
import { error, info, typed } from './typed.js';

/** What became of asking what to say of a version. `look`: the person wants to see what changed first; `without`: to go on without saving. */
export type Said = { readonly is: 'said'; readonly text: string } | { readonly is: 'look' | 'without' } | undefined;

/** What is asked. */
export interface MessageQuestion {
  readonly title: string;
  /** What would be saved, and what that means. */
  readonly prompt: string;
  readonly proposed: string;
  /** What a button to go on without saving says; none where that is undefined. */
  readonly without?: string;
}

/** Asks what is to be said of a version; the first line as it is proposed can be edited freely. */
export async function askMessage({ without, ...question }: MessageQuestion): Promise<Said> {
  const look = { icon: 'git-compare', tooltip: vscode.l10n.t('See What Changed') };
  const skip = without === undefined ? [] : [{ icon: 'debug-step-over', tooltip: without }];
  const placeholder = vscode.l10n.t('What changed in the analysis');
  const answer = await typed({ ...question, placeholder, buttons: [look, ...skip], remark });
  if (answer === undefined) return undefined;
  if ('text' in answer) return { is: 'said', text: answer.text };
  return { is: answer.button === 0 ? 'look' : 'without' };
}

function remark(text: string): vscode.InputBoxValidationMessage | undefined {
  if (text === '') return error(vscode.l10n.t('Say in a few words what changed.'));
  const isLong = [...text].length > SUBJECT;
  return isLong ? info(vscode.l10n.t('Lists of versions show the first {0} characters.', SUBJECT)) : undefined;
}
