import * as vscode from 'vscode';
import { swatchIcon } from '../common/swatch.js';
import { lineColor } from '../highlights/styles.js';

/** The mark of a code in trees and pickers: a disc in its colour. */
export function colorIcon(color: string): vscode.ThemeIcon | { light: vscode.Uri; dark: vscode.Uri } {
  const themed = lineColor(color);
  return typeof themed === 'string' ? swatchIcon(themed) : new vscode.ThemeIcon('circle-filled', themed);
}
