import * as vscode from 'vscode';
import { codeCounts } from '../../core/analysis/codeCounts.js';
import type { Excerpt } from '../../core/analysis/excerpts.js';
import type { CodebookEntry } from '../../core/codebook/codebook.js';
import { colorOf } from '../../core/codebook/colors.js';
import { phaseOf } from '../../core/codebook/phase.js';
import { isScopeEntry } from '../../core/codebook/scope.js';
import { evidenceOf } from '../../core/coding/evidence.js';
import { threadsOf } from '../../core/discussion/threads.js';
import { transcriptName } from '../../core/study/layout.js';
import { escapeMarkdown } from '../../core/text/escapeMarkdown.js';
import { shorten } from '../../core/text/shorten.js';
import { formerIds } from '../codebook/formerIds.js';
import { excerptCount, phaseLabel } from '../codebook/words.js';
import { evidenceLabel } from '../coding/evidenceWords.js';
import { definitionMarkdown } from '../common/definition.js';
import { discussionLine } from '../discussion/describe.js';
import { openCount } from '../discussion/words.js';
import { lineColor } from '../highlights/styles.js';
import { HOVER_COMMANDS } from '../hovers/commands.js';
import { Command } from '../ids.js';
import { memosLine, memosOn } from '../memos/memosLine.js';
import type { CodingReference } from '../reveal/reveal.js';
import { colorIcon } from './colorIcon.js';
import type { EntryNode, ExcerptNode, StudyNode, ThemesNode, TranscriptNode, UnknownNode } from './nodes.js';
import type { ThemesArrangement } from './themesArrangement.js';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
const QUOTE_SHOWN = 120;
const QUIET = new vscode.ThemeColor('descriptionForeground');

/** How a node of the Themes view looks. */
export function itemOf(node: ThemesNode, arrangement: ThemesArrangement): vscode.TreeItem {
  const item = build(node, arrangement);
  item.id = node.key;
  return item;
}

function build(node: ThemesNode, arrangement: ThemesArrangement): vscode.TreeItem {
  switch (node.kind) {
    case 'study':
      return studyItem(node);
    case 'entry':
      return entryItem(node, arrangement);
    case 'unknown':
      return unknownItem(node);
    case 'transcript':
      return transcriptItem(node);
    case 'excerpt':
      return excerptItem(node);
  }
}

function studyItem({ opened }: StudyNode): vscode.TreeItem {
  const icon = new vscode.ThemeIcon('book');
  const item = described(opened.name, Expanded, excerptCount(opened.seen.index.size), icon);
  item.contextValue = 'study';
  return item;
}

function entryItem({ opened, entryId }: EntryNode, arrangement: ThemesArrangement): vscode.TreeItem {
  const entry = opened.study.codebook.find(entryId);
  if (entry === undefined) return new vscode.TreeItem(entryId, None);
  const count = codeCounts(opened.seen).get(entry) ?? 0;
  const hasChildren = arrangement.of(opened).within(entry).length > 0 || (entry.kind === 'code' && count > 0);
  const state = !hasChildren ? None : entry.kind === 'theme' ? Expanded : Collapsed;
  const phase = phaseOf(entry);
  const open = openCount(threadsOf(opened.seen, entry));
  const isScope = entry.kind === 'code' && isScopeEntry(entry);
  const facts = [
    ...(isScope ? [vscode.l10n.t('marks what is in scope')] : []),
    ...(phase ? [phaseLabel(phase)] : []),
    ...(open === '' ? [] : [open]),
  ];
  const item = described(entry.title, state, [String(count), ...facts].join(' · '), iconOf(entry));
  const former = formerIds(entry).length > 0 ? '.formerly' : '';
  item.contextValue = `${entry.kind}${isScope ? '.scope' : ''}${former}`;
  const kind = entry.kind === 'theme' ? vscode.l10n.t('Theme') : vscode.l10n.t('Code');
  const spoken = [`${kind} ${entry.title}`, excerptCount(count), ...facts];
  item.accessibilityInformation = { label: spoken.join(', ') };
  return item;
}

/** A code is a disc in its colour, one that marks what is in scope a quiet target; a theme shows a colour only where it was given one. */
function iconOf(entry: CodebookEntry): NonNullable<vscode.TreeItem['iconPath']> {
  if (entry.kind === 'code' && isScopeEntry(entry)) return new vscode.ThemeIcon('target', QUIET);
  if (entry.kind === 'code') return colorIcon(colorOf(entry));
  const color = entry.color === undefined ? undefined : lineColor(colorOf(entry));
  return new vscode.ThemeIcon('layers', typeof color === 'string' ? undefined : color);
}

