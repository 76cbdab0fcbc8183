import * as vscode from 'vscode';
import type { CoderFigures } from '../../core/analysis/coderFigures.js';
import type { Relevance } from '../../core/analysis/relevance.js';
import type { ReadingState } from '../../core/reading/state.js';
import { escapeMarkdown } from '../../core/text/escapeMarkdown.js';
import { shorten } from '../../core/text/shorten.js';
import type { Coder } from '../coding/coder.js';
import { dateOf } from '../common/date.js';
import { Command } from '../ids.js';
import type { CodingReference } from '../reveal/reveal.js';
import { codersShown } from './coders.js';
import type { Figures } from './figures.js';
import { figuresShown } from './figuresShown.js';
import type { GroupNode, NoteNode, StudyNode, TranscriptNode, TranscriptsNode } from './nodes.js';
import {
  coveredText,
  noteCount,
  percent,
  relevanceLabel,
  scopeLabel,
  stateIcon,
  stateLabel,
  transcriptCount,
} from './words.js';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
const NOTE_SHOWN = 120;
const QUOTE_SHOWN = 60;

/** How a node of the Transcripts view looks. */
export function itemOf(node: TranscriptsNode, coder: Coder, figures: Figures): vscode.TreeItem {
  const item = build(node, coder, figures);
  item.id = node.key;
  return item;
}

function build(node: TranscriptsNode, coder: Coder, figures: Figures): vscode.TreeItem {
  switch (node.kind) {
    case 'study':
      return studyItem(node);
    case 'group':
      return groupItem(node);
    case 'transcript':
      return transcriptItem(node, coder, figures);
    case 'note':
      return noteItem(node, coder);
  }
}

function studyItem({ opened }: StudyNode): vscode.TreeItem {
  const item = new vscode.TreeItem(opened.name, Expanded);
  item.description = transcriptCount(opened.seen.transcriptPaths().length);
  item.iconPath = new vscode.ThemeIcon('book');
  item.contextValue = 'study';
  return item;
}

function groupItem({ by, name, rows }: GroupNode): vscode.TreeItem {
  const item = new vscode.TreeItem(groupLabel(by, name), Expanded);
  item.description = String(rows.length);
  item.contextValue = 'group';
  item.accessibilityInformation = { label: `${groupLabel(by, name)}, ${transcriptCount(rows.length)}` };
  return item;
}

function groupLabel(by: GroupNode['by'], name: string): string {
  const label =
    by === 'state'
      ? stateLabel(name as ReadingState)
      : by === 'kind'
        ? name || vscode.l10n.t('kind not said')
        : name === ''
          ? vscode.l10n.t('no scope is marked')
          : relevanceLabel(name as Relevance);
  return label.charAt(0).toLocaleUpperCase(vscode.env.language) + label.slice(1);
}

function transcriptItem(node: TranscriptNode, coder: Coder, figures: Figures): vscode.TreeItem {
  const { opened, path, label } = node;
  const { mine, coders, relevance, known } = figuresShown(
    opened,
    path,
    codersShown(opened, coder),
    coder.name,
    figures,
  );
  const notes = coders.reduce((sum, each) => sum + each.notes, 0);
  const doubt = coders.reduce((sum, each) => sum + (each.inDoubt ?? 0), 0);
  const changed = coders.reduce((sum, each) => sum + (each.changed ?? 0), 0);
  const isMissing = !opened.study.exists(path);
  const item = new vscode.TreeItem(label, notes > 0 ? Collapsed : None);
  const share = mine.codings > 0 && mine.share !== undefined ? percent(mine.share) : '';
  const parts = [
    isMissing ? vscode.l10n.t('the file is missing') : stateLabel(mine.state),
    share,
    isMissing ? '' : scopeLabel(relevance, known?.inScope?.share),
    notes > 0 ? noteCount(notes) : '',
    doubt > 0 ? vscode.l10n.t('{0} to review', doubt) : '',
  ];
  item.description = joined(parts);
  item.iconPath = new vscode.ThemeIcon(isMissing ? 'warning' : stateIcon(mine.state));
  const isCoded = mine.codings > 0 ? '.codings' : '';
  const isToReview = doubt + changed > 0 ? '.review' : '';
  item.contextValue = `${isMissing ? 'missing' : `transcript.${mine.state}${isCoded}`}${isToReview}`;
  if (!isMissing) {
    const title = vscode.l10n.t('Open Transcript');
    item.command = { command: 'vscode.open', title, arguments: [opened.uri(path)] };
  }
  const others = coders.filter(each => each !== mine).map(colleagueLine);
  const facts = known === undefined ? [] : [known.kind ?? '', known.participants.join(', ')];
  const shareSpoken = share === '' ? '' : coveredText(share, known?.inScope !== undefined);
  const spoken = [label, parts[0], shareSpoken, ...parts.slice(2), ...facts, ...others];
  item.accessibilityInformation = { label: spoken.filter(part => part).join(', ') };
  return item;
}

/** How far a colleague has come, in a few words. */
function colleagueLine({ coder, state, share, codings }: Partial<CoderFigures>): string {
  const coded = codings && share !== undefined ? `, ${percent(share)}` : '';
  return `${coder}: ${stateLabel(state ?? 'unread')}${coded}`;
}

function noteItem({ opened, id, transcript, row }: NoteNode, coder: Coder): vscode.TreeItem {
  const { note, outcome, text } = row;
  const isMine = row.coder === coder.name;
  const doubt =
    outcome === 'orphan'
      ? vscode.l10n.t('passage not found')
      : outcome === 'ambiguous'
        ? vscode.l10n.t('place not certain')
        : '';
  const item = new vscode.TreeItem(shorten(note.memo, NOTE_SHOWN), None);
  item.description = joined([doubt, isMine ? '' : row.coder, `“${shorten(text, QUOTE_SHOWN)}”`]);
  item.iconPath = new vscode.ThemeIcon(doubt === '' ? 'note' : 'warning');
  item.contextValue = isMine ? 'note.mine' : 'note';
  const facts = joined([row.coder, dateOf(note.created)]);
  item.tooltip = new vscode.MarkdownString(
    [`${escapeMarkdown(note.memo)}`, `“${escapeMarkdown(text)}”`, escapeMarkdown(facts)].join('\n\n'),
  );
  const reference: CodingReference = { uri: opened.uri(transcript).toString(), id };
  const title = vscode.l10n.t('Show in Transcript');
  item.command = { command: Command.revealCoding, title, arguments: [reference, { keepFocus: true }] };
  const spoken = [vscode.l10n.t('Note by {0}', row.coder), note.memo, doubt, vscode.l10n.t('on “{0}”', text)];
  item.accessibilityInformation = { label: spoken.filter(part => part !== '').join(', ') };
  return item;
}

const joined = (parts: readonly string[]): string => parts.filter(part => part !== '').join(' · ');
