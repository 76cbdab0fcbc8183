import type { QueryProblem } from '../../core/analysis/query/query.js';
import type { SavedQuery } from '../../core/analysis/query/saved/savedQuery.js';
import type { Study } from '../../core/study/study.js';
import type { Arguments } from '../arguments.js';
import { findName } from '../names.js';
import { Refusal } from '../refusal.js';
import { displayWidth } from '../table.js';

/** A question somebody asks, written out or by the name it was saved under. */
export interface Question {
  readonly text: string;
  readonly saved?: SavedQuery;
}

/** The question that the arguments ask. @throws Refusal where they ask none, two, or one that was not saved */
export function questionOf(study: Study, args: Arguments): Question {
  const [text] = args.positionals;
  const name = args.one('saved');
  if (text !== undefined && name !== undefined)
    throw new Refusal('arguments', 'There are two questions: one is written out, one is saved.', 'Ask one at a time.');
  if (text !== undefined) return { text };
  if (name === undefined)
    throw new Refusal(
      'arguments',
      'The question is missing.',
      "Write verbatim query 'code:hope and role:peer', or --saved NAME.",
    );
  const saved = savedCalled(study, name);
  return { text: saved.source, saved };
}

function savedCalled(study: Study, name: string): SavedQuery {
  const all = study.queries.all();
  const byPath = all.find(({ path }) => path === name);
  if (byPath !== undefined) return byPath;
  const found = findName(
    'saved question',
    name,
    all.map(one => one.name),
  );
  return all.find(one => one.name === found) as SavedQuery;
}

/** What a person is told of a question that has no answer: where in it, what is wrong, and what to do. */
export function refusalOf({ text, saved }: Question, problems: readonly QueryProblem[]): Refusal {
  const places = problems.map(problem => placeIn(text, problem));
  const [first, ...more] = problems.map((problem, i) => ({ ...problem, ...(places[i] as Place) }));
  if (first === undefined) throw new Error('A question without a problem is not refused.');
  const where = saved === undefined ? '' : `${saved.path}:${first.line}, `;
  return new Refusal(
    'query',
    `${where}column ${first.column}: ${first.message}`,
    first.remedy,
    {
      ...(saved === undefined ? {} : { file: saved.path }),
      problems: [first, ...more].map(({ line, column, message, remedy }) => ({ line, column, message, remedy })),
    },
    [
      ...pointed(first),
      ...more.map(
        ({ line, column, message, remedy }) =>
          `${saved === undefined ? '' : `line ${line}, `}column ${column}: ${message} ${remedy}`,
      ),
    ],
  );
}

/** A place in a text: line and column from 1, the line as it is written, and what is before and in the place. */
interface Place {
  readonly line: number;
  readonly column: number;
  readonly written: string;
  readonly before: string;
  readonly inside: string;
}

function placeIn(text: string, { from, to }: QueryProblem): Place {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const end = text.indexOf('\n', from);
  const written = text.slice(start, end === -1 ? text.length : end);
  const before = text.slice(start, from);
  return {
    line: text.slice(0, start).split('\n').length,
    column: [...before].length + 1,
    written,
    before,
    inside: written.slice(from - start, to - start),
  };
}

/** The line of a problem, and below it what is meant. */
function pointed({ written, before, inside }: Place): string[] {
  const width = Math.max(1, displayWidth(inside));
  return [written, `${' '.repeat(displayWidth(before))}${'^'.repeat(width)}`];
}
