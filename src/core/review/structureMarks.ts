import type { StudyHistory } from './historyModel.js';
import type { StructureNode, ThemeStructure } from './themeStructure.js';

/** How an entry differs from the version before: `gone` entries are shown where they were. */
export type StructureMark = 'new' | 'gone' | 'renamed' | 'moved' | 'changed';

/** A line of the structure of a version, with what is different in it. */
export interface MarkedNode extends StructureNode {
  readonly marks: readonly StructureMark[];
  /** Its title in the version before, where it was renamed. */
  readonly formerTitle?: string;
}

/** Respects that a structure shows by itself. */
const SHOWN = new Set(['title', 'id', 'moved', 'order']);

/** The structure of a version, with what differs from the version it was made on marked; of the first nothing is marked. */
export function structureAt(history: StudyHistory, version: number): readonly MarkedNode[] {
  const at = history.versions[version];
  const after = at && history.structures[at.structure];
  if (at === undefined || after === undefined) return [];
  const before = at.before === undefined ? undefined : history.versions[at.before];
  const changes = at.told.filter(({ what }) => what === 'entry-changed');
  const ids = changes.flatMap(({ before: was, after: is }) =>
    was && is && was.id !== is.id ? [[is.id, was.id] as const] : [],
  );
  const others = changes.filter(({ aspect }) => !SHOWN.has(aspect ?? ''));
  return markStructure(
    before && history.structures[before.structure],
    after,
    new Map(ids),
    new Set(others.flatMap(({ after: is }) => is?.id ?? [])),
  );
}

/**
 * The structure of a version with what differs from the one before marked.
 * @param before of the version it was made on
 * @param formerIds ids of the version before by the ids they have now, where they differ
 * @param changed ids, as they are now, of entries that were changed in other respects
 */
export function markStructure(
  before: ThemeStructure | undefined,
  after: ThemeStructure,
  formerIds: ReadonlyMap<string, string> = new Map(),
  changed: ReadonlySet<string> = new Set(),
): MarkedNode[] {
  if (before === undefined) return after.nodes.map(node => ({ ...node, marks: [] }));
  const old = new Map(before.nodes.map(node => [node.id, node]));
  const idBefore = (id: string): string => formerIds.get(id) ?? id;
  const stays = new Set(after.nodes.map(({ id }) => idBefore(id)));
  const lines = after.nodes.map((node): MarkedNode => {
    const was = old.get(idBefore(node.id));
    if (was === undefined) return { ...node, marks: ['new'] };
    const marks: StructureMark[] = [
      ...(was.title === node.title ? [] : ['renamed' as const]),
      ...(was.parent === (node.parent && idBefore(node.parent)) ? [] : ['moved' as const]),
      ...(changed.has(node.id) ? ['changed' as const] : []),
    ];
    return { ...node, marks, ...(was.title === node.title ? {} : { formerTitle: was.title }) };
  });
  return withGone(lines, before.nodes, stays, idBefore);
}

/** Puts what is gone behind what stood before it. */
function withGone(
  lines: readonly MarkedNode[],
  before: readonly StructureNode[],
  stays: ReadonlySet<string>,
  idBefore: (id: string) => string,
): MarkedNode[] {
  const result = [...lines];
  let previous: string | undefined;
  for (const node of before) {
    if (!stays.has(node.id)) {
      const at = result.findIndex(line => previous !== undefined && idOf(line, idBefore) === previous);
      result.splice(at + 1, 0, { ...node, marks: ['gone'] });
    }
    previous = node.id;
  }
  return result;
}

/** The id a line had in the version before. */
function idOf({ id, marks }: MarkedNode, idBefore: (id: string) => string): string {
  return marks.includes('gone') ? id : idBefore(id);
}
