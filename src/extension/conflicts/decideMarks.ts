import * as vscode from 'vscode';
import { splitMarks } from '../../core/merge/marks.js';
import type { FileVersions } from '../../core/merge/merge.js';
import { mergeFile } from '../../core/merge/mergeFile.js';
import { encodeUtf8 } from '../../core/text/utf8.js';
import type { OpenStudy } from '../study/openStudy.js';
import { carryOut } from './carryOut.js';
import type { ConflictServices } from './services.js';
import { markNames } from './sideNames.js';

/**
 * Decides what stands between conflict marks in files, where git knows of nothing under way: the marks are all that is known.
 * @param paths files that hold marks
 * @returns false where none of them holds any
 */
export async function decideMarks(
  opened: OpenStudy,
  paths: readonly string[],
  { conflicts, history }: ConflictServices,
): Promise<boolean> {
  const files: FileVersions[] = [];
  const texts = new Map<string, string>();
  for (const path of paths) {
    const text = await opened.study.textOf(path);
    const sides = text === undefined ? undefined : splitMarks(text);
    if (text === undefined || sides === undefined) continue;
    texts.set(path, text);
    const { base } = sides;
    files.push({ ...sides, path, bases: base === undefined ? [] : [base] });
  }
  const [first, ...others] = files;
  if (first === undefined) return false;
  const title =
    others.length === 0
      ? vscode.l10n.t('Two versions stand in {0}, between marks', first.path)
      : vscode.l10n.t('Two versions stand in {0} files, between marks', files.length);
  const { ours, theirs } = markNames();
  const decisions = await conflicts.decide(opened, { title, ours, theirs, files });
  if (decisions === undefined) return true;
  const results = files.map(versions => {
    const { text } = mergeFile(versions, decisions.get(versions.path));
    const before = encodeUtf8(texts.get(versions.path) ?? '');
    return { path: versions.path, bytes: text === undefined ? undefined : encodeUtf8(text), expected: before };
  });
  await carryOut(opened, history, results, decisions);
  return true;
}
