import * as vscode from 'vscode';
import { notePassages } from '../../core/reading/notes.js';
import { shorten } from '../../core/text/shorten.js';
import { passagesMeant, sayNothingMeant, seenIn, transcriptAtHand } from '../coding/passages.js';
import { askText } from '../common/askText.js';
import { conclude } from '../history/conclude.js';
import type { History } from '../history/history.js';
import type { NoteServices } from './noteTarget.js';

/** Writes a note on what is selected, or on the sentence at each cursor, without a code. */
export async function notePassage(services: NoteServices & { readonly history: History }): Promise<void> {
  const hand = await transcriptAtHand(services.studies);
  if (hand === undefined) return;
  const seen = await seenIn(hand, hand.editor.document);
  const spans = passagesMeant(hand, seen);
  const [first] = spans;
  if (first === undefined) {
    sayNothingMeant();
    return;
  }
  const { opened } = hand;
  const coder = await services.coder.ensure(opened);
  if (coder === undefined) return;
  const quote = shorten(seen.points.slice(first.start, first.end), 50);
  const what = spans.length === 1 ? quote : vscode.l10n.t('{0} and {1} more', quote, spans.length - 1);
  const text = await askText(
    vscode.l10n.t('Note on “{0}”', what),
    vscode.l10n.t('What strikes you about this passage? No code is needed; the note can be coded later.'),
  );
  if (text === undefined || text.trim() === '') return;
  const { edits } = await notePassages(opened.study, seen, coder, spans, text);
  const title =
    spans.length === 1 ? vscode.l10n.t('Noted on “{0}”', quote) : vscode.l10n.t('Noted on {0} passages', spans.length);
  await conclude(services.history, opened, 'note', { title, edits });
}
