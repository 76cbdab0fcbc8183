import * as vscode from 'vscode';
import { sumOf } from '../../core/anchoring/refresh.js';
import { applyRefresh, planRefresh, type TranscriptRefresh } from '../../core/study/refreshAnchors.js';
import type { Coder } from '../coding/coder.js';
import { announce } from '../common/report.js';
import { withSlowProgress } from '../common/slowProgress.js';
import { conclude } from '../history/conclude.js';
import type { History } from '../history/history.js';
import { currentStudy } from '../study/currentStudy.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import { pickCoders } from './pickCoders.js';
import { leftOut, leftToReview, movedTitle, toCommit } from './words.js';

/** What a refresh of anchors needs. */
export interface AnchorServices {
  readonly studies: Studies;
  readonly coder: Coder;
  readonly history: History;
}

/** Moves codings and notes that have a certain place to today's version of their transcripts: one action, one undo. */
export async function refreshAnchors({ studies, coder, history }: AnchorServices): Promise<void> {
  const opened = await currentStudy(studies);
  if (opened === undefined) return;
  // What is being typed is no version yet: its codings follow when it is saved.
  const unsaved = unsavedTranscripts(opened);
  const plan = await plannedWithProgress(opened, unsaved);
  if (plan === undefined) return;
  const all = sumOf(plan.flatMap(({ files }) => files));
  if (all.moved === 0) {
    const nothing = vscode.l10n.t('All anchors with a certain place are on today’s version');
    announce(`$(check) ${joined([nothing, leftToReview(all), leftOut(unsaved)])}`);
    return;
  }
  const coders = await pickCoders(plan, coder.name);
  if (coders === undefined || coders.size === 0) return;
  const chosen = plan.map(transcript => ({
    ...transcript,
    files: transcript.files.filter(file => coders.has(file.coder) && file.moved > 0),
  }));
  const { moved, edits } = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Moving anchors') },
    () => applyRefresh(opened.study, chosen),
  );
  const uncommitted = chosen.filter(({ isCommitted, files }) => isCommitted === false && files.length > 0);
  const commit = toCommit(uncommitted.map(({ transcript }) => transcript));
  const title = movedTitle(moved);
  const said = joined([title, leftToReview(all), leftOut(unsaved), commit]);
  await conclude(history, opened, 'pinned', { title, edits }, said);
}

function unsavedTranscripts(opened: OpenStudy): string[] {
  return vscode.workspace.textDocuments
    .filter(document => document.isDirty)
    .map(document => opened.transcriptPath(document))
    .filter(path => path !== undefined && opened.study.isTranscript(path)) as string[];
}

/** @returns undefined when the person did not want to wait */
function plannedWithProgress(
  { seen: study }: OpenStudy,
  unsaved: readonly string[],
): Promise<readonly TranscriptRefresh[] | undefined> {
  return withSlowProgress(
    vscode.l10n.t('Looking where the codings are today'),
    (done, total) => vscode.l10n.t('{0} of {1} transcripts', done, total),
    async (progress, cancellation) => {
      // Git or a script may have changed files a moment ago, and the watchers have not said so yet.
      await study.refresh(undefined, cancellation);
      const transcripts = new Set(study.transcriptPaths().filter(path => !unsaved.includes(path)));
      return planRefresh(study, { transcripts }, progress, cancellation);
    },
  );
}

function joined(parts: readonly string[]): string {
  return parts.filter(part => part !== '').join('; ');
}
