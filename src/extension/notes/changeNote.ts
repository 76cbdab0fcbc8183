import * as vscode from 'vscode';
import { ChangeRefused } from '../../core/codebook/change.js';
import type { SeenTranscript } from '../../core/coding/actions.js';
import { codeNote as codeNoteOf, removeNotes as removeNotesOf, setNote } from '../../core/reading/notes.js';
import { shorten } from '../../core/text/shorten.js';
import type { Span } from '../../core/text/span.js';
import { listed } from '../codebook/words.js';
import { pickCodes } from '../coding/codePicker.js';
import { placeToday } from '../coding/placeOfCoding.js';
import type { ChangeServices } from '../coding/recodeCoding.js';
import { askText } from '../common/askText.js';
import { announce } from '../common/report.js';
import type { CodedDocument } from '../documents/codedDocuments.js';
import { conclude } from '../history/conclude.js';
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
  await conclude(services.history, opened, 'note', { title, edits });
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
  await conclude(services.history, first.opened, 'trash', { title, edits });
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
  await Promise.all([
    services.last.made(opened, codings),
    conclude(services.history, opened, 'check', { title, edits }),
    services.recent.use(opened, codes),
  ]);
}

/** The passage of a note in the editor that has its transcript, saved or not, else in the file. */
async function placeOfNote(
  { opened, note, transcript: path }: NoteInStudy,
  { documents }: ChangeServices,
): Promise<SeenTranscript & { span: Span }> {
  const inEditor = ({ notes }: CodedDocument): Span | undefined => notes.find(one => one.note.id === note.id)?.span;
  const place = await placeToday(documents, opened, path, note, inEditor);
  if (place !== undefined) return { ...place.seen, span: place.span };
  throw new ChangeRefused(
    vscode.l10n.t('The passage of this note has no certain place in {0} any more.', path),
    vscode.l10n.t('Select it there and code it anew.'),
  );
}
