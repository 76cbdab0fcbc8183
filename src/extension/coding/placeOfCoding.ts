import * as vscode from 'vscode';
import { resolve } from '../../core/anchoring/resolve.js';
import { ChangeRefused } from '../../core/codebook/change.js';
import type { SeenTranscript } from '../../core/coding/actions.js';
import type { Span } from '../../core/text/span.js';
import type { CodedDocuments } from '../documents/codedDocuments.js';
import type { CodingInStudy } from './codingAtCursor.js';
import { seenIn } from './passages.js';

/** Where a coding is today. */
export interface PlaceOfCoding {
  readonly seen: SeenTranscript;
  /** In code points. */
  readonly span: Span;
}

/**
 * Finds the passage of a coding: in the editor that has its transcript, saved or not, else in the file.
 * @throws ChangeRefused where it has no certain place
 */
export async function placeOfCoding(documents: CodedDocuments, { opened, id }: CodingInStudy): Promise<PlaceOfCoding> {
  const found = opened.study.index.find(id);
  const path = found?.file.transcript ?? '';
  const uri = opened.uri(path).toString();
  const document = vscode.workspace.textDocuments.find(open => open.uri.toString() === uri);
  if (document !== undefined) {
    const placed = (await documents.get(document))?.codings.find(({ coding }) => coding.id === id);
    if (placed !== undefined) return { seen: await seenIn({ opened, path }, document), span: placed.span };
  }
  const transcript = document === undefined ? await opened.study.transcripts.get(path) : undefined;
  const version = transcript && (await opened.study.transcripts.base(path));
  const span = transcript && found && resolve(found.coding, transcript.points).span;
  if (transcript !== undefined && version !== undefined && span !== undefined)
    return { seen: { transcript: path, points: transcript.points, base: version.base }, span };
  throw new ChangeRefused(
    vscode.l10n.t('This passage has no certain place in {0} any more.', path),
    vscode.l10n.t('Select it there and code it anew.'),
  );
}