function unknownItem({ opened, code }: UnknownNode): vscode.TreeItem {
  const description = `${opened.seen.index.count(code)} · ${vscode.l10n.t('not in the codebook')}`;
  const item = described(code, Collapsed, description, new vscode.ThemeIcon('warning'));
  item.contextValue = 'unknown';
  item.tooltip = vscode.l10n.t(
    'Codings use this code, but the codebook does not have it. The Problems panel offers to add it.',
  );
  return item;
}

function transcriptItem({ transcript, uses }: TranscriptNode): vscode.TreeItem {
  const count = uses.reduce((sum, use) => sum + use.codings.length, 0);
  const name = transcript.split('/').at(-1) ?? transcript;
  const item = described(
    transcriptName(transcript),
    Collapsed,
    String(count),
    new vscode.ThemeIcon('comment-discussion'),
  );
  item.tooltip = transcript;
  item.contextValue = 'transcript';
  item.accessibilityInformation = { label: vscode.l10n.t('Transcript {0}, {1}', name, excerptCount(count)) };
  return item;
}

function excerptItem({ opened, id, excerpt }: ExcerptNode): vscode.TreeItem {
  const doubt = doubtOf(excerpt);
  const { code } = excerpt.coding;
  const isFormer = opened.study.entry(code)?.id !== code && opened.study.entry(code) !== undefined;
  const was = isFormer ? vscode.l10n.t('was {0}', code) : '';
  const open = openCount(threadsOf(opened.seen, { kind: 'coding', id }));
  const evidence = evidenceOf(excerpt.coding);
  const mark = evidence === undefined ? '' : evidenceLabel(evidence);
  const description = [doubt, mark, excerpt.coder, was, open].filter(part => part !== '').join(' · ');
  const speakers = excerpt.speakers.length === 0 ? '' : `${excerpt.speakers.join(', ')}: `;
  const item = described(
    speakers + shorten(excerpt.text, QUOTE_SHOWN),
    None,
    description,
    new vscode.ThemeIcon(doubt === '' ? 'quote' : 'warning'),
  );
  item.contextValue = 'excerpt';
  const reference: CodingReference = { uri: opened.uri(excerpt.transcript).toString(), id };
  item.command = {
    command: Command.revealCoding,
    title: vscode.l10n.t('Show in Transcript'),
    arguments: [reference, { keepFocus: true }],
  };
  item.accessibilityInformation = { label: `${speakers}${excerpt.text}, ${description}` };
  return item;
}

function doubtOf(excerpt: Excerpt): string {
  if (excerpt.outcome === 'orphan') return vscode.l10n.t('passage not found');
  return excerpt.outcome === 'ambiguous' ? vscode.l10n.t('place not certain') : '';
}

function described(
  label: string,
  state: vscode.TreeItemCollapsibleState,
  description: string,
  icon: NonNullable<vscode.TreeItem['iconPath']>,
): vscode.TreeItem {
  const item = new vscode.TreeItem(label, state);
  item.description = description;
  item.iconPath = icon;
  return item;
}

/** What hovering a theme, a code or an excerpt tells, with the memos that mention it; undefined for rows that say it at once. */
export async function tooltipOf(node: ThemesNode): Promise<vscode.MarkdownString | undefined> {
  const parts =
    node.kind === 'entry' ? await aboutEntry(node) : node.kind === 'excerpt' ? await aboutExcerpt(node) : [];
  const shown = parts.filter(part => part !== '');
  if (shown.length === 0) return undefined;
  const tooltip = new vscode.MarkdownString(shown.join('\n\n'));
  tooltip.isTrusted = { enabledCommands: HOVER_COMMANDS };
  return tooltip;
}

async function aboutEntry({ opened, entryId }: EntryNode): Promise<string[]> {
  const entry = opened.study.codebook.find(entryId);
  if (entry === undefined) return [];
  const memos = memosLine(opened, await memosOn(opened, [], entry));
  const discussed = discussionLine(opened, { kind: entry.kind, id: entry.id });
  return [`**${escapeMarkdown(entry.title)}**`, ...definitionMarkdown(entry), discussed, memos];
}

async function aboutExcerpt({ opened, id, excerpt }: ExcerptNode): Promise<string[]> {
  const { memo } = excerpt.coding;
  const discussed = discussionLine(opened, { kind: 'coding', id });
  const note = memo === undefined ? '' : `*${vscode.l10n.t('Memo:')}* ${escapeMarkdown(memo)}`;
  return [
    `“${escapeMarkdown(excerpt.text)}”`,
    note,
    discussed,
    memosLine(opened, await memosOn(opened, [id], undefined)),
  ];
}
