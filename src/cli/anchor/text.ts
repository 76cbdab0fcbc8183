import type { AnchorCandidate, AnchorRow } from '../../core/analysis/anchorReport.js';
import type { Coding } from '../../core/coding/coding.js';
import type { Study } from '../../core/study/study.js';
import { countOf, recordsOf } from '../phrases.js';
import { plain, wrap } from '../table.js';
import { difference } from './difference.js';

const WIDTH = 84;
const MOST_CANDIDATES = 3;

/** What `verbatim anchor` says of the codings and notes of one transcript, for people. */
export function* formatRows(study: Study, rows: readonly AnchorRow[]): Generator<string> {
  const [first] = rows;
  if (first === undefined) return;
  yield `${plain(first.transcript)}\n\n`;
  if (first.isMissing) yield missing(rows);
  else for (const row of rows) yield `${heading(study, row)}\n${body(row)}\n`;
}

function missing(rows: readonly AnchorRow[]): string {
  const codings = rows.filter(({ kind }) => kind === 'coding').length;
  const said = `  The transcript is not there: ${recordsOf(codings, rows.length - codings)} without a place.\n`;
  return `${said}  Put it back, or move the files of its codings to where it went.\n\n`;
}

function heading(study: Study, { kind, record, coder, outcome, place }: AnchorRow): string {
  const what = kind === 'note' ? 'note' : titled(study, record as Coding);
  const where = place === undefined ? [] : [`line ${place.line}`, `${place.span.start}-${place.span.end}`];
  return `  ${[outcome, what, coder, record.id, ...where].map(plain).join('  ')}`;
}

function titled(study: Study, { code }: Coding): string {
  const entry = study.entry(code);
  return entry === undefined ? `[${code}]` : `${entry.title} [${entry.id}]`;
}

function body({ record, outcome, place, candidates }: AnchorRow): string {
  if (place !== undefined && outcome !== 'changed') return wrap(place.text, WIDTH, '    ');
  if (place !== undefined) {
    const [was, now] = difference(record.quote, place.text);
    return labelled('was', was) + labelled('now', now);
  }
  return labelled('was', record.quote) + places(outcome, candidates);
}

function places(outcome: AnchorRow['outcome'], candidates: readonly AnchorCandidate[]): string {
  if (candidates.length === 0) return '    There is nothing like it in any transcript.\n';
  const shown = candidates.slice(0, MOST_CANDIDATES).map(({ score, line, span, context, transcript }) => {
    const facts = [
      score.toFixed(2),
      ...(transcript === undefined ? [] : [plain(transcript)]),
      `line ${line}`,
      `${span.start}-${span.end}`,
    ];
    return `      ${facts.join('  ')}\n${wrap(context, WIDTH, '        ')}`;
  });
  const said =
    outcome === 'orphan'
      ? 'It is gone; the nearest that is left:'
      : `${countOf(candidates.length, 'place')} may be it:`;
  const more = candidates.length - shown.length;
  return `    ${said}\n${shown.join('')}${more === 0 ? '' : `      and ${more} more\n`}`;
}

function labelled(label: string, text: string): string {
  const indent = ' '.repeat(label.length + 6);
  return `    ${label}: ${wrap(text, WIDTH, indent).trimStart()}`;
}
