import * as vscode from 'vscode';
import { contextOf } from '../../core/analysis/excerptContext.js';
import type { Study } from '../../core/study/study.js';
import type { ContextAnswer } from '../../webview/excerpts/protocol.js';

/** What stands around an excerpt in today's transcript, or why that cannot be said. */
export async function contextOfExcerpt(study: Study, id: string, step: number): Promise<ContextAnswer> {
  const answer = { type: 'context', id, step } as const;
  const found = study.index.find(id);
  if (found === undefined) return { ...answer, why: vscode.l10n.t('This coding is not there any more.') };
  const { transcript: path } = found.file;
  const transcript = await study.transcripts.get(path);
  if (transcript === undefined) return { ...answer, why: vscode.l10n.t('There is no transcript {0} any more.', path) };
  const { outcome, span } = (await study.places.ofRecords([found.coding], transcript)).resolve(found.coding);
  if (span !== undefined) return { ...answer, context: contextOf(transcript, span, step) };
  const why =
    outcome === 'ambiguous'
      ? vscode.l10n.t(
          'These words stand in the transcript more than once, and it is not certain which place was coded.',
        )
      : vscode.l10n.t('These words are not in the transcript any more, so there is nothing around them to show.');
  return { ...answer, why };
}
