import { type ExcerptRow, remarkOn } from '../../core/report/excerpts/row.js';
import { plain, wrap } from '../table.js';

const WIDTH = 84;

/** Excerpts for reading in a terminal: under each code its excerpts, each with where it stands and who says it. */
export function* formatText(rows: readonly ExcerptRow[]): Generator<string> {
  let code: string | undefined;
  for (const row of rows) {
    if (row.code !== code) {
      code = row.code;
      const title = row.title === null ? '(not in the codebook)' : row.title;
      yield `${[...row.themePath, title].map(plain).join(' / ')}  [${plain(row.code)}]\n\n`;
    }
    yield excerptText(row);
  }
}

/** One excerpt: where it stands, who says it, and its words. @param code what it is tagged with, where no heading says so */
export function excerptText(row: ExcerptRow, code = ''): string {
  const place = row.line === null ? row.transcript : `${row.transcript}:${row.line}`;
  const range = row.position === null ? '' : row.position.join('-');
  const facts = [row.speaker, place, range, code, row.coder, row.evidence ?? '', row.id]
    .filter(fact => fact !== '')
    .map(plain)
    .join('  ');
  const remark = remarkOn(row);
  return [
    `  ${facts}\n`,
    remark === undefined ? '' : `  (${remark})\n`,
    wrap(row.quote, WIDTH, '    '),
    row.memo === null ? '' : wrap(`Memo: ${row.memo}`, WIDTH, '    '),
    '\n',
  ].join('');
}
