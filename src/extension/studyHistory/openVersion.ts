import * as vscode from 'vscode';
import { parseCodebook } from '../../core/codebook/parse.js';
import type { StudyHistory, Told } from '../../core/review/historyModel.js';
import { CODEBOOK_FILE, transcriptName } from '../../core/study/layout.js';
import { type ReviewAddress, reviewUri } from '../changes/reviewUri.js';
import { announce } from '../common/report.js';
import type { OpenStudy } from '../study/openStudy.js';

/**
 * Opens what a version changed in VS Code's own diff editor: the version it was made on beside it.
 * @param version index of the version
 * @param key the change to be shown; the first where it is missing
 */
export async function openVersion(
  opened: OpenStudy,
  history: StudyHistory,
  version: number,
  key?: string,
): Promise<void> {
  const at = history.versions[version];
  const told = at?.told.find(one => key === undefined || one.key === key) ?? at?.told[0];
  if (at === undefined || told === undefined) {
    announce(vscode.l10n.t('$(info) This version changed nothing of the analysis by itself.'));
    return;
  }
  const parent = at.before === undefined ? undefined : history.versions[at.before]?.commit?.id;
  const after: ReviewAddress['after']['state'] = at.commit === undefined ? 'working' : { commit: at.commit.id };
  const { path, as } = fileOf(told);
  const study = opened.root.toString();
  const address = { study, after: { state: after, path }, as };
  const name = transcriptName(path);
  if (parent === undefined) {
    // Before the first version there was nothing to compare it with.
    const uri = reviewUri({ ...address, before: { state: after, path }, side: 'after' });
    await vscode.commands.executeCommand(
      'vscode.open',
      uri,
      { preview: true },
      `${name} (${labelOf(history, version)})`,
    );
    return;
  }
  const both = { ...address, before: { state: { commit: parent }, path } };
  const title = vscode.l10n.t('{0} ({1} ↔ {2})', name, labelOf(history, at.before), labelOf(history, version));
  const [left, right] = [reviewUri({ ...both, side: 'before' }), reviewUri({ ...both, side: 'after' })];
  await vscode.commands.executeCommand('vscode.diff', left, right, title, await shownAt(right, told));
}

/** Lets an editor begin where the change is, as far as its later side has it: at the heading of a code or theme, or at the passage. */
async function shownAt(uri: vscode.Uri, { after, other, quote }: Told): Promise<vscode.TextDocumentShowOptions> {
  const document = await vscode.workspace.openTextDocument(uri);
  const entry = after ?? other;
  if (entry !== undefined) {
    const line = parseCodebook(document.getText()).find(entry.id)?.line;
    return { preview: true, ...(line === undefined ? {} : { selection: new vscode.Range(line, 0, line, 0) }) };
  }
  // Tags of other codings may stand within the passage: then its beginning is all there is to go by.
  const text = document.getText();
  const at =
    quote === undefined ? -1 : [quote, quote.slice(0, BEGINNING)].map(words => text.indexOf(words)).find(i => i !== -1);
  if (at === undefined || at === -1) return { preview: true };
  const place = document.positionAt(at);
  return { preview: true, selection: new vscode.Range(place, place) };
}

/** How much of a quote is enough to find it, in UTF-16 units. */
const BEGINNING = 24;

/** Where a change shows best: codings in their transcript, everything else in the file that has it. */
function fileOf({ what, path, transcript }: Told): { path: string; as: ReviewAddress['as'] } {
  const isOfText = what.startsWith('coding-') || what.startsWith('note-') || what === 'reading-state';
  if (isOfText && transcript !== undefined) return { path: transcript, as: 'coded' };
  return { path: what.startsWith('entry-') ? CODEBOOK_FILE : path, as: 'raw' };
}

/** What a version is called in a title. */
function labelOf({ versions }: StudyHistory, version: number | undefined): string {
  const commit = version === undefined ? undefined : versions[version]?.commit;
  return commit === undefined ? vscode.l10n.t('not saved yet') : commit.date.slice(0, 16).replace('T', ' ');
}
