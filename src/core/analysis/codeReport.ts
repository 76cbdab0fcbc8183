import type { CodebookEntry } from '../codebook/codebook.js';
import { themePath } from '../codebook/query.js';
import { countsFor, isScopeEntry } from '../codebook/scope.js';
import { compareTexts } from '../text/compare.js';
import type { Corpus, CorpusExcerpt } from './corpus/corpus.js';
import { isDoubtful } from './outcomes.js';
import { compareIds } from './people.js';

/** One heading of the codebook, or one code id that the codebook does not know, and its use in figures. */
export interface CodeRow {
  /** `unknown`: codings use this id, but it is no code of the codebook. */
  readonly kind: 'theme' | 'code' | 'unknown';
  /** Whether it marks what is in scope instead of being a result. */
  readonly isScope: boolean;
  readonly id: string;
  /** Missing where the codebook does not know the id. */
  readonly title?: string;
  /** Titles of the entries above, from the top. */
  readonly themePath: readonly string[];
  /** Codings under the code's own and its former ids; for a theme those of all codes in it but scope codes. */
  readonly codings: number;
  /** Codings of each coder, in the order of names. */
  readonly coders: ReadonlyMap<string, number>;
  /** Codings that have no certain place in today's text; nobody knows who speaks in them. */
  readonly inDoubt: number;
  /** Declared participants who speak in the excerpts, NP2 before NP11; interviewers are not counted. */
  readonly participants: readonly string[];
  /** Paths of the transcripts with such codings, sorted. */
  readonly transcripts: readonly string[];
}

/** All codes and themes in the order of the codebook, then unknown ids. */
export function codeReport(corpus: Corpus): CodeRow[] {
  const used = new Map<CodebookEntry | string, Tally>();
  for (const excerpt of corpus.excerpts()) {
    for (const key of keysOf(corpus, excerpt)) tallyOf(used, key).add(excerpt);
  }
  const known = corpus.study.codebook.entries.map(entry => ({
    kind: entry.kind,
    isScope: isScopeEntry(entry),
    id: entry.id,
    title: entry.title,
    themePath: themePath(entry),
    ...(used.get(entry) ?? new Tally()).figures(),
  }));
  const unknown = [...used].flatMap(([key, tally]) =>
    typeof key === 'string'
      ? [{ kind: 'unknown' as const, isScope: false, id: key, themePath: [], ...tally.figures() }]
      : [],
  );
  return [...known, ...unknown.sort((a, b) => compareTexts(a.id, b.id))];
}

/** What a coding counts for: its code as it is today and the themes that hold it, or the bare id of no code. */
function keysOf(corpus: Corpus, excerpt: CorpusExcerpt): (CodebookEntry | string)[] {
  const entry = corpus.codeOf(excerpt);
  if (entry?.kind !== 'code') return [excerpt.coding.code];
  const keys: CodebookEntry[] = [entry];
  for (let above = entry.parent; above !== undefined; above = above.parent)
    if (above.kind === 'theme' && countsFor(entry, above)) keys.push(above);
  return keys;
}

class Tally {
  private codings = 0;
  private inDoubt = 0;
  private readonly coders = new Map<string, number>();
  private readonly participants = new Set<string>();
  private readonly transcripts = new Set<string>();

  add({ coding, outcome, coder, transcript, participants }: CorpusExcerpt): void {
    this.codings++;
    if (isDoubtful(coding, outcome)) this.inDoubt++;
    this.coders.set(coder, (this.coders.get(coder) ?? 0) + 1);
    this.transcripts.add(transcript.path);
    for (const participant of participants) this.participants.add(participant);
  }

  figures(): Pick<CodeRow, 'codings' | 'coders' | 'inDoubt' | 'participants' | 'transcripts'> {
    return {
      codings: this.codings,
      coders: new Map([...this.coders].sort(([a], [b]) => compareTexts(a, b))),
      inDoubt: this.inDoubt,
      participants: [...this.participants].sort(compareIds),
      transcripts: [...this.transcripts].sort(),
    };
  }
}

function tallyOf(used: Map<CodebookEntry | string, Tally>, key: CodebookEntry | string): Tally {
  const tally = used.get(key) ?? new Tally();
  used.set(key, tally);
  return tally;
}
