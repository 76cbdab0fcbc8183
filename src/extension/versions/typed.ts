import * as vscode from 'vscode';

/** What is asked in one line. */
export interface Question {
  readonly title: string;
  readonly prompt: string;
  readonly placeholder?: string;
  readonly proposed: string;
  /** Buttons at the right end of the title: the icon of each, and what it says. */
  readonly buttons?: readonly { readonly icon: string; readonly tooltip: string }[];
  /** What is to be said of what is typed, from the beginning on; an error keeps it from being taken. */
  readonly remark: (text: string) => vscode.InputBoxValidationMessage | undefined;
}

/** What was answered: a text, without white space around it, or the place of the button that was pressed. */
export type Typed = { readonly text: string } | { readonly button: number } | undefined;

/** Asks for a line that is proposed, in a box that stays until it is answered. @returns undefined where the person turned away */
export function typed({ buttons = [], proposed, remark, ...rest }: Question): Promise<Typed> {
  const box = vscode.window.createInputBox();
  const made = buttons.map(({ icon, tooltip }) => ({ iconPath: new vscode.ThemeIcon(icon), tooltip }));
  Object.assign(box, { ...rest, value: proposed, ignoreFocusOut: true, buttons: made });
  const isFit = (): boolean => {
    box.validationMessage = remark(box.value.trim());
    const found = box.validationMessage;
    return typeof found !== 'object' || found.severity !== vscode.InputBoxValidationSeverity.Error;
  };
  return new Promise(resolve => {
    let answer: Typed;
    box.onDidChangeValue(isFit);
    box.onDidTriggerButton(pressed => {
      answer = { button: made.indexOf(pressed as (typeof made)[number]) };
      box.hide();
    });
    box.onDidAccept(() => {
      if (!isFit()) return;
      answer = { text: box.value.trim() };
      box.hide();
    });
    box.onDidHide(() => {
      box.dispose();
      resolve(answer);
    });
    isFit();
    box.show();
  });
}

/** A remark that keeps what is typed from being taken. */
export function error(message: string): vscode.InputBoxValidationMessage {
  return { message, severity: vscode.InputBoxValidationSeverity.Error };
}

/** A remark for information. */
export function info(message: string): vscode.InputBoxValidationMessage {
  return { message, severity: vscode.InputBoxValidationSeverity.Info };
}
