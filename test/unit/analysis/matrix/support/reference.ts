import type { Corpus, CorpusExcerpt, CorpusTranscript } from '../../../../../src/core/analysis/corpus/corpus.js';
import type { MatrixOptions } from '../../../../../src/core/analysis/matrix/matrix.js';
import { sessionOf } from '../../../../../src/core/analysis/query/fields/facts.js';
import { runQuery } from '../../../../../src/core/analysis/query/run.js';
import { atOnce } from '../../../../../src/core/pieces.js';
import { overlaps } from '../../../../../src/core/text/span.js';

/** What is counted in a place, by the definitions and nothing else: every excerpt is looked at for every place. */
export interface PlainCount {
  readonly participants: readonly string[];
  readonly excerpts: readonly string[];
  readonly words: number;
}

/** Whom an excerpt is in a row or column for: everybody, these people, or it is not in it. */
type Membership = 'all' | ReadonlySet<string> | undefined;

const fold = (text: string): string => text.toLowerCase();
const partsOf = (cell: string | undefined): string[] =>
  (cell ?? '').split(/[,;]/).flatMap(part => (part.trim() === '' ? [] : [fold(part.trim())]));

/** The excerpts that are counted. */
export function countedBy(
  corpus: Corpus,
  { query, inScope, withScopeCodes }: Omit<MatrixOptions, 'rows' | 'columns'>,
): readonly CorpusExcerpt[] {
  const found = query === undefined ? [...corpus.excerpts()] : atOnce(runQuery(query, corpus));
  return found.filter(excerpt => {
    if (excerpt.span === undefined) return false;
    if (!withScopeCodes && corpus.isScopeMark(excerpt)) return false;
    return !inScope || corpus.isInScope(excerpt.transcript, excerpt.span);
  });
}

/** The same as `matrixOf`, in the plainest way. */
export class PlainMatrix {
  readonly counted: readonly CorpusExcerpt[];

  constructor(
    private readonly corpus: Corpus,
    private readonly options: MatrixOptions,
  ) {
    this.counted = countedBy(corpus, options);
  }

  cell(row: string, column: string): PlainCount {
    const { rows, columns } = this.options;
    const isOfCodes = [rows, columns].every(axis => axis === 'code' || axis === 'theme');
    return isOfCodes ? this.meeting(row, column) : this.count(row, [column]);
  }

  /** What is in a row and in any of some columns. */
  count(row: string, columns: readonly string[]): PlainCount {
    const found = new Set<string>();
    const participants = new Set<string>();
    const words = new Set<string>();
    for (const excerpt of this.counted) {
      for (const column of columns) {
        const of = this.inBoth(excerpt, row, column);
        if (of === undefined) continue;
        found.add(excerpt.coding.id);
        for (const person of excerpt.participants) if (of === 'all' || of.has(person)) participants.add(person);
        for (const word of wordsOf(excerpt, of)) words.add(word);
      }
    }
    return { participants: sorted(participants), excerpts: sorted(found), words: words.size };
  }

  private inBoth(excerpt: CorpusExcerpt, row: string, column: string): Membership {
    const a = this.membership(excerpt, this.options.rows, row);
    const b = this.membership(excerpt, this.options.columns, column);
    if (a === undefined || b === undefined) return undefined;
    if (a === 'all') return b;
    if (b === 'all') return a;
    const both = new Set([...a].filter(person => b.has(person)));
    return both.size === 0 ? undefined : both;
  }

  private meeting(row: string, column: string): PlainCount {
    const { rows, columns } = this.options;
    const found = new Set<CorpusExcerpt>();
    const participants = new Set<string>();
    for (const a of this.counted) {
      for (const b of this.counted) {
        const isTogether = a.transcript === b.transcript && a.span && b.span && overlaps(a.span, b.span);
        if (!isTogether || !this.membership(a, rows, row) || !this.membership(b, columns, column)) continue;
        found.add(a).add(b);
        for (const person of a.participants) if (b.participants.includes(person)) participants.add(person);
      }
    }
    const words = new Set([...found].flatMap(excerpt => wordsOf(excerpt, 'all')));
    return {
      participants: sorted(participants),
      excerpts: sorted([...found].map(({ coding }) => coding.id)),
      words: words.size,
    };
  }

  private membership(excerpt: CorpusExcerpt, axis: string, key: string): Membership {
    const { transcript, participants, coding, coder } = excerpt;
    const all = (holds: boolean): Membership => (holds ? 'all' : undefined);
    switch (axis) {
      case 'code':
        return all(this.corpus.codeOf(excerpt)?.kind === 'code' && this.corpus.codeOf(excerpt)?.id === key);
      case 'theme': {
        let at = this.corpus.codeOf(excerpt);
        while (at !== undefined && !(at.kind === 'theme' && at.id === key)) at = at.parent;
        return all(at !== undefined);
      }
      case 'coder':
        return all(fold(coder) === fold(key));
      case 'evidence': {
        const { evidence } = coding as { evidence?: string };
        const isKnown = ['supports', 'contradicts', 'nuances'].includes(evidence ?? '');
        return all((isKnown ? evidence : 'none') === key);
      }
      case 'participant':
        return participants.includes(key) ? new Set([key]) : undefined;
      case 'session':
        return all(sessionOf(transcript) === key);
      default:
        return this.valueMembership(excerpt, axis, key);
    }
  }

  private valueMembership({ transcript, participants }: CorpusExcerpt, axis: string, key: string): Membership {
    const people = new Set(this.counted.flatMap(excerpt => excerpt.participants));
    for (const { turns } of this.corpus.transcripts)
      for (const { participant } of turns) if (participant !== undefined) people.add(participant);
    const isOfPeople = [...people].some(id => this.valuesOf(id, axis).length > 0);
    const own = valuesOfTranscript(transcript, axis);
    if (key !== '' && own.includes(key)) return 'all';
    if (key === '' && own.length > 0) return undefined;
    if (key === '' && !isOfPeople) return 'all';
    const of = participants.filter(id => {
      const values = this.valuesOf(id, axis);
      return key === '' ? values.length === 0 : values.includes(key);
    });
    return of.length === 0 ? undefined : new Set(of);
  }

  private valuesOf(id: string, axis: string): string[] {
    const person = this.corpus.study.participants.find(id);
    return partsOf(
      axis === 'role' ? person?.role : person?.attributes[axis === 'years in role' ? 'Years in role' : axis],
    );
  }
}

function valuesOfTranscript({ frontMatter }: CorpusTranscript, axis: string): string[] {
  if (axis === 'date') return partsOf(frontMatter.date?.replace(/T.*/, ''));
  if (axis === 'kind') return partsOf(frontMatter.kind);
  return axis === 'site' ? partsOf(frontMatter.site) : [];
}

/** Each word of an excerpt that some people say, by where it stands. */
function wordsOf({ transcript, span }: CorpusExcerpt, of: 'all' | ReadonlySet<string>): string[] {
  return [...transcript.wordStarts]
    .filter(start => span !== undefined && start >= span.start && start < span.end)
    .filter(start => {
      const turn = transcript.turns.find(({ body }) => body.start <= start && start < body.end);
      return of === 'all' || (turn?.participant !== undefined && of.has(turn.participant));
    })
    .map(start => `${transcript.path} ${start}`);
}

function sorted(names: Iterable<string>): string[] {
  return [...names].sort();
}
