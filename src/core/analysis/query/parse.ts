import { formProblems } from './form.js';
import { BETWEEN, refuseNoTerm } from './noTerm.js';
import { readAt } from './places.js';
import type { Query, QueryProblem, Relation } from './query.js';
import { RELATIONS } from './query.js';
import { QueryReader, Unreadable } from './reader.js';

/** Longer than anybody writes; nesting deeper than anybody follows would exhaust the stack. */
const LONGEST = 20_000;
const DEEPEST = 100;
const MOST_TURNS = 9999;

/**
 * Reads a question. Lines that begin with `#` are comments; where nothing else is written, every excerpt is asked for. Never throws.
 * @returns the question, or what is wrong with it
 */
export function parseQuery(text: string): { readonly query?: Query; readonly problems: readonly QueryProblem[] } {
  try {
    if (text.length > LONGEST) {
      new QueryReader(text).refuse('This question is too long.', 'Ask for less at once.', LONGEST, text.length);
    }
    const query = new QueryParser(new QueryReader(text)).all();
    const problems = formProblems(query);
    return problems.length === 0 ? { query, problems } : { problems };
  } catch (error) {
    if (error instanceof Unreadable) return { problems: [error.problem] };
    throw error;
  }
}

/** A part that was read; `isName`: a name without a field, which beside a relation is that of a code. */
interface Part {
  readonly query: Query;
  readonly isName: boolean;
  readonly from: number;
}

class QueryParser {
  private depth = 0;

  constructor(private readonly reader: QueryReader) {}

  all(): Query {
    const query = this.isAtEnd() ? this.everything(this.reader.at) : this.either();
    if (this.reader.isAtEnd) return query;
    const { at } = this.reader;
    return this.reader.refuse(
      'A bracket is closed that was never opened.',
      'Remove it, or write ( where it begins.',
      at,
      at + 1,
    );
  }

  private everything(from: number): Query {
    return readAt({ is: 'and', of: [] }, from, this.reader.at);
  }

  private isAtEnd(): boolean {
    this.reader.skip();
    return this.reader.isAtEnd;
  }

  /** Takes a word that joins; false where another one stands here. */
  private takes(word: string): boolean {
    this.reader.skip();
    if (this.reader.chunk.toLowerCase() !== word) return false;
    this.reader.at += word.length;
    return true;
  }

  private either(): Query {
    this.reader.skip();
    const from = this.reader.at;
    const of = [this.both()];
    while (this.takes('or')) of.push(this.both());
    return of.length === 1 ? (of[0] as Query) : readAt({ is: 'or', of }, from, this.reader.at);
  }

  private both(): Query {
    this.reader.skip();
    const from = this.reader.at;
    const of = [...this.maybeNot()];
    while (this.takes('and') || this.hasMore()) of.push(...this.maybeNot());
    return of.length === 1 ? (of[0] as Query) : readAt({ is: 'and', of }, from, this.reader.at);
  }

  private hasMore(): boolean {
    return !this.isAtEnd() && this.reader.next !== ')' && this.reader.chunk.toLowerCase() !== 'or';
  }

  /** @returns several where they are parts of the same `and` */
  private maybeNot(): Query[] {
    this.reader.skip();
    const from = this.reader.at;
    if (!this.takes('not')) return this.related();
    return this.deeper(() => {
      const of = this.maybeNot();
      const to = this.reader.at;
      const inner: Query = of.length === 1 ? (of[0] as Query) : readAt({ is: 'and', of }, from, to);
      return [readAt({ is: 'not', of: inner }, from, to)];
    });
  }

  /** A part and what it is to stand beside: `a near 3 b`. */
  private related(): Query[] {
    const first = this.part();
    const of: Query[] = [];
    for (;;) {
      this.reader.skip();
      const from = this.reader.at;
      const between = this.reader.take(BETWEEN);
      if (between === undefined) break;
      const how = (between[1] as string).toLowerCase().replace(/\s+/, '-') as Relation;
      const turns = this.reader.take(/\s+(\d+)(?=[\s()]|$)/y)?.[1];
      const other = asCode(this.part(), this.reader.at);
      of.push(this.relation(how, turns, other, from));
    }
    return of.length === 0 ? [first.query] : [asCode(first, first.from + 1), ...of];
  }

