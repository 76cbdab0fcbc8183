import * as vscode from 'vscode';
import type { ComparisonWish } from '../changes/wish.js';
import { View } from '../ids.js';
import type { AtWork } from './services.js';

/** Shows in the Coding Changes view what differs. */
export async function look(
  { changes, opened }: Pick<AtWork, 'changes' | 'opened'>,
  wish: ComparisonWish,
): Promise<void> {
  await changes.arrangement.compare(opened, wish);
  await vscode.commands.executeCommand(`${View.changes}.focus`);
  await changes.walk.begin(opened);
}
