import * as vscode from 'vscode';
import { slugOf } from '../../core/codebook/slug.js';
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
  /**
   * Whether it may leave where the study has a disclosure policy: `follows` where it says nothing of people; `closed` where it names or
   * counts them as the window shows them to the team.
   */
  readonly leaving: 'follows' | 'closed';
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
 * @returns where it is now; undefined where the person thought better of it
 */
export async function savePicture(
  opened: OpenStudy,
  format: PictureFormat,
  bytes: Uint8Array,
  kind: PictureKind,
  target?: vscode.Uri,
): Promise<vscode.Uri | undefined> {
  if (kind.leaving === 'closed' && opened.study.config.disclosure !== undefined)
    throw new Error(
      vscode.l10n.t(
        'This shows people as the team knows them, and the study has a disclosure policy: it is not saved. The tables of `verbatim matrix`, `cooccurrence` and `new-codes` follow the policy.',
      ),
    );
  const uri = target ?? (await askWhere(opened, format, kind));
  if (uri === undefined) return undefined;
  await vscode.workspace.fs.writeFile(uri, bytes);
  announce(kind.saved(uri.path.split('/').at(-1) ?? ''));
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
