import type { Change } from '../../core/review/change.js';
import type { ChangeGroup } from '../../core/review/grouping.js';
import type { Waiting } from '../conflicts/unsettled.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Compared } from './compared.js';

/** What a line of the Coding Changes view stands for. `key` is stable across refreshes, so that the tree stays as it was opened. */
export type ChangesNode = StudyNode | ProblemNode | UndecidedNode | GroupNode | PartNode | ChangeNode;

/** One of several studies. */
export interface StudyNode {
  readonly kind: 'study';
  readonly key: string;
  readonly opened: OpenStudy;
}

/** Why there is nothing to see. */
export interface ProblemNode {
  readonly kind: 'problem';
  readonly key: string;
  readonly opened: OpenStudy;
  readonly message: string;
  readonly parent?: StudyNode;
}

/** Two versions are being put together, and something is to be decided, or to be finished. */
export interface UndecidedNode {
  readonly kind: 'undecided';
  readonly key: string;
  readonly opened: OpenStudy;
  readonly waiting: Waiting;
  readonly parent?: StudyNode;
}

/** The changes of a coder, code, theme or transcript. */
export interface GroupNode {
  readonly kind: 'group';
  readonly key: string;
  readonly opened: OpenStudy;
  readonly compared: Compared;
  readonly group: ChangeGroup;
  readonly changes: readonly Change[];
  readonly parent?: StudyNode;
}

/** Some of the changes of a large group, so that no list is longer than an editor draws at once. */
export interface PartNode {
  readonly kind: 'part';
  readonly key: string;
  readonly opened: OpenStudy;
  readonly compared: Compared;
  /** Number of the first among the group's, from 1. */
  readonly from: number;
  readonly changes: readonly Change[];
  readonly parent: GroupNode;
}

/** One change. */
export interface ChangeNode {
  readonly kind: 'change';
  readonly key: string;
  readonly opened: OpenStudy;
  readonly compared: Compared;
  readonly change: Change;
  readonly parent: GroupNode | PartNode;
}

/** Whether a value that a command was handed is a row of the view. */
export function isChangesNode(value: unknown): value is ChangesNode {
  return (
    typeof value === 'object' && value !== null && 'kind' in value && 'opened' in value && KINDS.includes(value.kind)
  );
}

const KINDS: readonly unknown[] = [
  'study',
  'problem',
  'undecided',
  'group',
  'part',
  'change',
] satisfies ChangesNode['kind'][];
