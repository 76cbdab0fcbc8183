import * as vscode from 'vscode';
import { Delayed } from '../common/delay.js';
import { Disposables } from '../common/disposables.js';
import type { Studies } from '../study/studies.js';
import type { Visibility } from '../visibility/visibility.js';
import type { PreviewDrawing } from './drawing.js';

/** Several changes in a row draw the preview once. Milliseconds. */
const PAUSE = 120;

/**
 * Draws the Markdown preview again when codings, the codebook or what is shown of them changed, as soon as one is in sight. What is
 * typed in the transcript itself it follows by itself.
 */
export function registerPreview(studies: Studies, visibility: Visibility, drawing: PreviewDrawing): vscode.Disposable {
  const disposables = new Disposables();
  let isStale = false;
  const refresh = (): void => {
    if (!isStale || !isPreviewInSight()) return;
    isStale = false;
    drawing.again();
  };
  const soon = disposables.add(new Delayed(refresh, PAUSE));
  const changed = (): void => {
    isStale = true;
    soon.trigger();
  };
  disposables.add(
    studies.onDidChange(changed),
    visibility.onDidChange(changed),
    vscode.window.tabGroups.onDidChangeTabs(() => soon.trigger()),
    vscode.window.tabGroups.onDidChangeTabGroups(() => soon.trigger()),
  );
  return disposables;
}

/** Asks VS Code to draw its preview again. @returns false where none is in sight */
export function wishForPreview(): boolean {
  if (!isPreviewInSight()) return false;
  vscode.commands.executeCommand('markdown.preview.refresh').then(undefined, () => undefined);
  return true;
}

function isPreviewInSight(): boolean {
  return vscode.window.tabGroups.all.some(({ activeTab }) => {
    const input = activeTab?.input;
    const isView = input instanceof vscode.TabInputWebview || input instanceof vscode.TabInputCustom;
    return isView && /markdown\.preview/.test(input.viewType);
  });
}
