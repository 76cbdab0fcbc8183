import type { Study } from '../../core/study/study.js';
import { type Io, writeJson } from '../io.js';
import { countOf } from '../phrases.js';
import { type Column, formatTable } from '../table.js';

const COLUMNS: readonly Column[] = [
  { title: 'NAME' },
  { title: 'TITLE', longest: 50, optional: true },
  { title: 'QUESTION', longest: 60 },
];

/** Prints the saved questions of a study. */
export function listSaved(study: Study, io: Io, json: boolean): void {
  const queries = study.queries.all();
  if (json) {
    writeJson(io, {
      queries: queries.map(({ name, path, title = null, text }) => ({ name, path, title, text })),
      counts: { queries: queries.length },
    });
    return;
  }
  const rows = queries.map(({ name, title = '', text }) => [name, title, text.replace(/\s+/g, ' ')]);
  if (rows.length > 0) io.stdout(`${formatTable(COLUMNS, rows)}\n`);
  io.stdout(`${countOf(rows.length, 'saved question')}.\n`);
}
