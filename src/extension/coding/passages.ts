import * as vscode from 'vscode';
import type { SeenTranscript } from '../../core/coding/actions.js';
import { baseOf } from '../../core/coding/blobId.js';
import type { Span } from '../../core/text/span.js';
import { encodeUtf8 } from '../../core/text/utf8.js';
import { sentenceAt } from '../../core/transcript/query.js';
import { trimToWords } from '../../core/transcript/units.js';
import { announce } from '../common/report.js';
import { pointOf, pointsOf, spanOfRange } from '../convert.js';
import { baseOnDisk } from '../documents/baseOnDisk.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';

/** A transcript in an editor, ready to be coded. */
export interface TranscriptAtHand {
  readonly opened: OpenStudy;
  readonly editor: vscode.TextEditor;
  /** Path relative to the study. */
  readonly path: string;
}

/** The transcript a person is in; where there is none that can be coded, says why. */
export async function transcriptAtHand(studies: Studies): Promise<TranscriptAtHand | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || editor.document.languageId !== 'markdown') {
    announce(vscode.l10n.t('$(info) Open a transcript and select a passage first.'));
    return undefined;
  }
  if (editor.document.isUntitled) {
    announce(vscode.l10n.t('$(info) Save the transcript first: codings are kept beside it.'));
    return undefined;
  }
  const opened = await studies.ofOrNew(editor.document.uri);
  if (opened === undefined) {
    const open = vscode.l10n.t('Open Folder…');
    const message = vscode.l10n.t(
      'Codings are kept beside the transcripts: open the folder that holds them, then code.',
    );
    if ((await vscode.window.showInformationMessage(message, open)) === open) {
      await vscode.commands.executeCommand('vscode.openFolder');
    }
    return undefined;
  }
  const path = opened.transcriptPath(editor.document);
  if (path !== undefined) return { opened, editor, path };
  announce(vscode.l10n.t('$(info) This file is part of the study itself; only transcripts are coded.'));
  return undefined;
}

/** The transcript as its editor shows it. */
export async function seenIn(
  { opened, path }: Pick<TranscriptAtHand, 'opened' | 'path'>,
  document: vscode.TextDocument,
): Promise<SeenTranscript> {
  const onDisk = await baseOnDisk(opened, path, document);
  // The version that is coded: the file as it is on disk, or what it will be once the document is saved.
  const base = onDisk ?? baseOf(encodeUtf8(document.getText()));
  return { transcript: path, points: pointsOf(document), base };
}

/**
 * The passages a person means, one a cursor: what is selected, trimmed to its words, or the sentence at the cursor. Each
 * once, in the order of the text.
 * @returns spans in code points; empty where nothing but labels and white space is meant
 */
export function passagesMeant({ opened, editor, path }: TranscriptAtHand, { points }: SeenTranscript): Span[] {
  const { document, selections } = editor;
  const transcript = opened.study.transcripts.parse(points.text, path);
  const meant = selections.map(selection =>
    selection.isEmpty
      ? sentenceAt(transcript, pointOf(document, points, selection.active))
      : trimToWords(transcript, spanOfRange(document, points, selection)),
  );
  const spans = meant.filter(span => span !== undefined && span.start < span.end) as Span[];
  const byPlace = new Map(spans.map(span => [`${span.start} ${span.end}`, span]));
  return [...byPlace.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Says what to do where nothing is meant. */
export function sayNothingMeant(): void {
  announce(vscode.l10n.t('$(info) Select the words you want to code.'));
}
