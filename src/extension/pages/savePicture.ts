import * as vscode from 'vscode';
import { slugOf } from '../../core/codebook/slug.js';
import { sayHeldBack } from '../common/heldBack.js';
import { announce } from '../common/report.js';
import type { OpenStudy } from '../study/openStudy.js';

export type PictureFormat = 'svg' | 'png' | 'csv';

const FILTERS: Readonly<Record<PictureFormat, Record<string, string[]>>> = {
  svg: { 'SVG (.svg)': ['svg'] },
  png: { 'PNG (.png)': ['png'] },
  csv: { 'CSV (.csv)': ['csv'] },
};

/** What kind of picture it is. */
export interface PictureKind {
  /** End of the name that is proposed: the study's folder comes before it. */
  readonly suffix: string;
  /** Title of the dialog. */
  readonly title: string;
  /** What is said once it is saved. */
  saved(name: string): string;
}

/**
 * Writes a picture that a page has drawn where a person wants it.
 * @param target where to; asks where it is missing
 * @param heldBack what is held back of it, in sentences, so that it is not what the page shows; that is said afterwards
 * @returns where it is now; undefined where the person thought better of it
 */
export async function savePicture(
  opened: OpenStudy,
  format: PictureFormat,
  bytes: Uint8Array,
  kind: PictureKind,
  { target, heldBack }: { readonly target: vscode.Uri | undefined; readonly heldBack: readonly string[] },
): Promise<vscode.Uri | undefined> {
  const uri = target ?? (await askWhere(opened, format, kind));
  if (uri === undefined) return undefined;
  await vscode.workspace.fs.writeFile(uri, bytes);
  announce(kind.saved(uri.path.split('/').at(-1) ?? ''));
  sayHeldBack(heldBack);
  return uri;
}

async function askWhere(
  opened: OpenStudy,
  format: PictureFormat,
  { suffix, title }: PictureKind,
): Promise<vscode.Uri | undefined> {
  // The folder's name is what a person called the study when it had to be short.
  const folder = opened.root.path.split('/').findLast(part => part !== '') ?? opened.name;
  return vscode.window.showSaveDialog({
    title,
    defaultUri: opened.uri(`${slugOf(folder)}-${suffix}.${format}`),
    filters: FILTERS[format],
  });
}
