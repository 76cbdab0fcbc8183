import { atOnce, type Pieces } from '../../pieces.js';
import type { CorpusExcerpt } from '../corpus/corpus.js';
import type { Query } from '../query/query.js';
import { wordsIn } from './cellWords.js';
import type { MatrixCell } from './matrix.js';
import type { Found } from './matrixBody.js';

/** A cell of which words and question are worked out when somebody asks for them. */
export class CountedCell implements MatrixCell {
  readonly excerpts: readonly CorpusExcerpt[];
  readonly people?: number;
  private knownWords: number | undefined;
  private knownQuery: string | undefined;

  constructor(
    private readonly found: Found,
    readonly participants: readonly string[],
    private readonly textOf: (query: Query) => string,
    people: number | undefined,
  ) {
    this.excerpts = found.excerpts;
    if (people !== undefined) this.people = people;
  }

  get words(): number {
    return atOnce(this.countWords());
  }

  *countWords(): Pieces<number> {
    this.knownWords ??= yield* wordsIn(this.excerpts, transcript => this.found.about(transcript));
    return this.knownWords;
  }

  get query(): string {
    this.knownQuery ??= this.textOf(this.found.query());
    return this.knownQuery;
  }
}
