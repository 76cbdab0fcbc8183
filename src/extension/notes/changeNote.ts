import * as vscode from 'vscode';
import { resolve } from '../../core/anchoring/resolve.js';
import { ChangeRefused } from '../../core/codebook/change.js';
import type { SeenTranscript } from '../../core/coding/actions.js';
import { codeNote as codeNoteOf, removeNotes as removeNotesOf, setNote } from '../../core/reading/notes.js';
import { shorten } from '../../core/text/shorten.js';
import type { Span } from '../../core/text/span.js';
import { listed } from '../codebook/words.js';
import { pickCodes } from '../coding/codePicker.js';
import { seenIn } from '../coding/passages.js';
import type { ChangeServices } from '../coding/recodeCoding.js';
import { askText } from '../common/askText.js';
import { announce } from '../common/report.js';
import { type NoteInStudy, notesMeant } from './noteTarget.js';

/** Rewrites a note; an empty one is removed. */
export async function editNote(args: readonly unknown[], services: ChangeServices): Promise<void> {
  const [meant] = await notesMeant(args, vscode.l10n.t('Which note do you want to edit?'), services);
  if (meant === undefined) return;
  const { opened, note } = meant;
  const quote = shorten(note.quote, 50);
  const prompt = vscode.l10n.t('Enter saves; an empty note is removed.');
  const text = await askText(vscode.l10n.t('Note on “{0}”', quote), prompt, note.memo);
  if (text === undefined) return;
  const { notes, edits } = await setNote(opened.study, note.id, text);
  if (notes.length === 0) return;
  const title =
    text.trim() === ''
      ? vscode.l10n.t('Removed the note on “{0}”', quote)
      : vscode.l10n.t('Rewrote the note on “{0}”', quote);
  await services.history.remember(opened, { title, edits });
  announce(`$(note) ${title}`);
}

/** Removes notes. */
export async function removeNotes(args: readonly unknown[], services: ChangeServices): Promise<void> {
  const meant = await notesMeant(args, vscode.l10n.t('Which note do you want to remove?'), services);
  const [first] = meant;
  if (first === undefined) return;
  const ids = meant.map(({ note }) => note.id);
  const { notes, edits } = await removeNotesOf(first.opened.study, ids);
  if (notes.length === 0) return;
  const title =
    notes.length === 1
      ? vscode.l10n.t('Removed the note on “{0}”', shorten(first.note.quote, 50))
      : vscode.l10n.t('Removed {0} notes', notes.length);
  await services.history.remember(first.opened, { title, edits });
  announce(`$(trash) ${title}`);
}

/** Codes the passage of a note; the note becomes the memo of the codings. */
export async function codeNote(args: readonly unknown[], services: ChangeServices): Promise<void> {
  const [meant] = await notesMeant(args, vscode.l10n.t('Which note do you want to code?'), services);
  if (meant === undefined) return;
  const { opened, note } = meant;
  const place = await placeOfNote(meant, services);
  const what = vscode.l10n.t('Code “{0}”; the note becomes its memo', shorten(note.quote, 50));
  const choices = await pickCodes(opened, services.recent.of(opened), what);
  if (choices === undefined || choices.length === 0) return;
  const { codings, edits } = await codeNoteOf(opened.study, note.id, place, choices);
  if (codings.length === 0) {
    announce(vscode.l10n.t('$(info) You have given this passage this code already; the note stays.'));
    return;
  }
  const codes = [...new Set(codings.map(({ code }) => code))];
  const titles = listed(codes.map(code => opened.study.titleOf(code)));
  const title = vscode.l10n.t('Coded a note with {0}', titles);
  await services.recent.use(opened, codes);
  await services.history.remember(opened, { title, edits });
  await services.last.made(opened, codings);
  announce(`$(check) ${title}`);
}

/** The passage of a note in the editor that has its transcript, saved or not, else in the file. */
async function placeOfNote(
  { opened, note, transcript: path }: NoteInStudy,
  { documents }: ChangeServices,
): Promise<SeenTranscript & { span: Span }> {
  const uri = opened.uri(path).toString();
  const document = vscode.workspace.textDocuments.find(open => open.uri.toString() === uri);
  const placed = document && (await documents.get(document))?.notes.find(({ note: { id } }) => id === note.id);
  if (document !== undefined && placed !== undefined) {
    return { ...(await seenIn({ opened, path }, document)), span: placed.span };
  }
  const transcript = document === undefined ? await opened.study.transcripts.get(path) : undefined;
  const span = transcript && resolve(note, transcript.points).span;
  if (transcript !== undefined && span !== undefined)
    return { transcript: path, points: transcript.points, base: transcript.base, span };
  throw new ChangeRefused(
    vscode.l10n.t('The passage of this note has no certain place in {0} any more.', path),
    vscode.l10n.t('Select it there and code it anew.'),
  );
}
