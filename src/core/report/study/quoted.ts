import type { Corpus, CorpusExcerpt } from '../../analysis/corpus/corpus.js';
import type { CodebookEntry } from '../../codebook/codebook.js';
import { hasExample } from '../../codebook/example.js';
import { codesUnder } from '../../codebook/query.js';
import type { CheckedManuscript, CheckedQuotation } from '../../manuscript/checked.js';
import type { QuotePiece } from '../../manuscript/quotation.js';
import { overlaps } from '../../text/span.js';

/** Words that stand for a theme or code. */
export interface QuotedWords {
  readonly words: string;
  /** Who said it, by the name that may leave; empty where nobody knows. */
  readonly who: string;
  /** Whether a manuscript quotes it, or the codebook has it as an example. */
  readonly from: 'manuscript' | 'codebook';
  /** Ids of the codes that the passage has. */
  readonly codes: ReadonlySet<string>;
}

/** What a name is that may leave. */
export type NameOf = (participant: string) => string;

/** True quotations of manuscripts, in their order, with the codes of the passages they are from. */
export function quotedInManuscripts(
  corpus: Corpus,
  manuscripts: readonly CheckedManuscript[],
  nameOf: NameOf,
): QuotedWords[] {
  const byPath = new Map(corpus.transcripts.map(one => [one.path, one]));
  const wordsOf = ({ quotation, source, verdict }: CheckedQuotation): QuotedWords[] => {
    if (source === undefined || (verdict !== 'verbatim' && verdict !== 'ambiguous')) return [];
    const excerpts = byPath.get(source.transcript)?.excerpts ?? [];
    const meets = ({ span }: CorpusExcerpt): boolean =>
      span !== undefined && source.spans.some(one => one.end > one.start && overlaps(one, span));
    const who = quotation.attribution?.person ?? source.participant;
    return [
      {
        words: quotation.pieces.map(writtenOf).join(' ').replace(/\s+/g, ' ').trim(),
        who: who === undefined ? '' : nameOf(who),
        from: 'manuscript',
        codes: codesOf(corpus, excerpts.filter(meets)),
      },
    ];
  };
  return manuscripts.flatMap(({ quotations }) => quotations.flatMap(wordsOf));
}

/** What the codebook gives as examples, with who said it where it is the text of an excerpt. */
export function examplesOf(corpus: Corpus, nameOf: NameOf): QuotedWords[] {
  return corpus.study.codebook.entries.flatMap(entry => {
    const own = [...corpus.excerpts()].filter(excerpt => corpus.codeOf(excerpt) === entry);
    return entry.example.map((words): QuotedWords => {
      const said = own.find(({ text }) => hasExample(entry, text) && hasExample({ example: [words] }, text));
      const who = (said?.participants ?? []).map(nameOf).join(', ');
      return { words: words.replace(/^["“]|["”]$/g, ''), who, from: 'codebook', codes: new Set([entry.id]) };
    });
  });
}

/** Those of some words that stand for a theme or code, or for one in it. Manuscripts come first; where they quote something, examples are left out. */
export function quotesFor(entry: CodebookEntry, all: readonly QuotedWords[]): QuotedWords[] {
  const codes = new Set([entry, ...codesUnder(entry)].map(({ id }) => id));
  const own = all.filter(one => [...one.codes].some(id => codes.has(id)));
  const quoted = own.filter(({ from }) => from === 'manuscript');
  return quoted.length > 0 ? quoted : own;
}

function codesOf(corpus: Corpus, excerpts: readonly CorpusExcerpt[]): Set<string> {
  return new Set(excerpts.flatMap(excerpt => corpus.codeOf(excerpt)?.id ?? []));
}

function writtenOf(piece: QuotePiece): string {
  switch (piece.kind) {
    case 'words':
      return piece.text;
    case 'elision':
      return piece.mark;
    case 'sic':
      return '[sic]';
    case 'insertion':
      return `[${piece.text}]`;
    case 'redaction':
      return `[${piece.label.replace(/^\[|\]$/g, '')}]`;
  }
}
