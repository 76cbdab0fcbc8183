import * as vscode from 'vscode';
import type { CheckedQuotation } from '../../core/manuscript/checked.js';
import { type Composition, compositionOf } from '../../core/manuscript/compose/composition.js';
import { type Passage, passageOf } from '../../core/manuscript/compose/passage.js';
import { recompose } from '../../core/manuscript/compose/reopen.js';
import type { Span } from '../../core/text/span.js';
import type { CheckedDocument } from '../manuscripts/manuscriptChecks.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { QuoteServices } from './services.js';
import type { QuoteSource } from './source.js';

/** A passage that is being quoted, as its transcript has it now. */
export interface QuotedPassage {
  readonly transcript: string;
  /** Line at which it begins, from 1. */
  readonly line: number;
  readonly passage: Passage;
  /** How it stands before anything is done to it. */
  readonly begins: Composition;
  /** Where it stands in a manuscript already. */
  readonly edits?: {
    readonly document: vscode.TextDocument;
    readonly read: CheckedDocument;
    readonly checked: CheckedQuotation;
  };
}

/**
 * Finds what is quoted where it is now.
 * @returns a sentence where it cannot be quoted any more
 */
export async function readSource(
  services: QuoteServices,
  opened: OpenStudy,
  source: QuoteSource,
): Promise<QuotedPassage | string> {
  return source.kind === 'passage' ? readPassage(opened, source) : readQuotation(services, opened, source);
}

type Of<Kind extends QuoteSource['kind']> = Extract<QuoteSource, { readonly kind: Kind }>;

async function readPassage(
  opened: OpenStudy,
  { transcript, span, words }: Of<'passage'>,
): Promise<QuotedPassage | string> {
  const gone = vscode.l10n.t('The passage is not in {0} any more. Choose it again in the transcript.', transcript);
  const read = opened.hides(transcript) ? undefined : await opened.seen.transcripts.get(transcript);
  if (read === undefined) return gone;
  const place = read.points.slice(span.start, span.end) === words ? span : found(read.text, words, read.points);
  const passage = place && passageOf(read, place);
  if (place === undefined || passage === undefined) return gone;
  const line = read.text.slice(0, read.points.toUtf16(place.start)).split('\n').length;
  return { transcript, line, passage, begins: compositionOf(passage) };
}

function found(text: string, words: string, points: { fromUtf16(offset: number): number }): Span | undefined {
  const at = words === '' ? -1 : text.indexOf(words);
  if (at === -1 || text.indexOf(words, at + 1) !== -1) return undefined;
  return { start: points.fromUtf16(at), end: points.fromUtf16(at + words.length) };
}

async function readQuotation(
  { checks }: QuoteServices,
  opened: OpenStudy,
  { manuscript, written, at }: Of<'quotation'>,
): Promise<QuotedPassage | string> {
  const gone = vscode.l10n.t('The quotation is not in {0} any more, or was changed there.', manuscript);
  if (!opened.study.exists(manuscript)) return gone;
  const document = await vscode.workspace.openTextDocument(opened.uri(manuscript));
  const read = await checks.check(document);
  if (read === undefined) return gone;
  const same = read.checked.quotations.filter(
    ({ quotation: { span } }) => read.points.slice(span.start, span.end) === written,
  );
  const distance = ({ quotation }: CheckedQuotation): number => Math.abs(quotation.span.start - at);
  const [checked] = same.toSorted((a, b) => distance(a) - distance(b));
  if (checked === undefined) return gone;
  const { source, quotation } = checked;
  const transcript = source && (await opened.seen.transcripts.get(source.transcript));
  const spans = source?.spans.filter(({ start, end }) => start < end) ?? [];
  const [first, last] = [spans[0], spans.at(-1)];
  if (source === undefined || transcript === undefined || first === undefined || last === undefined)
    return vscode.l10n.t('{0} Nothing in the transcripts comes near enough to begin with.', checked.message);
  const passage = passageOf(transcript, { start: first.start, end: last.end });
  const begins = passage && recompose(passage, quotation.pieces, source.spans);
  if (passage === undefined || begins === undefined) return gone;
  return { transcript: source.transcript, line: source.line, passage, begins, edits: { document, read, checked } };
}
