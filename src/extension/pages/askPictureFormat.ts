import * as vscode from 'vscode';
import type { PictureFormat } from './savePicture.js';

/**
 * Asks as what a picture with its table is to be saved.
 * @param placeHolder the question
 */
export async function askPictureFormat(placeHolder: string): Promise<PictureFormat | undefined> {
  const choices: (vscode.QuickPickItem & { format: PictureFormat })[] = [
    { label: 'SVG', format: 'svg', description: vscode.l10n.t('sharp in every size; for papers and posters') },
    { label: 'PNG', format: 'png', description: vscode.l10n.t('for slides and messages') },
    { label: 'CSV', format: 'csv', description: vscode.l10n.t('the table, for spreadsheets and statistics') },
  ];
  return (await vscode.window.showQuickPick(choices, { placeHolder }))?.format;
}
