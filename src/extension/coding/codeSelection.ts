import * as vscode from 'vscode';
import { codePassage, type Passage } from '../../core/coding/actions.js';
import { baseOf } from '../../core/coding/blobId.js';
import { normaliseText } from '../../core/text/normalise.js';
import { shorten } from '../../core/text/shorten.js';
import { encodeUtf8 } from '../../core/text/utf8.js';
import { sentenceAt, trimToText } from '../../core/transcript/query.js';
import { announce } from '../common/report.js';
import { pointOf, pointsOf, spanOfRange } from '../convert.js';
import type { History } from '../history/history.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import { pickCodes } from './codePicker.js';
import type { Coder } from './coder.js';
import type { RecentCodes } from './recentCodes.js';

/** What coding a selection needs. */
export interface CodingServices {
  readonly studies: Studies;
  readonly coder: Coder;
  readonly recent: RecentCodes;
  readonly history: History;
}

/** Codes the selected passage, or the sentence at the cursor: asks which codes, and the first time who is coding. */
export async function codeSelection(services: CodingServices): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || editor.document.languageId !== 'markdown') {
    announce(vscode.l10n.t('$(info) Open a transcript and select a passage first.'));
    return;
  }
  if (editor.document.isUntitled) {
    announce(vscode.l10n.t('$(info) Save the transcript first: codings are kept beside it.'));
    return;
  }
  const opened = await services.studies.ofOrNew(editor.document.uri);
  if (opened === undefined) {
    const open = vscode.l10n.t('Open Folder…');
    const message = vscode.l10n.t(
      'Codings are kept beside the transcripts: open the folder that holds them, then code.',
    );
    if ((await vscode.window.showInformationMessage(message, open)) === open)
      await vscode.commands.executeCommand('vscode.openFolder');
    return;
  }
  const passage = await passageOf(opened, editor);
  if (passage === undefined) return;
  const coder = await services.coder.ensure(opened);
  if (coder === undefined) return;
  const quote = shorten(passage.points.slice(passage.span.start, passage.span.end), 50);
  const choices = await pickCodes(opened, services.recent.of(opened), quote);
  if (choices === undefined || choices.length === 0) return;
  const done = await codePassage(opened.study, passage, coder, choices);
  const titles = [...new Set(done.codings.map(coding => opened.study.titleOf(coding.code)))].join(', ');
  if (done.codings.length === 0) {
    announce(vscode.l10n.t('$(info) You have given this passage this code already.'));
    return;
  }
  const title = vscode.l10n.t('Coded with {0}', titles);
  await services.recent.use(
    opened,
    done.codings.map(coding => coding.code),
  );
  await services.history.remember(opened, { title, edits: done.edits });
  announce(`$(check) ${title}`);
}

/** The passage a person means, trimmed to its words; says why where there is none. */
async function passageOf(opened: OpenStudy, editor: vscode.TextEditor): Promise<Passage | undefined> {
  const { document, selection } = editor;
  const path = opened.transcriptPath(document);
  if (path === undefined) {
    announce(vscode.l10n.t('$(info) This file is part of the study itself; only transcripts are coded.'));
    return undefined;
  }
  const points = pointsOf(document);
  const transcript = opened.study.transcripts.parse(points.text, path);
  const meant = selection.isEmpty
    ? sentenceAt(transcript, pointOf(document, points, selection.active))
    : trimToText(transcript, spanOfRange(document, points, selection));
  if (meant === undefined || meant.start >= meant.end) {
    announce(vscode.l10n.t('$(info) Select the words you want to code.'));
    return undefined;
  }
  return { transcript: path, points, base: await baseOfDocument(opened, document, path), span: meant };
}

/** The version that is being coded: the file as it is on disk, or what it will be once the document is saved. */
async function baseOfDocument(opened: OpenStudy, document: vscode.TextDocument, path: string): Promise<string> {
  const onDisk = document.isDirty ? undefined : await opened.study.transcripts.base(path);
  const same = onDisk !== undefined && normaliseText(onDisk.text) === normaliseText(document.getText());
  return same ? onDisk.base : baseOf(encodeUtf8(document.getText()));
}
