import * as vscode from 'vscode';
import { countCodings } from '../../core/analysis/codeUse.js';
import { excerptsOf } from '../../core/analysis/excerpts.js';
import type { CodebookEntry } from '../../core/codebook/codebook.js';
import { colorOf } from '../../core/codebook/colors.js';
import { codesUnder } from '../../core/codebook/query.js';
import { memosOfTranscript } from '../../core/memos/mentioning.js';
import { type LinkTarget, targetOf } from '../../core/memos/target.js';
import type { PlacedCoding } from '../../core/study/codingIndex.js';
import { transcriptName } from '../../core/study/layout.js';
import { escapeMarkdown } from '../../core/text/escapeMarkdown.js';
import { excerptCount, pathOf } from '../codebook/words.js';
import { definitionMarkdown } from '../common/definition.js';
import { swatch } from '../common/swatch.js';
import { rangeOfSpan } from '../convert.js';
import { describeThread } from '../discussion/describe.js';
import { HOVER_COMMANDS } from '../hovers/commands.js';
import { appendExcerpts } from '../hovers/excerptList.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import { memoOf, mentionAt } from './document.js';
import { memosLine, memosOn } from './memosLine.js';

const MOST_EXCERPTS = 3;

/** On a link of a memo: what it leads to. Everything that comes from a file is escaped. */
export class MentionHover implements vscode.HoverProvider {
  constructor(private readonly studies: Studies) {}

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    const found = await memoOf(this.studies, document);
    const mention = found && mentionAt(document, found.memo, position);
    const target = mention && targetOf(found.opened.seen, mention.link);
    if (found === undefined || mention === undefined || target === undefined) return undefined;
    const markdown = new vscode.MarkdownString();
    markdown.isTrusted = { enabledCommands: HOVER_COMMANDS };
    await append(markdown, found.opened, target, found.memo.path);
    return new vscode.Hover(markdown, rangeOfSpan(document, found.memo.points, mention.span));
  }
}

async function append(
  markdown: vscode.MarkdownString,
  opened: OpenStudy,
  target: LinkTarget,
  here: string,
): Promise<void> {
  switch (target.kind) {
    case 'entry': {
      markdown.appendMarkdown((await describeEntry(opened, target.entry, here)).join('\n\n'));
      if (target.entry.kind === 'code') await appendExcerpts(markdown, opened, target.entry, { most: MOST_EXCERPTS });
      return;
    }
    case 'excerpt':
      markdown.appendMarkdown((await describeExcerpt(opened, target.placed, here)).join('\n\n'));
      return;
    case 'thread':
      markdown.appendMarkdown(describeThread(opened, target.thread).join('\n\n'));
      return;
    case 'transcript':
      markdown.appendMarkdown((await describeTranscript(opened, target.path, here)).join('\n\n'));
      return;
    case 'memo': {
      const memo = await opened.study.memos.get(target.path);
      const facts = [memo?.date, memo?.author].filter(part => part !== undefined).map(escapeMarkdown);
      markdown.appendMarkdown([`**${escapeMarkdown(memo?.title ?? target.path)}**`, facts.join(' · ')].join('\n\n'));
    }
  }
}

async function describeEntry(opened: OpenStudy, entry: CodebookEntry, here: string): Promise<string[]> {
  const count = countCodings(opened.seen, entry);
  const isTheme = entry.kind === 'theme';
  const path = pathOf(entry);
  const title = `${isTheme ? '' : `${swatch(colorOf(entry))} `}**${escapeMarkdown(entry.title)}**`;
  const counts = isTheme
    ? vscode.l10n.t('Theme with {0} codes and {1} excerpts', codesUnder(entry).length, count)
    : excerptCount(count);
  const memos = (await memosOn(opened, [], entry)).filter(({ memo }) => memo.path !== here);
  return [
    path === '' ? title : `${title} — ${escapeMarkdown(path)}`,
    ...definitionMarkdown(entry),
    counts,
    memosLine(opened, memos),
  ].filter(part => part !== '');
}

async function describeExcerpt(opened: OpenStudy, { coding, file }: PlacedCoding, here: string): Promise<string[]> {
  const [excerpt] = await excerptsOf(opened.seen, file, [coding]);
  if (excerpt === undefined) return [];
  const entry = opened.study.entry(coding.code);
  const who = [...excerpt.speakers, transcriptName(file.transcript)].join(', ');
  const doubt =
    excerpt.span === undefined ? [`*${vscode.l10n.t('The passage has no certain place in the transcript now.')}*`] : [];
  const code = `${swatch(colorOf(entry ?? { id: coding.code }))} **${escapeMarkdown(opened.study.titleOf(coding.code))}**`;
  const note = coding.memo === undefined ? [] : [`*${vscode.l10n.t('Memo:')}* ${escapeMarkdown(coding.memo)}`];
  const memos = (await memosOn(opened, [coding.id], undefined)).filter(({ memo }) => memo.path !== here);
  return [
    `“${escapeMarkdown(excerpt.text)}” — ${escapeMarkdown(who)}`,
    ...doubt,
    `${code} · ${vscode.l10n.t('Coded by {0}', escapeMarkdown(file.coder))}`,
    ...note,
    memosLine(opened, memos),
  ].filter(part => part !== '');
}

async function describeTranscript(opened: OpenStudy, path: string, here: string): Promise<string[]> {
  const transcript = await opened.study.transcripts.get(path);
  const { kind, date, participants = [] } = transcript?.frontMatter ?? {};
  const facts = [kind, date, participants.join(', ')].filter(part => part !== undefined && part !== '');
  const count = opened.seen.index.filesOf(path).reduce((sum, { codings }) => sum + codings.length, 0);
  const memos = (await memosOfTranscript(opened.seen, path)).filter(({ memo }) => memo.path !== here);
  return [
    `**${escapeMarkdown(transcriptName(path))}**`,
    [...facts.map(fact => escapeMarkdown(fact ?? '')), excerptCount(count)].join(' · '),
    memosLine(opened, memos),
  ].filter(part => part !== '');
}
