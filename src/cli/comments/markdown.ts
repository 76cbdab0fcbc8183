import { escapeForExport } from '../../core/report/markdown.js';
import { stateOf, subjectOf, type ThreadRow } from './row.js';

/** Threads as a Markdown document: a heading and the passage of each, then who said what. Nothing of what was said becomes active. */
export function* formatMarkdown(rows: readonly ThreadRow[]): Generator<string> {
  yield '# Discussion\n';
  for (const row of rows) {
    yield `\n## ${escapeForExport(subjectOf(row))}\n`;
    yield `\n${escapeForExport(stateOf(row).replace(/^./, first => first.toUpperCase()))}.\n`;
    if (row.quote !== null) {
      const source = [row.transcript, `coded by ${row.coder}`].map(part => escapeForExport(part ?? ''));
      yield `\n> ${escapeForExport(row.quote)}\n>\n> — ${source.join('; ')}\n`;
    }
    for (const { author, created, comment, decision } of row.comments) {
      const lines = comment.split('\n').map(escapeForExport);
      yield `\n**${escapeForExport(author)}**, ${created.slice(0, 10)}${decision ? ', decision' : ''}:\n\n`;
      // A blank line parts paragraphs; a backslash keeps a line end.
      yield `${lines.map((line, i) => (line !== '' && lines[i + 1] ? `${line}\\` : line)).join('\n')}\n`;
    }
  }
  if (rows.length === 0) yield '\nNone.\n';
}
