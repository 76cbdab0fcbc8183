import * as vscode from 'vscode';
import type { CodebookEntry } from '../../core/codebook/codebook.js';
import type { MemoMentions } from '../../core/memos/memos.js';
import { memosOfEntry, memosOfExcerpt } from '../../core/memos/mentioning.js';
import { escapeMarkdown } from '../../core/text/escapeMarkdown.js';
import { shorten } from '../../core/text/shorten.js';
import type { OpenStudy } from '../study/openStudy.js';
import { memoLink } from './openMemo.js';

/** How many memos a line names; the command Show Memos lists them all. */
const MOST = 4;
const TITLE_SHOWN = 40;

/** The memos that mention any of some excerpts, or a theme or code; those that mention an excerpt first, each once. */
export async function memosOn(
  { seen: study }: OpenStudy,
  ids: Iterable<string>,
  entry: CodebookEntry | undefined,
): Promise<MemoMentions[]> {
  const lists = await Promise.all([...ids].map(id => memosOfExcerpt(study, id)));
  const all = [...lists.flat(), ...(entry === undefined ? [] : await memosOfEntry(study, entry))];
  return [...new Map(all.toReversed().map(found => [found.memo.path, found])).values()].reverse();
}

/**
 * A line of a hover that names memos, each a link to where it mentions the thing: “Memos: Hope, carefully (2026-03-02)”.
 * @returns Markdown; empty where there are none
 */
export function memosLine(opened: OpenStudy, found: readonly MemoMentions[]): string {
  if (found.length === 0) return '';
  const links = found.slice(0, MOST).map(({ memo, mentions }) => {
    const line = mentions.find(({ isAbout }) => !isAbout)?.line ?? 0;
    const title = escapeMarkdown(shorten(memo.title, TITLE_SHOWN));
    const date = memo.date === undefined ? '' : ` (${escapeMarkdown(memo.date)})`;
    return `[${title}](${memoLink({ uri: opened.uri(memo.path).toString(), line })})${date}`;
  });
  const rest = found.length - links.length;
  const more = rest > 0 ? [vscode.l10n.t('{0} more', rest)] : [];
  return `*${vscode.l10n.t('Memos:')}* ${[...links, ...more].join(', ')}`;
}
