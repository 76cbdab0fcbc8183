import * as vscode from 'vscode';
import { ChangeRefused } from '../../core/codebook/change.js';
import type { SeenTranscript } from '../../core/coding/actions.js';
import type { Anchored } from '../../core/coding/coding.js';
import type { Span } from '../../core/text/span.js';
import type { CodedDocument, CodedDocuments } from '../documents/codedDocuments.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { CodingInStudy } from './codingAtCursor.js';
import { seenIn } from './passages.js';

/** Where a coding or a note is today. */
export interface PlaceToday {
  readonly seen: SeenTranscript;
  /** In code points. */
  readonly span: Span;
}

/**
 * Finds the passage of a coding: in the editor that has its transcript, saved or not, else in the file.
 * @throws ChangeRefused where it has no certain place
 */
export async function placeOfCoding(documents: CodedDocuments, { opened, id }: CodingInStudy): Promise<PlaceToday> {
  const found = opened.seen.index.find(id);
  const path = found?.file.transcript ?? '';
  const inEditor = ({ codings }: CodedDocument): Span | undefined =>
    codings.find(({ coding }) => coding.id === id)?.span;
  const place = found && (await placeToday(documents, opened, path, found.coding, inEditor));
  if (place !== undefined) return place;
  throw new ChangeRefused(
    vscode.l10n.t('This passage has no certain place in {0} any more.', path),
    vscode.l10n.t('Select it there and code it anew.'),
  );
}

/**
 * Finds the passage of a record: in the editor that has its transcript, saved or not, else in the file.
 * @param path of the transcript
 * @param inEditor its place in an open transcript
 * @returns undefined where it has no certain place
 */
export async function placeToday(
  documents: CodedDocuments,
  opened: OpenStudy,
  path: string,
  record: Anchored,
  inEditor: (coded: CodedDocument) => Span | undefined,
): Promise<PlaceToday | undefined> {
  const uri = opened.uri(path).toString();
  const document = vscode.workspace.textDocuments.find(open => open.uri.toString() === uri);
  if (document !== undefined) {
    const coded = await documents.get(document);
    const span = coded && inEditor(coded);
    return span && { seen: await seenIn({ opened, path }, document), span };
  }
  const transcript = await opened.study.transcripts.get(path);
  const span = transcript && (await opened.study.places.ofRecords([record], transcript)).resolve(record).span;
  return transcript && span && { seen: { transcript: path, points: transcript.points, base: transcript.base }, span };
}
