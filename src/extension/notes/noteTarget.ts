import * as vscode from 'vscode';
import { ChangeRefused } from '../../core/codebook/change.js';
import type { Note } from '../../core/reading/record.js';
import { shorten } from '../../core/text/shorten.js';
import type { Coder } from '../coding/coder.js';
import { announce } from '../common/report.js';
import type { CodedDocuments } from '../documents/codedDocuments.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';

/** A note and the study it is in. */
export interface NoteInStudy {
  readonly opened: OpenStudy;
  readonly note: Note;
  /** Path of the transcript. */
  readonly transcript: string;
}

/** What finding a note needs. */
export interface NoteServices {
  readonly studies: Studies;
  readonly documents: CodedDocuments;
  readonly coder: Coder;
}

/**
 * The notes that a command is to work on: those of the rows it was called on, the one a hover's link names, else the one at
 * the cursor; where several overlap there, asks which. Only notes of the person who asks: a colleague's are the colleague's.
 * @param question what is asked where several overlap
 * @returns none where there is none, which is said, or the person turned away
 * @throws ChangeRefused where the notes are a colleague's
 */
export async function notesMeant(
  args: readonly unknown[],
  question: string,
  services: NoteServices,
): Promise<readonly NoteInStudy[]> {
  const given = await notesGiven(args, services.studies);
  if (given === undefined) return noteAtCursor(question, services);
  const own = given.filter(note => isOwn(note, services.coder));
  if (own.length === 0 && given[0] !== undefined) throw notYours(given[0]);
  return own;
}

/** What names a note: a row of the tree, or the argument of a link, which carries nothing but a place and an id. */
interface NoteArgument {
  readonly id: string;
  readonly opened?: OpenStudy;
  readonly uri?: string;
}

async function notesGiven(args: readonly unknown[], studies: Studies): Promise<readonly NoteInStudy[] | undefined> {
  const [first, rows] = args;
  if (!isArgument(first)) return undefined;
  const all = Array.isArray(rows) && rows.includes(first) ? rows.filter(isArgument) : [first];
  const found: NoteInStudy[] = [];
  for (const { id, opened: given, uri } of all) {
    const opened = given ?? (await studies.of(vscode.Uri.parse(uri ?? '', true)));
    const placed = opened?.seen.readings.find(id);
    if (opened === undefined || placed === undefined) continue;
    // One command changes one study.
    if (found[0] === undefined || found[0].opened === opened)
      found.push({ opened, note: placed.note, transcript: placed.file.transcript });
  }
  return found;
}

function isArgument(value: unknown): value is NoteArgument {
  if (typeof value !== 'object' || value === null || !('id' in value) || typeof value.id !== 'string') return false;
  return 'opened' in value || ('uri' in value && typeof value.uri === 'string');
}

async function noteAtCursor(question: string, { documents, coder }: NoteServices): Promise<readonly NoteInStudy[]> {
  const editor = vscode.window.activeTextEditor;
  const coded = editor && (await documents.get(editor.document));
  const { selection } = editor ?? {};
  const here = coded?.notes.filter(({ range }) => selection && range.intersection(selection) !== undefined) ?? [];
  if (coded === undefined || here.length === 0) {
    announce(vscode.l10n.t('$(info) There is no note at the cursor.'));
    return [];
  }
  const notes = here.map(({ note }) => ({ opened: coded.opened, note, transcript: coded.path }));
  const own = notes.filter(note => isOwn(note, coder));
  if (own.length === 0) throw notYours(notes[0] as NoteInStudy);
  if (own.length === 1) return own;
  const items = own.map(meant => ({
    label: shorten(meant.note.memo, 60),
    detail: shorten(meant.note.quote, 100),
    meant,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: question,
    placeHolder: vscode.l10n.t('Several notes overlap here'),
    matchOnDetail: true,
  });
  return chosen === undefined ? [] : [chosen.meant];
}

const writerOf = ({ opened, note }: NoteInStudy): string => opened.seen.readings.find(note.id)?.file.coder ?? '';

function isOwn(note: NoteInStudy, coder: Coder): boolean {
  return writerOf(note) === coder.name;
}

function notYours(note: NoteInStudy): ChangeRefused {
  return new ChangeRefused(
    vscode.l10n.t('This note is by {0}.', writerOf(note)),
    vscode.l10n.t('Only who wrote a note changes it; write one of your own beside it.'),
  );
}
