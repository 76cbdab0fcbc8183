import { plain, wrap } from '../table.js';
import { stateOf, subjectOf, type ThreadRow } from './row.js';

const WIDTH = 84;

/** Threads for reading in a terminal: what each is about, the passage, and who said what. */
export function* formatText(rows: readonly ThreadRow[]): Generator<string> {
  for (const row of rows) {
    const facts = [subjectOf(row), row.transcript, row.coder, stateOf(row), row.id];
    yield `${facts.flatMap(fact => (fact === null ? [] : plain(fact))).join('  ')}\n`;
    if (row.quote !== null) yield wrap(`“${row.quote}”`, WIDTH, '    ');
    for (const { author, created, comment, decision } of row.comments) {
      yield `  ${plain(author)}, ${created.slice(0, 10)}${decision ? ' (decision)' : ''}:\n`;
      for (const line of comment.split('\n')) yield wrap(line, WIDTH, '    ').trimEnd().concat('\n');
    }
    yield '\n';
  }
}
