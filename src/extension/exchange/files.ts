import type * as vscode from 'vscode';
import { ExchangeError } from '../../core/exchange/model.js';
import { CODEBOOK_FILE, PARTICIPANTS_FILE, placeOf, STUDY_FILE } from '../../core/study/layout.js';
import type { OpenStudy } from '../study/openStudy.js';

/** Runs a part of an exchange; a refusal of the core becomes one message that says what is wrong, where, and what to do. */
export async function withRemedy<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ExchangeError)) throw error;
    throw new Error(`${error.located} ${error.remedy}`);
  }
}

/** Whether an address is that of a file the study is made of: an export must not replace it. */
export function isOfStudy(opened: OpenStudy, uri: vscode.Uri): boolean {
  const path = opened.path(uri);
  if (path === undefined) return false;
  const own = [CODEBOOK_FILE, PARTICIPANTS_FILE, STUDY_FILE].includes(path.toLowerCase());
  return own || placeOf(path) !== undefined || opened.study.isTranscript(path);
}

/** The name of a file, without the folders it is in. */
export function nameOf(uri: vscode.Uri): string {
  return uri.path.split('/').at(-1) ?? '';
}
