import type { Corpus } from '../../analysis/corpus/corpus.js';
import type { CodebookEntry } from '../../codebook/codebook.js';
import { codesUnder } from '../../codebook/query.js';
import type { CheckedManuscript } from '../../manuscript/checked.js';
import { codesOf } from '../../manuscript/coded.js';
import { personsIn } from '../../manuscript/named.js';
import { shownPieces } from '../../manuscript/written.js';
import type { Pieces } from '../../pieces.js';

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
  return manuscripts.flatMap(({ quotations }) =>
    quotations.flatMap((checked): QuotedWords[] => {
      const { quotation, verdict } = checked;
      const who = personsIn(quotation.attribution);
      if (who.length === 0 || (verdict !== 'verbatim' && verdict !== 'ambiguous')) return [];
      const codes = new Set(codesOf(checked, corpus).map(({ id }) => id));
      return [{ words: shownPieces(quotation.pieces), who: who.map(nameOf).join(', '), from: 'manuscript', codes }];
    }),
  );
}

/** What the codebook gives as examples, with who said it where it is the text of an excerpt. */
export function* examplesOf(corpus: Corpus, nameOf: NameOf): Pieces<QuotedWords[]> {
  const examples = corpus.study.codebook.entries.flatMap(entry =>
    entry.example.map(example => ({ entry, words: example.replace(/^["“]|["”]$/g, '') })),
  );
  const speakers = yield* speakersOf(new Set(examples.map(({ words }) => straight(words))), corpus);
  return examples.map(({ entry, words }): QuotedWords => {
    const who = speakers.get(straight(words)) ?? [];
    return { words, who: who.map(nameOf).join(', '), from: 'codebook', codes: new Set([entry.id]) };
  });
}

/** Those of some words that stand for a theme or code, or for one in it. Manuscripts come first; where they quote something, examples are left out. */
export function quotesFor(entry: CodebookEntry, all: readonly QuotedWords[]): QuotedWords[] {
  const codes = new Set([entry, ...codesUnder(entry)].map(({ id }) => id));
  const own = all.filter(one => [...one.codes].some(id => codes.has(id)));
  const quoted = own.filter(({ from }) => from === 'manuscript');
  return quoted.length > 0 ? quoted : own;
}

/** Who speaks in the first excerpt that has some words, where that is one person alone; by the words. */
function* speakersOf(words: ReadonlySet<string>, { transcripts }: Corpus): Pieces<Map<string, readonly string[]>> {
  const speakers = new Map<string, readonly string[]>();
  const left = new Set(words);
  for (const { excerpts } of transcripts) {
    if (left.size === 0) break;
    for (const { text, participants } of excerpts) {
      if (participants.length !== 1) continue;
      const plain = straight(text);
      for (const one of left) {
        if (!plain.includes(one)) continue;
        speakers.set(one, participants);
        left.delete(one);
      }
    }
    yield;
  }
  return speakers;
}

const straight = (text: string): string => text.replace(/[’‘]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim();
