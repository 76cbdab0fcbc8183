import * as vscode from 'vscode';
import { SUBJECT } from '../../core/versions/message.js';

/** What became of asking what to say of a version. `look`: the person wants to see what changed first; `without`: to go on without saving. */
export type Said =
  | { readonly is: 'said'; readonly text: string }
  | { readonly is: 'look' }
  | { readonly is: 'without' }
  | undefined;

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
export async function askMessage({ title, prompt, proposed, without }: MessageQuestion): Promise<Said> {
  const box = vscode.window.createInputBox();
  const look = button('git-compare', vscode.l10n.t('See What Changed'));
  const skip = without === undefined ? undefined : button('debug-step-over', without);
  Object.assign(box, { title, prompt, value: proposed, ignoreFocusOut: true });
  box.placeholder = vscode.l10n.t('What changed in the analysis');
  box.buttons = skip === undefined ? [look] : [look, skip];
  return new Promise(resolve => {
    let answer: Said;
    box.onDidChangeValue(text => {
      box.validationMessage = complaint(text);
    });
    box.onDidTriggerButton(pressed => {
      answer = { is: pressed === look ? 'look' : 'without' };
      box.hide();
    });
    box.onDidAccept(() => {
      const text = box.value.trim();
      if (text === '') {
        box.validationMessage = complaint(text);
        return;
      }
      answer = { is: 'said', text };
      box.hide();
    });
    box.onDidHide(() => {
      box.dispose();
      resolve(answer);
    });
    box.show();
  });
}

function button(icon: string, tooltip: string): vscode.QuickInputButton {
  return { iconPath: new vscode.ThemeIcon(icon), tooltip };
}

function complaint(text: string): vscode.InputBoxValidationMessage | undefined {
  if (text.trim() === '') {
    return {
      message: vscode.l10n.t('Say in a few words what changed.'),
      severity: vscode.InputBoxValidationSeverity.Error,
    };
  }
  const tooLong = [...text.trim()].length > SUBJECT;
  const message = vscode.l10n.t('Lists of versions show the first {0} characters.', SUBJECT);
  return tooLong ? { message, severity: vscode.InputBoxValidationSeverity.Info } : undefined;
}
