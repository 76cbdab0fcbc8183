import * as vscode from 'vscode';
import type { ChangeGroup } from '../../core/review/grouping.js';
import { describeChange } from '../../core/review/sentence.js';
import { transcriptName } from '../../core/study/layout.js';
import { shorten } from '../../core/text/shorten.js';
import { numberWords } from '../common/numberWords.js';
import { Command } from '../ids.js';
import type { ChangesArrangement } from './arrangement.js';
import type { Comparing } from './comparing.js';
import { changeIcon, groupIcon } from './icons.js';
import type { ChangeNode, ChangesNode, GroupNode, PartNode, ProblemNode, StudyNode, UndecidedNode } from './nodes.js';
import { refusalWords } from './refusals.js';
import type { Reviews } from './reviews.js';
import { statusWords } from './status.js';
import { areaWords, capital, changeCount, wishWords } from './words.js';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
const QUOTE_SHOWN = 80;
/** From so many changes on, groups are closed at first. */
const MANY = 60;

/** How a node of the Coding Changes view looks. */
export function itemOf(
  node: ChangesNode,
  comparing: Comparing,
  arrangement: ChangesArrangement,
  reviews: Reviews,
): vscode.TreeItem {
  const item = build(node, comparing, arrangement, reviews);
  item.id = node.key;
  return item;
}

function build(
  node: ChangesNode,
  comparing: Comparing,
  arrangement: ChangesArrangement,
  reviews: Reviews,
): vscode.TreeItem {
  switch (node.kind) {
    case 'study':
      return studyItem(node, comparing, arrangement);
    case 'problem':
      return problemItem(node);
    case 'undecided':
      return undecidedItem(node);
    case 'group':
      return groupItem(node, reviews);
    case 'part':
      return partItem(node, reviews);
    case 'change':
      return changeItem(node, arrangement, reviews);
  }
}

function studyItem({ opened }: StudyNode, comparing: Comparing, arrangement: ChangesArrangement): vscode.TreeItem {
  const outcome = comparing.of(opened);
  const item = new vscode.TreeItem(opened.name, outcome?.is === 'refused' ? None : Expanded);
  const base = outcome?.is === 'compared' ? outcome.compared.base : undefined;
  const count = outcome?.is === 'compared' ? changeCount(outcome.compared.changes.length) : '';
  const words = outcome?.is === 'refused' ? refusalWords(outcome.why) : wishWords(arrangement.wishOf(opened), base);
  item.description = joined([count, words]);
  item.iconPath = new vscode.ThemeIcon('book');
  item.contextValue = 'study';
  return item;
}

function problemItem({ message }: ProblemNode): vscode.TreeItem {
  const item = new vscode.TreeItem(message, None);
  item.iconPath = new vscode.ThemeIcon('warning');
  item.tooltip = message;
  item.command = { command: Command.compareWith, title: vscode.l10n.t('Compare With…') };
  return item;
}

function undecidedItem({ opened, waiting }: UndecidedNode): vscode.TreeItem {
  const count = waiting.files.length;
  const label =
    count === 0
      ? vscode.l10n.t('Everything is decided: finish')
      : count === 1
        ? vscode.l10n.t('1 file to decide')
        : vscode.l10n.t('{0} files to decide', numberWords(count));
  const item = new vscode.TreeItem(label, None);
  item.description = vscode.l10n.t('two versions are being put together');
  item.tooltip = [`${label} (${item.description})`, ...waiting.files].join('\n');
  item.iconPath = new vscode.ThemeIcon('question', new vscode.ThemeColor('list.warningForeground'));
  item.contextValue = waiting.underWay === undefined ? 'undecided' : 'undecided.underWay';
  item.command = { command: Command.decideQuestions, title: vscode.l10n.t('Decide…'), arguments: [{ opened }] };
  item.accessibilityInformation = { label: spoken([label, item.description]) };
  return item;
}