  private relation(how: Relation, turns: string | undefined, other: Query, from: number): Query {
    const { reader } = this;
    if (turns === undefined) return readAt({ is: 'relation', how, other }, from, reader.at);
    if (how !== 'near' && how !== 'followed-by')
      reader.refuse(`“${how}” has no number of turns.`, `Leave the ${turns} out.`, from);
    if (Number(turns) > MOST_TURNS)
      reader.refuse(`${turns} turns are more than any transcript has.`, `Write at most ${MOST_TURNS}.`, from);
    return readAt({ is: 'relation', how, turns: Number(turns), other }, from, reader.at);
  }

  /** One term, or a question in brackets. */
  private part(): Part {
    const { reader } = this;
    reader.skip();
    const part = this.partAt(reader.at);
    if (reader.isAtEnd || /[\s()]/.test(reader.next)) return part;
    const remedy = 'Leave a blank between two terms; a value with blanks is quoted as a whole.';
    return reader.refuse('Two terms cling together here.', remedy, part.from, reader.at + 1);
  }

  private partAt(from: number): Part {
    const { reader } = this;
    if (reader.next === '(') return { query: this.brackets(), isName: false, from };
    if (reader.isAtQuote) {
      const value = reader.quoted();
      return reader.next === ':' ? this.behindColon(value, from) : this.words(value, from);
    }
    const { chunk } = reader;
    const colon = chunk.indexOf(':');
    if (colon > 0 && !/^[-!]/.test(chunk)) {
      reader.at += colon;
      return this.behindColon(chunk.slice(0, colon), from);
    }
    refuseNoTerm(reader, chunk, from);
    reader.at += chunk.length;
    return this.words(chunk, from);
  }

  private words(value: string, from: number): Part {
    const query = readAt({ is: 'term', field: 'words', value }, from, this.reader.at);
    return { query, isName: true, from };
  }

  private brackets(): Query {
    return this.deeper(() => {
      const { reader } = this;
      const from = reader.at++;
      const query = this.isAtEnd() || reader.next !== ')' ? this.either() : this.everything(from);
      if (reader.next !== ')') reader.refuse('This bracket is never closed.', 'Write ) where it ends.', from, from + 1);
      reader.at++;
      return query;
    });
  }

  /** What stands behind `field:`; the reader is at the colon. */
  private behindColon(written: string, from: number): Part {
    const { reader } = this;
    const field = written.trim().toLowerCase();
    reader.at++;
    if (field === '') refuseNoTerm(reader, ':', from);
    const how = RELATIONS.find(one => one === field);
    if (how !== undefined) return { query: this.behindRelation(how, from), isName: false, from };
    const value = this.value(written, from);
    return { query: readAt({ is: 'term', field, value }, from, reader.at), isName: false, from };
  }

  private behindRelation(how: Relation, from: number): Query {
    const { reader } = this;
    const turns = reader.take(/(\d+):/y)?.[1];
    if (reader.next !== '(' && !reader.isAtQuote && reader.chunk === '') this.value(how, from);
    const other = this.deeper(() => this.part());
    return this.relation(how, turns, asCode(other, reader.at), from);
  }

  private value(field: string, from: number): string {
    const { reader } = this;
    if (reader.isAtQuote) return reader.quoted();
    const { chunk } = reader;
    if (chunk === '') {
      const remedy = `Write what is meant directly behind the colon, without a blank, for example ${field}:hope or ${field}:"two words".`;
      reader.refuse(`Nothing stands behind “${field}:”.`, remedy, from);
    }
    reader.at += chunk.length;
    return chunk;
  }

  private deeper<T>(read: () => T): T {
    const { at } = this.reader;
    if (++this.depth > DEEPEST)
      this.reader.refuse('Nobody can follow so many brackets in brackets.', 'Ask for less at once.', at, at + 1);
    const result = read();
    this.depth--;
    return result;
  }
}

/** Beside a relation a name without a field is that of a code or theme. */
function asCode({ query, isName, from }: Part, to: number): Query {
  if (!isName || query.is !== 'term') return query;
  return readAt({ is: 'term', field: 'code', value: query.value }, from, to);
}
