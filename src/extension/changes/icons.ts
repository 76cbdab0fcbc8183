import * as vscode from 'vscode';
import { colorOf } from '../../core/codebook/colors.js';
import type { Change } from '../../core/review/change.js';
import type { ChangeGroup } from '../../core/review/grouping.js';
import { colorIcon } from '../themes/colorIcon.js';
import type { ChangeStatus } from './status.js';

type Kind = 'added' | 'removed' | 'changed';

/** The colours that the editor's own view of changes has. */
const COLORS: Readonly<Record<Kind, string>> = {
  added: 'gitDecoration.addedResourceForeground',
  removed: 'gitDecoration.deletedResourceForeground',
  changed: 'gitDecoration.modifiedResourceForeground',
};

/** The mark of a change: its kind while it is open, then what was decided. The shape tells it without the colour. */
export function changeIcon(change: Change, status: ChangeStatus): vscode.ThemeIcon {
  switch (status) {
    case 'accepted':
      return new vscode.ThemeIcon('check', new vscode.ThemeColor('charts.green'));
    case 'rejected':
      return new vscode.ThemeIcon('circle-slash', new vscode.ThemeColor('descriptionForeground'));
    case 'seen':
      return new vscode.ThemeIcon('eye', new vscode.ThemeColor('descriptionForeground'));
    case 'open': {
      const kind = kindOf(change);
      return new vscode.ThemeIcon(shapeOf(change, kind), new vscode.ThemeColor(COLORS[kind]));
    }
  }
}

function kindOf({ what }: Change): Kind {
  if (/-added$/.test(what)) return 'added';
  return /-removed$|^entry-merged$/.test(what) ? 'removed' : 'changed';
}

function shapeOf(change: Change, kind: Kind): string {
  if (change.what === 'entry-merged') return 'git-merge';
  if (kind === 'added') return 'add';
  if (kind === 'removed') return 'remove';
  switch (change.what) {
    case 'coding-changed':
    case 'note-changed':
      return aspectShape(change.aspect);
    case 'entry-changed':
      return aspectShape(change.aspect);
    case 'transcript-renamed':
    case 'memo-renamed':
      return 'arrow-right';
    default:
      return 'edit';
  }
}

function aspectShape(aspect: string): string {
  const shapes: Readonly<Record<string, string>> = {
    code: 'arrow-swap',
    moved: 'arrow-right',
    bounds: 'arrow-both',
    anchor: 'pin',
    evidence: 'law',
    memo: 'note',
    orphan: 'question',
    coder: 'person',
    order: 'arrow-both',
    color: 'symbol-color',
  };
  return shapes[aspect] ?? 'edit';
}

/** The mark of a group: a code is a disc in its colour, as in the Themes view. */
export function groupIcon(group: ChangeGroup): NonNullable<vscode.TreeItem['iconPath']> {
  switch (group.is) {
    case 'coder':
      return new vscode.ThemeIcon('person');
    case 'transcript':
      return new vscode.ThemeIcon('comment-discussion');
    case 'entry':
      if (group.entry === undefined) return new vscode.ThemeIcon('warning');
      return group.entry.kind === 'theme' ? new vscode.ThemeIcon('layers') : colorIcon(colorOf(group.entry));
    case 'area':
      return new vscode.ThemeIcon(AREA_ICONS[group.area]);
  }
}

const AREA_ICONS = {
  codebook: 'book',
  outside: 'circle-outline',
  transcripts: 'comment-discussion',
  participants: 'organization',
  memos: 'note',
  reading: 'eye',
  discussion: 'comment',
  study: 'settings',
  lines: 'warning',
} as const;
