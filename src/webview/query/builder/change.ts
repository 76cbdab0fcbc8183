import type { Group, Row } from './model.js';

/** Where a row is: its index, within the row with the index before it. */
export type Path = readonly number[];

/** The conditions within a row; undefined where it has none. */
export function groupIn(row: Row): Group | undefined {
  if (row.is === 'relation') return row.other;
  return row.is === 'group' ? row.group : undefined;
}

/** The same row with other conditions in it. */
export function withGroup(row: Row, group: Group): Row {
  if (row.is === 'relation') return { ...row, other: group };
  return row.is === 'group' ? { ...row, group } : row;
}

/** Changes the conditions that are within the row at a path; with an empty path all of them. */
export function changeGroup(whole: Group, path: Path, change: (group: Group) => Group): Group {
  const [index, ...rest] = path;
  if (index === undefined) return change(whole);
  const rows = whole.rows.map((row, i) => {
    const group = i === index ? groupIn(row) : undefined;
    return group === undefined ? row : withGroup(row, changeGroup(group, rest, change));
  });
  return { ...whole, rows };
}

/** Puts another row in the place of one. */
export function replaceRow(whole: Group, path: Path, row: Row): Group {
  return inItsGroup(whole, path, (group, at) => ({ ...group, rows: group.rows.with(at, row) }));
}

/** Takes a row out. */
export function removeRow(whole: Group, path: Path): Group {
  return inItsGroup(whole, path, (group, at) => ({ ...group, rows: group.rows.toSpliced(at, 1) }));
}

/** Adds a row at the end of the conditions within the row at a path. */
export function addRow(whole: Group, path: Path, row: Row): Group {
  return changeGroup(whole, path, group => ({ ...group, rows: [...group.rows, row] }));
}

function inItsGroup(whole: Group, path: Path, change: (group: Group, at: number) => Group): Group {
  const at = path.at(-1);
  if (at === undefined) return whole;
  return changeGroup(whole, path.slice(0, -1), group => (at < group.rows.length ? change(group, at) : group));
}
