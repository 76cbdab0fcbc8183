import * as vscode from 'vscode';

let format: Intl.NumberFormat | undefined;

/** A whole number as people write it in the language of the editor. What that takes is fetched once it makes a difference. */
export function numberWords(count: number): string {
  if (Number.isInteger(count) && Math.abs(count) < 1000) return String(count);
  format ??= new Intl.NumberFormat(vscode.env.language);
  return format.format(count);
}
