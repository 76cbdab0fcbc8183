import * as vscode from 'vscode';
import { excerptsOf } from '../../core/analysis/excerpts.js';
import type { Span } from '../../core/text/span.js';
import { type CodingInStudy, codingNamed } from '../coding/codingAtCursor.js';
import { passagesMeant, sayNothingMeant, seenIn, transcriptAtHand } from '../coding/passages.js';
import { announce } from '../common/report.js';
import { pointOf } from '../convert.js';
import { manuscriptPlace } from '../manuscripts/manuscriptPlace.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { QuoteServices } from './services.js';

/** What is to be quoted: a passage of a transcript, or a quotation that stands in a manuscript already. */
export type QuoteSource =
  | {
      readonly kind: 'passage';
      readonly transcript: string;
      /** In code points of the transcript. */
      readonly span: Span;
      /** Its words then, to find it again where the transcript was edited. */
      readonly words: string;
    }
  | {
      readonly kind: 'quotation';
      readonly manuscript: string;
      /** As it is written, to find it again. */
      readonly written: string;
      /** Where it began, in code points of the manuscript. */
      readonly at: number;
    };

/** A source and the study it is in. */
export interface QuoteInStudy {
  readonly opened: OpenStudy;
  readonly source: QuoteSource;
}

/**
 * What a person wants to quote: the excerpt that the command was called on, the quotation of a manuscript at the cursor, else the
 * passage of a transcript at the cursor: what is selected, the coded passage, the sentence.
 * @returns undefined where nothing is meant, which is said
 */
export async function sourceMeant(
  services: QuoteServices,
  args: readonly unknown[],
): Promise<QuoteInStudy | undefined> {
  const coding = await codingNamed(services.studies, args[0]);
  if (coding !== undefined) return sourceOfCoding(coding);
  const document = vscode.window.activeTextEditor?.document;
  const place = document && (await placeOf(services, document));
  if (place !== undefined) return quotationAtCursor(services);
  return passageAtCursor(services);
}

async function placeOf({ studies }: QuoteServices, document: vscode.TextDocument) {
  if (document.languageId !== 'markdown') return undefined;
  await studies.of(document.uri);
  return manuscriptPlace(studies, document);
}

async function sourceOfCoding({ opened, id }: CodingInStudy): Promise<QuoteInStudy | undefined> {
  const found = opened.seen.index.find(id);
  const [excerpt] = found === undefined ? [] : await excerptsOf(opened.seen, found.file, [found.coding]);
  if (excerpt?.span === undefined) {
    announce(vscode.l10n.t('$(warning) This passage has no certain place in the transcript any more.'));
    return undefined;
  }
  return passageSource(opened, excerpt.transcript, excerpt.span);
}

async function passageSource(opened: OpenStudy, transcript: string, span: Span): Promise<QuoteInStudy | undefined> {
  const read = await opened.seen.transcripts.get(transcript);
  if (read === undefined) return undefined;
  const words = read.points.slice(span.start, span.end);
  return { opened, source: { kind: 'passage', transcript, span, words } };
}

async function passageAtCursor(services: QuoteServices): Promise<QuoteInStudy | undefined> {
  const hand = await transcriptAtHand(services.studies);
  if (hand === undefined) return undefined;
  const { editor, opened, path } = hand;
  const { selection, document } = editor;
  const coded = selection.isEmpty ? await services.documents.get(document) : undefined;
  const at = (coded?.shown ?? []).filter(({ range }) => range.contains(selection.active));
  const [nearest] = at.toSorted((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
  const seen = await seenIn(hand, document);
  const span = nearest?.span ?? passagesMeant(hand, seen)[0];
  if (span === undefined) {
    sayNothingMeant();
    return undefined;
  }
  const words = seen.points.slice(span.start, span.end);
  return { opened, source: { kind: 'passage', transcript: path, span, words } };
}

async function quotationAtCursor({ checks }: QuoteServices): Promise<QuoteInStudy | undefined> {
  const editor = vscode.window.activeTextEditor;
  const read = editor && (await checks.read(editor.document));
  if (editor === undefined || read === undefined) return undefined;
  const { manuscript, points, opened, path } = read;
  const at = pointOf(editor.document, points, editor.selection.active);
  const quotation = manuscript.quotations.find(({ span, attribution }) => {
    const end = attribution === undefined || attribution.leads ? span.end : Math.max(span.end, attribution.span.end);
    return span.start - 2 <= at && at <= end;
  });
  if (quotation === undefined) {
    announce(vscode.l10n.t('$(info) There is no quotation at the cursor. “Insert a Quotation…” puts one here.'));
    return undefined;
  }
  const { start, end } = quotation.span;
  return {
    opened,
    source: { kind: 'quotation', manuscript: path, written: points.slice(start, end), at: start },
  };
}
