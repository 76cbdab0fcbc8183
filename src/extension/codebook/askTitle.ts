import * as vscode from 'vscode';
import type { CodebookEntry } from '../../core/codebook/codebook.js';
import { objectionTo } from '../../core/codebook/titles.js';
import { cleanTitle } from '../../core/codebook/write.js';
import { withoutLinks } from '../common/withoutLinks.js';
import type { OpenStudy } from '../study/openStudy.js';
import { likeText } from './words.js';

/** What is asked for. */
export interface TitleQuestion {
  readonly title: string;
  readonly prompt?: string;
  readonly placeHolder?: string;
  /** What stands in the box at first. */
  readonly value?: string;
  /** What the entry stands in or will stand in; undefined: the top. */
  readonly under: CodebookEntry | undefined;
  /** The entry that is renamed. */
  readonly except?: CodebookEntry;
  /** The answer, where it is known: then nothing is asked, and what speaks against it is thrown. */
  readonly given?: string | undefined;
}

/**
 * Asks for the title of a theme or code. An empty one, and one that is there already in the same place, is not taken;
 * one that looks like another is, with a warning.
 * @returns undefined when the person turned away
 */
export async function askTitle(opened: OpenStudy, question: TitleQuestion): Promise<string | undefined> {
  const { title, prompt, placeHolder, value, under, except, given } = question;
  if (given !== undefined) {
    const objection = objectionText(opened, given, under, except);
    if (objection?.severity === vscode.InputBoxValidationSeverity.Error) throw new Error(objection.message);
    return cleanTitle(given);
  }
  const typed = await vscode.window.showInputBox({
    title,
    ...(prompt === undefined ? {} : { prompt }),
    ...(placeHolder === undefined ? {} : { placeHolder }),
    ...(value === undefined ? {} : { value }),
    validateInput: text => objectionText(opened, text, under, except),
  });
  return typed === undefined ? undefined : cleanTitle(typed);
}

function objectionText(
  opened: OpenStudy,
  text: string,
  under: CodebookEntry | undefined,
  except: CodebookEntry | undefined,
): vscode.InputBoxValidationMessage | undefined {
  const objection = objectionTo(opened.study.codebook, text, under, except);
  const severities = vscode.InputBoxValidationSeverity;
  switch (objection?.kind) {
    case undefined:
      return undefined;
    case 'empty':
      return { message: vscode.l10n.t('Type a name.'), severity: severities.Error };
    case 'exists':
      return {
        message: withoutLinks(vscode.l10n.t('“{0}” is there already. Choose another name.', objection.entry.title)),
        severity: severities.Error,
      };
    case 'similar':
      return {
        message: withoutLinks(vscode.l10n.t('{0} Press Enter if it is to be another one.', likeText(objection))),
        severity: severities.Warning,
      };
  }
}
