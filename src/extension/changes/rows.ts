import type { Change } from '../../core/review/change.js';
import { type ChangeGroup, type ChangeGrouping, groupChanges } from '../../core/review/grouping.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Compared } from './compared.js';
import type { ChangeNode, GroupNode, PartNode, StudyNode } from './nodes.js';

/** So many changes are listed at once; a larger group is opened in parts. */
export const MOST_AT_ONCE = 500;

/** The rows of one comparison under one grouping; every row is one object, however often it is asked for. */
export class Rows {
  readonly groups: readonly GroupNode[];
  private readonly children = new Map<GroupNode | PartNode, readonly (PartNode | ChangeNode)[]>();
  private flat: readonly ChangeNode[] | undefined;

  constructor(
    private readonly opened: OpenStudy,
    readonly compared: Compared,
    readonly grouping: ChangeGrouping,
    /** The row of the study, where there are several. */
    readonly parent: StudyNode | undefined,
  ) {
    this.groups = groupChanges(compared.changes, grouping, compared.books).map(group => this.groupNode(group));
  }

  /** What a row holds. */
  within(node: GroupNode | PartNode): readonly (PartNode | ChangeNode)[] {
    const known = this.children.get(node);
    if (known !== undefined) return known;
    const made =
      node.kind === 'group' && node.changes.length > MOST_AT_ONCE
        ? this.parts(node)
        : node.changes.map(change => this.changeNode(change, node));
    this.children.set(node, made);
    return made;
  }

  /** All changes in the order in which they are listed. */
  get all(): readonly ChangeNode[] {
    this.flat ??= this.groups.flatMap(group => this.under(group));
    return this.flat;
  }

  /** The changes below a row, in order. */
  under(node: GroupNode | PartNode): ChangeNode[] {
    return this.within(node).flatMap(child => (child.kind === 'change' ? [child] : this.under(child)));
  }

  private groupNode(group: ChangeGroup): GroupNode {
    const { opened, compared, parent } = this;
    const key = `${opened.root} ${this.grouping} ${nameOf(group)}`;
    return { kind: 'group', key, opened, compared, group, changes: group.changes, ...(parent ? { parent } : {}) };
  }

  private parts(parent: GroupNode): PartNode[] {
    const { opened, compared } = this;
    const count = Math.ceil(parent.changes.length / MOST_AT_ONCE);
    return Array.from({ length: count }, (_, i) => ({
      kind: 'part',
      key: `${parent.key} ${i}`,
      opened,
      compared,
      from: i * MOST_AT_ONCE + 1,
      changes: parent.changes.slice(i * MOST_AT_ONCE, (i + 1) * MOST_AT_ONCE),
      parent,
    }));
  }

  private changeNode(change: Change, parent: GroupNode | PartNode): ChangeNode {
    const { opened, compared } = this;
    // A change keeps its row as long as it is in its group: which part of that it is in may be another.
    const group = parent.kind === 'group' ? parent : parent.parent;
    return { kind: 'change', key: `${group.key} ${change.key}`, opened, compared, change, parent };
  }
}

function nameOf(group: ChangeGroup): string {
  switch (group.is) {
    case 'coder':
      return `coder ${group.name}`;
    case 'entry':
      return `entry ${group.id}`;
    case 'transcript':
      return `transcript ${group.path}`;
    case 'area':
      return `area ${group.area}`;
  }
}
