import * as vscode from 'vscode';
import { transcriptName } from '../../core/study/layout.js';
import type { FollowedDone } from '../../core/study/writeFollowed.js';
import { listed } from '../codebook/words.js';
import type { Coder } from '../coding/coder.js';
import { orReport } from '../common/report.js';
import { conclude } from '../history/conclude.js';
import type { History } from '../history/history.js';
import { baseOnDisk } from './baseOnDisk.js';
import type { CodedDocuments } from './codedDocuments.js';

/** What following needs of the rest of the extension. */
export interface FollowServices {
  readonly documents: CodedDocuments;
  readonly coder: Coder;
  readonly history: History;
}

/**
 * Once a transcript is saved, writes down where those codings and notes of one's own are that could not be found again by what their
 * lines say; as a rule there is nothing to write.
 */
export class FollowOnSave implements vscode.Disposable {
  private readonly listener: vscode.Disposable;
  /** Done once all that was saved is dealt with. */
  settled: Promise<unknown> = Promise.resolve();

  constructor(services: FollowServices) {
    this.listener = vscode.workspace.onDidSaveTextDocument(document => {
      const work = orReport(() => follow(document, services));
      this.settled = Promise.all([this.settled, work]);
    });
  }

  dispose(): void {
    this.listener.dispose();
  }
}

async function follow(document: vscode.TextDocument, { documents, coder, history }: FollowServices): Promise<void> {
  const known = documents.saved(document);
  // Whoever typed on already will save again.
  if (known === undefined || document.isDirty) return;
  const { live, here } = known;
  const { opened, path } = here;
  // What is typed from here on does not matter: this is the text that was saved, and where things are in it.
  const { points, followed } = live.saved(here);
  live.lookUpLost();
  // Not only when a watcher gets round to it: what is on disk is what is typed.
  await opened.study.reload([path]);
  const base = await baseOnDisk(opened, path, document);
  if (base === undefined) return documents.tell(document);
  const anchors = await opened.study.places.in(path, { points, base });
  const { afterSave, writeFollowed } = await import('./loaded.js');
  const me = coder.name;
  const wish = afterSave(
    followed.map(one => ({ ...one, isOwn: one.coder === me })),
    anchors,
  );
  live.decided(wish, points);
  documents.tell(document);
  if (wish.moves.size === 0) return;
  const done = await writeFollowed(opened.study, wish);
  if (done.edits.length === 0) return;
  // Where the editor saves of its own accord, a passage may be written several times while one types in it.
  const joins = { key: `follow ${path}`, title: vscode.l10n.t('Followed codings in {0}', transcriptName(path)) };
  await conclude(history, opened, 'link', { title: titleOf(done, path), edits: done.edits, joins });
}

function titleOf({ codings, notes }: FollowedDone, path: string): string {
  const parts = [];
  if (codings > 0) parts.push(codings === 1 ? vscode.l10n.t('1 coding') : vscode.l10n.t('{0} codings', codings));
  if (notes > 0) parts.push(notes === 1 ? vscode.l10n.t('1 note') : vscode.l10n.t('{0} notes', notes));
  return vscode.l10n.t('Followed {0} in {1}', listed(parts), transcriptName(path));
}
