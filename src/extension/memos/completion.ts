import * as vscode from 'vscode';
import { countCodings } from '../../core/analysis/codeUse.js';
import type { CodebookEntry } from '../../core/codebook/codebook.js';
import { codesUnder, themePath } from '../../core/codebook/query.js';
import { fold } from '../../core/codebook/search.js';
import { type LinkSite, linkSiteAt } from '../../core/memos/linkSite.js';
import { excerptName, THREADS, wholeName } from '../../core/memos/links.js';
import { targetOf } from '../../core/memos/target.js';
import type { PlacedCoding } from '../../core/study/codingIndex.js';
import { transcriptName } from '../../core/study/layout.js';
import { escapeMarkdown } from '../../core/text/escapeMarkdown.js';
import { shorten } from '../../core/text/shorten.js';
import { excerptCount } from '../codebook/words.js';
import type { Asked, Completing } from '../common/completionWhenAsked.js';
import { definitionMarkdown } from '../common/definition.js';
import { discussionItem, threadItems } from '../discussion/linkItems.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import { memoOf } from './document.js';

const { File, Reference, Text } = vscode.CompletionItemKind;
const AGAIN: vscode.Command = { command: 'editor.action.triggerSuggest', title: '' };
const QUOTE_SHOWN = 70;
/** How many excerpts of the codes that a memo is about are offered before a transcript is named. */
const MOST_AT_ONCE = 100;

/**
 * Completion behind `[[` in a memo: codes and themes, the excerpts of those that the memo is about, transcripts; and behind the
 * `#` of a transcript its excerpts by their words. What it costs depends on the codebook and one transcript, not on all codings.
 */
export class MemoCompletion implements Completing {
  constructor(private readonly studies: Studies) {}

  async complete({ document, position, line }: Asked): Promise<vscode.CompletionList | undefined> {
    const site = linkSiteAt(line, position.character);
    const found = site && (await memoOf(this.studies, document));
    if (site === undefined || found === undefined) return undefined;
    const { opened, memo } = found;
    const about = memo.mentions.filter(({ isAbout }) => isAbout).map(({ link }) => targetOf(opened.seen, link));
    const entries = about.flatMap(target => (target?.kind === 'entry' ? codesUnder(target.entry) : []));
    return linksFor(opened, site, line.slice(site.start, position.character), position, entries);
  }
}

/**
 * What can be linked to where a link is being written.
 * @param typed what stands before the cursor
 * @param codes whose excerpts are offered before a transcript is named
 */
export function linksFor(
  opened: OpenStudy,
  site: LinkSite,
  typed: string,
  position: vscode.Position,
  codes: readonly CodebookEntry[],
): vscode.CompletionList {
  if (site.transcript !== undefined) {
    const threads = site.transcript === THREADS ? threadItems(opened, site, position) : [];
    return new vscode.CompletionList([...threads, ...excerptsIn(opened, site, typed, position)], true);
  }
  const excerpts = excerptsOfCodes(opened, codes);
  const items = [
    ...opened.study.codebook.entries.map((entry, i) => entryItem(opened, entry, site, position, i)),
    ...excerpts.flatMap((placed, i) => excerptItem(opened, placed, site, typed, position, i)),
    ...opened.seen.transcriptPaths().map((path, i) => transcriptItem(opened, path, site, position, i)),
    ...(opened.seen.discussion.size === 0 ? [] : [discussionItem(site, position)]),
  ];
  return new vscode.CompletionList(items, excerpts.length > 0);
}

function entryItem(
  opened: OpenStudy,
  entry: CodebookEntry,
  site: LinkSite,
  position: vscode.Position,
  order: number,
): vscode.CompletionItem {
  const path = themePath(entry).join(' › ');
  const item = new vscode.CompletionItem(
    { label: entry.title, ...(path === '' ? {} : { description: path }) },
    Reference,
  );
  item.detail = entry.kind === 'theme' ? vscode.l10n.t('Theme') : excerptCount(countCodings(opened.seen, entry));
  item.documentation = new vscode.MarkdownString(definitionMarkdown(entry).join('\n\n'));
  return placed(
    item,
    site,
    position,
    entry.id,
    [entry.title, entry.id, ...entry.formerly].join(' '),
    `1 ${number(order)}`,
  );
}

