import * as vscode from 'vscode';
import { moveCodings } from '../../core/coding/change.js';
import type { Span } from '../../core/text/span.js';
import type { Transcript } from '../../core/transcript/transcript.js';
import { extend, shrink, trimToWords, type Unit } from '../../core/transcript/units.js';
import { listed } from '../codebook/words.js';
import { announce } from '../common/report.js';
import { pointOf, spanOfRange } from '../convert.js';
import type { PlacedInDocument } from '../documents/codedDocuments.js';
import { conclude } from '../history/conclude.js';
import { type CodingsHere, chooseCoding, codingsHere } from './codingAtCursor.js';
import { seenIn } from './passages.js';
import type { ChangeServices } from './recodeCoding.js';

/** Where a coding is to begin and end, and what is said of it; undefined where it stays as it is. */
type Move = (at: {
  t: Transcript;
  span: Span;
  cursor: number;
  selection: Span;
}) => { span: Span; said: string } | undefined;

/** Extends the coding at the cursor to the next larger unit: words, sentences, turns. */
export async function extendCoding(services: ChangeServices): Promise<void> {
  const nothing = vscode.l10n.t(
    '$(info) This coding is a whole turn already; select more and extend it to the selection.',
  );
  return move(services, nothing, ({ t, span }) => withSaid(extend(t, span), unit => extendedTo(unit)));
}

/** Shrinks the coding at the cursor to the next smaller unit there. */
export async function shrinkCoding(services: ChangeServices): Promise<void> {
  const nothing = vscode.l10n.t('$(info) This coding is a single word already.');
  return move(services, nothing, ({ t, span, cursor }) => withSaid(shrink(t, span, cursor), unit => shrunkTo(unit)));
}

/** Lets the coding that the selection touches begin and end as the selection does. */
export async function moveToSelection(services: ChangeServices): Promise<void> {
  const nothing = vscode.l10n.t('$(info) Select the words that the coding is to have.');
  return move(
    services,
    nothing,
    ({ t, selection }) => ({ span: trimToWords(t, selection), said: vscode.l10n.t('moved to the selection') }),
    true,
  );
}

/** Lets the coding at the cursor begin at the word there. */
export async function startHere(services: ChangeServices): Promise<void> {
  const nothing = vscode.l10n.t('$(info) Place the cursor inside the coded passage, where it is to begin.');
  return move(services, nothing, ({ t, span, cursor }) => ({
    span: { ...span, start: trimToWords(t, { start: Math.min(cursor, span.end - 1), end: span.end }).start },
    said: vscode.l10n.t('begins here now'),
  }));
}

/** Lets the coding at the cursor end at the word there. */
export async function endHere(services: ChangeServices): Promise<void> {
  const nothing = vscode.l10n.t('$(info) Place the cursor inside the coded passage, where it is to end.');
  return move(services, nothing, ({ t, span, cursor }) => ({
    span: { ...span, end: trimToWords(t, { start: span.start, end: Math.max(cursor, span.start + 1) }).end },
    said: vscode.l10n.t('ends here now'),
  }));
}

async function move(services: ChangeServices, nothing: string, to: Move, needsSelection = false): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const here = await codingsHere(services.documents);
  if (editor === undefined || here === undefined) return;
  if (needsSelection && editor.selection.isEmpty) return announce(nothing);
  const meant = await codingsMeant(here, services);
  if (meant.length === 0) return;
  const { opened, path, points } = here.coded;
  const t = opened.study.transcripts.parse(points.text, path);
  const cursor = pointOf(editor.document, points, editor.selection.active);
  const selection = spanOfRange(editor.document, points, editor.selection);
  const moves = meant.flatMap(({ coding, span }) => {
    const next = to({ t, span, cursor, selection });
    const stays = next === undefined || next.span.start >= next.span.end || isSame(next.span, span);
    return stays ? [] : [{ id: coding.id, next }];
  });
  const said = moves[0]?.next.said;
  if (said === undefined) return announce(nothing);
  const places = new Map(moves.map(({ id, next }) => [id, next.span]));
  const seen = await seenIn({ opened, path }, editor.document);
  const { codings, edits } = await moveCodings(opened.study, seen, places);
  const codes = [...new Set(codings.map(({ code }) => opened.study.titleOf(code)))];
  const title = `${listed(codes)}: ${said}`;
  services.last.moved(opened, codings);
  await conclude(services.history, opened, 'arrow-both', { title, edits });
}

/** Right after codings were made or moved it is these that are meant; else the one at the cursor, asked for where several overlap. */
async function codingsMeant(here: CodingsHere, { last, coder }: ChangeServices): Promise<readonly PlacedInDocument[]> {
  const recent = here.codings.filter(({ coding }) => last.has(here.coded.opened, coding.id));
  if (recent.length > 0) return recent;
  const one = await chooseCoding(here, coder.name, vscode.l10n.t('Which coding is to begin or end elsewhere?'));
  return one === undefined ? [] : [one];
}

const isSame = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

function withSaid(step: { unit: Unit; span: Span } | undefined, said: (unit: Unit) => string): ReturnType<Move> {
  return step && { span: step.span, said: said(step.unit) };
}

function extendedTo(unit: Unit): string {
  if (unit === 'word') return vscode.l10n.t('extended to whole words');
  return unit === 'sentence' ? vscode.l10n.t('extended to the sentence') : vscode.l10n.t('extended to the turn');
}

function shrunkTo(unit: Unit): string {
  if (unit === 'word') return vscode.l10n.t('shrunk to the word');
  return unit === 'sentence' ? vscode.l10n.t('shrunk to the sentence') : vscode.l10n.t('shrunk to the turn');
}
