import * as vscode from 'vscode';
import type { ChangesNode } from './nodes.js';

/**
 * The row of the view that has the keyboard, or had it before the palette opened. VS Code tells an extension only which rows are selected, and arrow keys do not
 * select: so the row is put into the selection, or taken out of it, which tells it apart, and then all is put back.
 * @returns undefined where no row has it
 */
export async function focusedRow(
  view: Pick<vscode.TreeView<ChangesNode>, 'selection'>,
): Promise<ChangesNode | undefined> {
  const before = view.selection;
  await toggle();
  const after = view.selection;
  if (isSame(before, after)) return undefined;
  await toggle();
  return without(after, before)[0] ?? without(before, after)[0];
}

async function toggle(): Promise<void> {
  await vscode.commands.executeCommand('list.toggleSelection');
}

function without(rows: readonly ChangesNode[], others: readonly ChangesNode[]): ChangesNode[] {
  const keys = new Set(others.map(({ key }) => key));
  return rows.filter(({ key }) => !keys.has(key));
}

function isSame(a: readonly ChangesNode[], b: readonly ChangesNode[]): boolean {
  return a.length === b.length && without(a, b).length === 0;
}
