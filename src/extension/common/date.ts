import * as vscode from 'vscode';

/** The day of a time in ISO 8601 as people write it; empty where there is none. */
export function dateOf(time: string | undefined): string {
  const date = new Date(time ?? '');
  return Number.isNaN(date.getTime()) ? '' : date.toLocaleDateString(vscode.env.language, { dateStyle: 'medium' });
}
