import type { Agreement, AgreementRow, Disagreement } from '../../analysis/agreement/agreement.js';
import { compareTexts } from '../../text/compare.js';
import type { PublicCorpus } from './publicCorpus.js';

/**
 * Agreement as it may leave. It is about coders, whose names leave; its figures are of codings, not of people. Only transcripts are called
 * otherwise, and come in the order of those names: nothing is worked out again, so that intervals are the same for the team and outside.
 */
export function publicAgreement(agreement: Agreement, open: PublicCorpus): Agreement {
  const { transcripts, left, rows } = agreement;
  const outside = namesIn(open);
  const ofTranscripts = rows.flatMap(row => {
    const { path: key, name: label } = outside(row.key);
    return row.kind === 'transcript' ? [{ ...row, key, label }] : [];
  });
  ofTranscripts.sort((a, b) => compareTexts(a.key, b.key));
  return {
    ...agreement,
    transcripts: byPath(transcripts.map(one => ({ ...one, ...outside(one.path) }))),
    left: {
      ...left,
      alone: byPath(left.alone.map(one => ({ ...one, ...outside(one.path) }))),
      empty: byPath(left.empty.map(one => outside(one.path))),
    },
    rows: rows.map(row => (row.kind === 'transcript' ? (ofTranscripts.shift() as AgreementRow) : row)),
  };
}

/** Disagreements as they may leave: what is quoted follows the corpus that leaves, labels of turns included. */
export function publicDisagreements(disagreements: readonly Disagreement[], open: PublicCorpus): Disagreement[] {
  const byName = new Map(open.corpus.transcripts.map(one => [one.path, one]));
  const found = disagreements.flatMap(one => {
    const transcript = byName.get(open.transcript(one.transcript.path) ?? '');
    if (transcript === undefined) return [];
    const by = one.by.map(({ coder, excerpts, others }) => {
      return { coder, excerpts: excerpts.map(open.of), others: others.map(open.of) };
    });
    return [{ ...one, transcript, quote: open.passage(one.quote, one.transcript, one.span), by }];
  });
  return found.sort((a, b) => compareTexts(a.transcript.path, b.transcript.path));
}

/** What a transcript is called outside, by its path inside. */
function namesIn({ corpus, transcript }: PublicCorpus) {
  const names = new Map(corpus.transcripts.map(({ path, name }) => [path, name]));
  return (inside: string): { readonly path: string; readonly name: string } => {
    const path = transcript(inside) ?? 'Session';
    return { path, name: names.get(path) ?? path };
  };
}

function byPath<T extends { readonly path: string }>(transcripts: T[]): T[] {
  return transcripts.sort((a, b) => compareTexts(a.path, b.path));
}
