import * as vscode from 'vscode';
import { slugOf } from '../../core/codebook/slug.js';
import type { PictureFormat } from '../../webview/themeMap/protocol.js';
import { announce } from '../common/report.js';
import type { OpenStudy } from '../study/openStudy.js';

/**
 * Writes a picture of the map where a person wants it.
 * @param target where to; asks where it is missing
 * @returns where it is now; undefined where the person thought better of it
 */
export async function savePicture(
  opened: OpenStudy,
  format: PictureFormat,
  bytes: Uint8Array,
  target?: vscode.Uri,
): Promise<vscode.Uri | undefined> {
  const uri = target ?? (await askWhere(opened, format));
  if (uri === undefined) return undefined;
  await vscode.workspace.fs.writeFile(uri, bytes);
  announce(vscode.l10n.t('$(check) The theme map is saved as {0}.', uri.path.split('/').at(-1) ?? ''));
  return uri;
}

async function askWhere(opened: OpenStudy, format: PictureFormat): Promise<vscode.Uri | undefined> {
  // The folder's name is what a person called the study when it had to be short.
  const folder = opened.root.path.split('/').findLast(part => part !== '') ?? opened.name;
  const name = `${slugOf(folder)}-theme-map.${format}`;
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save the Theme Map'),
    defaultUri: opened.uri(name),
    filters: format === 'svg' ? { 'SVG (.svg)': ['svg'] } : { 'PNG (.png)': ['png'] },
  });
}
