import * as vscode from 'vscode';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';

/** The key of a page that belongs to a study: the address of its folder, and what else names the page. */
export type StudyKey = Readonly<Record<string, unknown>> & { readonly root: string };

/** The key of a page of a study. @param more what else names the page */
export function keyOfStudy({ root }: OpenStudy, more: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ root: root.toString(), ...more });
}

/** Reads a key. It comes back from a reload, so it is read as something that anybody may have written. */
export function parseStudyKey(key: string): StudyKey | undefined {
  let value: unknown;
  try {
    value = JSON.parse(key);
  } catch {
    return undefined;
  }
  const isKey = typeof value === 'object' && value !== null && 'root' in value && typeof value.root === 'string';
  return isKey ? (value as StudyKey) : undefined;
}

/** The study that a key names; undefined where there is none any more. */
export async function studyOfKey(
  studies: Studies,
  { root }: { readonly root: string },
): Promise<OpenStudy | undefined> {
  return studies.of(vscode.Uri.parse(`${root}/`, true));
}

/** Where a page is best shown: beside the text that is open, if there is one. */
export function columnBesideText(): vscode.ViewColumn {
  const { Active, Beside } = vscode.ViewColumn;
  return vscode.window.activeTextEditor ? Beside : Active;
}
