import * as vscode from 'vscode';
import { excerptsOf } from '../../core/analysis/excerpts.js';
import type { QuotedPassage } from '../../core/memos/markdown.js';
import type { Span } from '../../core/text/span.js';
import { readable, speakersIn } from '../../core/transcript/query.js';
import type { CodingInStudy } from '../coding/codingAtCursor.js';
import { passagesMeant, sayNothingMeant, seenIn, transcriptAtHand } from '../coding/passages.js';
import type { PlacedInDocument } from '../documents/codedDocuments.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { MemoServices } from './services.js';

/** Passages that are to be quoted in a memo of their study; at least one. */
export interface QuotesInStudy {
  readonly opened: OpenStudy;
  readonly quotes: readonly QuotedPassage[];
}

/** Whether a person is in a transcript, so that passages of it may be meant. */
export function isAtTranscript({ studies }: Pick<MemoServices, 'studies'>): boolean {
  const document = vscode.window.activeTextEditor?.document;
  const opened = document?.languageId === 'markdown' ? studies.peek(document.uri) : undefined;
  return document !== undefined && opened?.transcriptPath(document) !== undefined;
}

/** An excerpt as it is quoted. */
export async function quoteOfCoding({ opened, id }: CodingInStudy): Promise<QuotesInStudy | undefined> {
  const found = opened.seen.index.find(id);
  const [excerpt] = found === undefined ? [] : await excerptsOf(opened.seen, found.file, [found.coding]);
  if (excerpt === undefined) return undefined;
  const { text, speakers, transcript } = excerpt;
  return { opened, quotes: [{ words: text, speakers, transcript, coding: id }] };
}

/**
 * The passages at the cursors as they are quoted. What is selected is quoted as it is; without a selection the coded passage
 * at the cursor is, else the sentence. A coding that holds the words is what the quote leads to.
 * @returns undefined where nothing is meant, which is said
 */
export async function quotesAtCursor(services: MemoServices): Promise<QuotesInStudy | undefined> {
  const hand = await transcriptAtHand(services.studies);
  if (hand === undefined) return undefined;
  const { opened, editor, path } = hand;
  const seen = await seenIn(hand, editor.document);
  const codings = (await services.documents.get(editor.document))?.codings ?? [];
  const nearest = (candidates: readonly PlacedInDocument[]): PlacedInDocument | undefined =>
    byNearness(candidates, services.coder.name)[0];
  const { selection } = editor;
  const atCursor =
    editor.selections.length === 1 && selection.isEmpty
      ? nearest(codings.filter(({ range }) => range.contains(selection.active)))
      : undefined;
  const spans = atCursor === undefined ? passagesMeant(hand, seen) : [atCursor.span];
  if (spans.length === 0) {
    sayNothingMeant();
    return undefined;
  }
  const transcript = opened.study.transcripts.parse(seen.points.text, path);
  const quotes = spans.map((span): QuotedPassage => {
    const holder = atCursor ?? nearest(codings.filter(coding => holds(coding.span, span)));
    return {
      words: readable(transcript, span),
      speakers: speakersIn(transcript, span),
      transcript: path,
      ...(holder === undefined ? {} : { coding: holder.coding.id }),
    };
  });
  return { opened, quotes };
}

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** One's own first, those of colleagues are rarely meant; then the nearest. */
function byNearness(codings: readonly PlacedInDocument[], me: string | undefined): PlacedInDocument[] {
  const length = ({ span }: PlacedInDocument): number => span.end - span.start;
  const isOthers = ({ file }: PlacedInDocument): number => Number(file.coder !== me);
  return [...codings].sort((a, b) => isOthers(a) - isOthers(b) || length(a) - length(b));
}