function groupItem(node: GroupNode, reviews: Reviews): vscode.TreeItem {
  const { group, changes, compared } = node;
  const label = groupLabel(group);
  const isLarge = compared.changes.length > MANY;
  const item = new vscode.TreeItem(label, isLarge ? Collapsed : Expanded);
  const within = group.is === 'entry' ? group.within.join(' › ') : '';
  item.description = joined([progress(node, reviews), within]);
  item.iconPath = groupIcon(group);
  item.contextValue = 'group';
  if (group.is === 'transcript') item.tooltip = group.path;
  item.checkboxState = checkbox(reviews.reviewedIn(node.opened, node.changes) === changes.length);
  item.accessibilityInformation = { label: spoken([label, changeCount(changes.length), within]) };
  return item;
}

/** What a group is called. */
export function groupLabel(group: ChangeGroup): string {
  switch (group.is) {
    case 'coder':
      return group.name;
    case 'entry':
      return group.entry?.title ?? group.id;
    case 'transcript':
      return transcriptName(group.path);
    case 'area':
      return areaWords(group.area);
  }
}

function partItem(node: PartNode, reviews: Reviews): vscode.TreeItem {
  const { from, changes } = node;
  const label = vscode.l10n.t('Changes {0} to {1}', numberWords(from), numberWords(from + changes.length - 1));
  const item = new vscode.TreeItem(label, Collapsed);
  item.description = progress(node, reviews);
  item.contextValue = 'part';
  item.checkboxState = checkbox(reviews.reviewedIn(node.opened, node.changes) === changes.length);
  return item;
}

function changeItem(node: ChangeNode, arrangement: ChangesArrangement, reviews: Reviews): vscode.TreeItem {
  const { opened, change } = node;
  const { grouping } = arrangement;
  const status = reviews.statusOf(opened, change);
  const { text, quote, by } = describeChange(change);
  // Below the heading of a coder nobody need be told again who it was.
  const item = new vscode.TreeItem(grouping === 'coder' ? withoutName(text, by) : text, None);
  const who = grouping === 'coder' || by === undefined || text.startsWith(by) ? '' : by;
  const where = grouping === 'transcript' || change.transcript === undefined ? '' : transcriptName(change.transcript);
  const words = quote === undefined ? '' : `“${shorten(quote, QUOTE_SHOWN)}”`;
  item.description = joined([statusWords(status), words, where, who]);
  item.iconPath = changeIcon(change, status);
  item.checkboxState = checkbox(status !== 'open');
  item.contextValue = `change.${status}${subject(node)}`;
  item.command = { command: Command.openChange, title: vscode.l10n.t('Show Change'), arguments: [node] };
  item.accessibilityInformation = { label: spoken([statusWords(status), text, words, where, who]) };
  return item;
}

/** A sentence that begins with who did it, without that. */
function withoutName(text: string, name: string | undefined): string {
  return name !== undefined && text.startsWith(`${name} `) ? capital(text.slice(name.length + 1)) : text;
}

/** What a change can be commented on, and has a history of: the end of its context value. */
function subject({ change }: ChangeNode): string {
  if (/^coding-/.test(change.what)) return '.coding';
  return /^entry-/.test(change.what) ? '.entry' : '';
}

function checkbox(isReviewed: boolean): NonNullable<vscode.TreeItem['checkboxState']> {
  return {
    state: isReviewed ? Checked : Unchecked,
    tooltip: isReviewed ? vscode.l10n.t('Reviewed') : vscode.l10n.t('Mark as reviewed'),
  };
}

/** “3 of 14”, or the number alone where none is reviewed. */
function progress(node: GroupNode | PartNode, reviews: Reviews): string {
  const reviewed = reviews.reviewedIn(node.opened, node.changes);
  const total = numberWords(node.changes.length);
  return reviewed === 0 ? total : vscode.l10n.t('{0} of {1} reviewed', numberWords(reviewed), total);
}

const joined = (parts: readonly string[]): string => parts.filter(part => part !== '').join(' · ');
const spoken = (parts: readonly string[]): string => parts.filter(part => part !== '').join(', ');