/**
 * An excerpt, where it has the words that are typed. The editor itself would find the letters of a word anywhere in a quote, so
 * the words are looked for here, at every keystroke.
 */
function excerptItem(
  opened: OpenStudy,
  { coding, file }: PlacedCoding,
  site: LinkSite,
  typed: string,
  position: vscode.Position,
  order: number,
): vscode.CompletionItem[] {
  const code = opened.study.titleOf(coding.code);
  const query = typed.slice(typed.lastIndexOf('#') + 1);
  const wanted = fold(query)
    .split(/\s+/)
    .filter(word => word !== '');
  const said = fold(`${coding.quote.replace(/\s+/g, ' ')} ${code} ${coding.id}`);
  if (!wanted.every(word => said.includes(word))) return [];
  const item = new vscode.CompletionItem({ label: shorten(coding.quote, QUOTE_SHOWN), description: code }, Text);
  item.detail = [transcriptName(file.transcript), file.coder].join(' · ');
  const memo = coding.memo === undefined ? [] : [`*${vscode.l10n.t('Memo:')}* ${escapeMarkdown(coding.memo)}`];
  item.documentation = new vscode.MarkdownString([`“${escapeMarkdown(coding.quote)}”`, ...memo].join('\n\n'));
  const name = excerptName(file.transcript, coding.id);
  // What the editor compares with what is typed begins with the word that fits, so that it keeps it.
  const [first = ''] = wanted;
  const fits = wanted.length > 1 ? query : said.slice(said.indexOf(first));
  const filter = site.transcript === undefined ? fits : `${typed.slice(0, typed.lastIndexOf('#') + 1)}${fits}`;
  return [placed(item, site, position, name, filter, `2 ${number(order)}`)];
}

function transcriptItem(
  opened: OpenStudy,
  path: string,
  site: LinkSite,
  position: vscode.Position,
  order: number,
): vscode.CompletionItem {
  const name = wholeName(path, taken => opened.study.entry(taken) !== undefined);
  const count = opened.seen.index.filesOf(path).reduce((sum, { codings }) => sum + codings.length, 0);
  const item = new vscode.CompletionItem({ label: transcriptName(path), description: excerptCount(count) }, File);
  item.detail = vscode.l10n.t('Transcript: choose one of its excerpts, or close the brackets');
  item.filterText = name;
  item.sortText = `3 ${number(order)}`;
  item.insertText = `${name}#`;
  item.range = new vscode.Range(position.line, site.start, position.line, position.character);
  item.command = AGAIN;
  return item;
}

/** The item that puts a name, and the closing brackets where they are missing, in place of what was typed. */
function placed(
  item: vscode.CompletionItem,
  site: LinkSite,
  { line }: vscode.Position,
  name: string,
  filter: string,
  order: string,
): vscode.CompletionItem {
  item.insertText = site.isAbout ? name : `${name}]]`;
  item.filterText = filter;
  item.sortText = order;
  item.range = new vscode.Range(line, site.start, line, site.end);
  return item;
}

function excerptsIn(
  opened: OpenStudy,
  site: LinkSite,
  typed: string,
  position: vscode.Position,
): vscode.CompletionItem[] {
  const target = targetOf(opened.seen, { kind: 'name', name: site.transcript ?? '' });
  // A code may go by the name of a transcript; behind its `#` the transcript is meant.
  const path =
    target?.kind === 'transcript'
      ? target.path
      : opened.seen.transcriptPaths().find(other => transcriptName(other) === site.transcript);
  if (path === undefined) return [];
  const all = opened.seen.index.filesOf(path).flatMap(file => file.codings.map(coding => ({ coding, file })));
  all.sort((a, b) => a.coding.at[0] - b.coding.at[0]);
  return all.flatMap((one, i) => excerptItem(opened, one, site, typed, position, i));
}

function excerptsOfCodes({ seen: study }: OpenStudy, entries: readonly CodebookEntry[]): PlacedCoding[] {
  const found: PlacedCoding[] = [];
  for (const id of entries.flatMap(entry => study.idsOf(entry)))
    for (const one of study.index.codingsWith(id)) {
      if (found.length === MOST_AT_ONCE) return found;
      found.push(one);
    }
  return found;
}

const number = (order: number): string => String(order).padStart(6, '0');
