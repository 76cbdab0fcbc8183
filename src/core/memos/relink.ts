import type { Move } from '../renames/moveAlong.js';
import { TRANSCRIPTS_FOLDER, transcriptName } from '../study/layout.js';
import type { Study } from '../study/study.js';
import { type FileEdit, type LineEdit, linesOf } from '../text/lineEdit.js';
import type { Memo, Mention } from './memo.js';
import { parseMemo } from './parse.js';
import { pathsNamed, transcriptNamed } from './target.js';

/**
 * Writes links to transcripts that have moved anew, in all memos: those to a transcript as a whole, and the name before the
 * `#` of links to excerpts. A link keeps its form, be it a name or a path; one that still leads there stays as it is.
 * @param made is told every edit as soon as it is on disk
 * @returns paths of the memos that were changed
 */
export async function relinkMemos(
  study: Study,
  moves: readonly Move[],
  made: (edit: FileEdit) => void,
): Promise<string[]> {
  const changed: string[] = [];
  for (const memo of await study.memos.all()) {
    if (relink(study, memo, moves).length === 0) continue;
    const { path } = memo;
    const { edit } = await study.update(path, text =>
      text === undefined ? [] : relink(study, parseMemo(text, path), moves),
    );
    if (edit.edits.length === 0) continue;
    made(edit);
    changed.push(path);
  }
  return changed;
}

function relink(study: Study, memo: Memo, moves: readonly Move[]): LineEdit[] {
  const byLine = new Map<number, { start: number; end: number; text: string }[]>();
  for (const mention of memo.mentions) {
    const { written, name } = nameIn(memo, mention);
    if (name === '' || !written.startsWith(name)) continue;
    const text = nameNow(study, name, mention, moves);
    if (text === undefined) continue;
    const start = memo.points.toUtf16(mention.target.start);
    byLine.set(mention.line, [...(byLine.get(mention.line) ?? []), { start, end: start + name.length, text }]);
  }
  const lines = linesOf(memo.text);
  return [...byLine]
    .sort(([a], [b]) => a - b)
    .map(([line, changes]) => {
      const before = lines[line] as string;
      const lineStart = lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0);
      let after = before;
      for (const { start, end, text } of changes.sort((a, b) => b.start - a.start))
        after = after.slice(0, start - lineStart) + text + after.slice(end - lineStart);
      return { line, remove: [before], insert: [after] };
    });
}

/** What stands between the brackets, and the part of it that names a transcript. */
function nameIn({ points }: Memo, { link, target }: Mention): { written: string; name: string } {
  return {
    written: points.slice(target.start, target.end),
    name: link.kind === 'name' ? link.name : link.transcript,
  };
}

/** The name that takes the place of one; undefined where it stays. */
function nameNow(study: Study, name: string, { link }: Mention, moves: readonly Move[]): string | undefined {
  if (link.kind === 'name' && study.entry(name) !== undefined) return undefined;
  const move = moves.find(each => means(study, name, each));
  if (move === undefined || leadsTo(study, name, move.to)) return undefined;
  const next = inForm(name, move);
  const text = link.kind === 'excerpt' || leadsTo(study, next, move.to) ? next : move.to;
  return /[[\]|#\n]/.test(text) ? undefined : text;
}

/** Whether a name meant a transcript before it moved. */
function means(study: Study, name: string, { from, to }: Move): boolean {
  for (const path of pathsNamed(name, TRANSCRIPTS_FOLDER)) {
    if (path === from) return true;
    if (path !== to && study.exists(path) && study.isTranscript(path)) return false;
  }
  if (transcriptName(from) !== name) return false;
  return study.transcriptPaths().every(path => path === from || path === to || transcriptName(path) !== name);
}

function leadsTo(study: Study, name: string, path: string): boolean {
  return study.entry(name) === undefined && transcriptNamed(study, name) === path;
}

/** The new path in the form that a name has: with or without its folders and its ending. */
function inForm(name: string, { from, to }: Move): string {
  const ending = /\.(md|markdown)$/i;
  const hasEnding = ending.test(name);
  const wanted = hasEnding ? to : to.replace(ending, '');
  if (!name.includes('/')) return wanted.slice(wanted.lastIndexOf('/') + 1);
  const left = from.indexOf(name);
  const above = left <= 0 ? '' : from.slice(0, left);
  return above !== '' && wanted.startsWith(above) ? wanted.slice(above.length) : wanted;
}
