import type { Memo } from '../../core/memos/memo.js';
import { memosOfEntry } from '../../core/memos/mentioning.js';
import { targetOf } from '../../core/memos/target.js';
import type { Study } from '../../core/study/study.js';
import { type ExitCode, type Io, writeJson } from '../io.js';
import { findEntry } from '../names.js';
import { countOf } from '../phrases.js';
import { type Column, formatTable } from '../table.js';
import { runVerb, type Verb } from '../verb.js';

export const verb: Verb = {
  name: 'memos',
  leaving: 'closed',
  summary: 'List the memos and what they mention.',
  options: {
    code: { value: 'ID', help: 'Only memos that mention this code or theme: its id, a former id or its title.' },
  },
  notes: ['The latest come first. Codes are named as they are today, whatever id a memo has for them.'],
  examples: [
    ['', 'all memos of the study in the current folder'],
    ['--code hope', 'those that mention a code'],
  ],
  exits: ['The list was printed, be it empty.', undefined, 'The code is not known, or the study cannot be read.'],
};

/** `verbatim memos` */
export function run(args: readonly string[], io: Io): Promise<ExitCode> {
  return runVerb(verb, args, io, async ({ study, json, args }) => {
    const [code] = args.all('code');
    const memos =
      code === undefined
        ? await study.memos.all()
        : (await memosOfEntry(study, findEntry(study, 'entry', code))).map(({ memo }) => memo);
    const rows = memos.map(memo => rowOf(study, memo));
    for (const [path, reason] of study.memos.unreadable) io.stderr(`verbatim: ${path} cannot be read (${reason}).\n`);
    if (json) writeJson(io, { memos: rows, counts: { memos: rows.length } });
    else {
      if (rows.length > 0) io.stdout(`${formatTable(COLUMNS, rows.map(toCells))}\n`);
      io.stdout(`${countOf(rows.length, 'memo')}.\n`);
    }
    return 0;
  });
}

const COLUMNS: readonly Column[] = [
  { title: 'MEMO' },
  { title: 'DATE', optional: true },
  { title: 'AUTHOR', optional: true },
  { title: 'TITLE', longest: 40 },
  { title: 'MENTIONS', longest: 60 },
  { title: 'EXCERPTS', right: true },
  { title: 'QUOTES', right: true },
];

function rowOf(study: Study, memo: Memo) {
  const targets = memo.mentions.map(({ link }) => targetOf(study, link));
  const ids = targets.flatMap(target => (target?.kind === 'entry' ? [target.entry.id] : []));
  const excerpts = targets.flatMap(target => (target?.kind === 'excerpt' ? [target.placed.coding.id] : []));
  return {
    memo: memo.path,
    title: memo.title,
    date: memo.date ?? null,
    author: memo.author ?? null,
    codes: [...new Set(ids)],
    excerpts: [...new Set(excerpts)],
    quotes: memo.quotes.length,
  };
}

function toCells({ memo, date, author, title, codes, excerpts, quotes }: ReturnType<typeof rowOf>): string[] {
  return [memo, date ?? '', author ?? '', title, codes.join(', '), String(excerpts.length), String(quotes)];
}
