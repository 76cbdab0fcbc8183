import { CorpusReader } from '../../core/analysis/corpus/corpusReader.js';
import { ask } from '../../core/analysis/query/ask.js';
import { formatQuery } from '../../core/analysis/query/format.js';
import { atOnce } from '../../core/pieces.js';
import { type AnswerFormat, answerDocument } from '../../core/report/answer/document.js';
import { answerRow, countAnswer } from '../../core/report/answer/rows.js';
import { heldBackStatement } from '../../core/report/disclosure/heldBack.js';
import type { Arguments } from '../arguments.js';
import { heldBackEnd, heldBackJson, leavingOf, refuseHeldBack, refuseSmall, sayHeldBack } from '../disclosure.js';
import { type ExitCode, type Io, writeAll, writeJson } from '../io.js';
import { countOf } from '../phrases.js';
import { listSaved } from '../query/list.js';
import { answerText } from '../query/print.js';
import { questionOf, refusalOf } from '../query/question.js';
import { Refusal } from '../refusal.js';
import { runVerb, type Verb } from '../verb.js';

const FORMATS = ['json', 'csv', 'md'] as const;

export const verb: Verb = {
  name: 'query',
  leaving: 'follows',
  summary: 'Ask which excerpts there are: by codes, people, sessions, words and how they stand to each other.',
  positionals: "'QUESTION'",
  options: {
    saved: { value: 'NAME', help: 'Ask the question that is saved under this name, in queries/NAME.query.' },
    list: { help: 'List the saved questions.' },
    count: { help: 'Print only how many excerpts there are.' },
    expect: { value: 'N', help: 'Answer 1 unless there are exactly so many excerpts.' },
    csv: { help: 'Print CSV (RFC 4180, UTF-8).' },
    md: { help: 'Print a Markdown document, one block quote an excerpt.' },
  },
  notes: [
    'Terms are FIELD:VALUE, such as code:hope, role:peer, session:pp-03, words:"felt heard" or is:in-scope; also',
    'overlaps:CODE, within:CODE, near:3:CODE and followed-by:CODE. They are joined by and, or, not and brackets.',
    'Excerpts come by transcript and position. What is not understood is refused, with its column and near names.',
  ],
  examples: [
    ["'code:self-disclosure and role:peer not within:irrelevant'", 'what peers say of it, but for some sections'],
    ["'theme:culture evidence:contradicts' --md", 'the negative cases of a theme, as a document'],
    ['--saved negative-cases --expect 4', 'for CI: fails when there are more or fewer than last time'],
  ],
  exits: [
    'There are such excerpts; with --expect, exactly so many; with --list, the list was printed.',
    'There are none; with --expect, another number.',
    'The question is not understood or asks for what the study does not have, or the study cannot be read.',
  ],
};

/** `verbatim query` */
export function run(args: readonly string[], io: Io): Promise<ExitCode> {
  return runVerb(verb, args, io, async ({ study, json, args: given, policy }) => {
    const format = formatOf(given);
    const expected = expectedIn(given);
    if (given.has('list')) {
      if (given.positionals.length > 0 || given.has('saved') || (format ?? 'json') !== 'json')
        throw new Refusal('arguments', '--list asks no question.', 'Write verbatim query --list, or leave --list out.');
      if (policy !== undefined)
        throw new Refusal(
          'disclosure',
          'Saved questions may name people by the ids of the study.',
          'Add --internal if it is for the team alone.',
        );
      listSaved(study, io, json);
      return 0;
    }
    const question = questionOf(study, given);
    const { corpus, held } = leavingOf(await new CorpusReader(study).read(), policy);
    refuseHeldBack(question.text, policy);
    const answer = atOnce(ask(question.text, corpus));
    if (answer.query === undefined) throw refusalOf(question, answer.problems);
    const { excerpts } = answer;
    refuseSmall(answer.query, excerpts, policy);
    const counts = countAnswer(excerpts);
    const query = formatQuery(answer.query);
    if (given.has('count')) {
      if (json) writeJson(io, { query, counts, ...heldBackJson(held) });
      else io.stdout(`${counts.excerpts}\n`);
    } else {
      const title = question.saved?.title ?? question.saved?.name ?? 'Excerpts';
      const written = json ? 'json' : format;
      if (written !== undefined)
        writeAll(io, answerDocument(written, study, { title, query, excerpts, heldBack: heldBackStatement(held) }));
      else
        writeAll(
          io,
          answerText(
            excerpts.map(excerpt => answerRow(study, excerpt)),
            counts,
          ),
        );
      if (written === undefined) writeAll(io, heldBackEnd(held));
      else if (written === 'csv') sayHeldBack(io, held);
    }
    if (expected === undefined) return excerpts.length > 0 ? 0 : 1;
    if (excerpts.length === expected) return 0;
    io.stderr(`verbatim query: ${countOf(expected, 'excerpt')} expected, ${excerpts.length} found.\n`);
    return 1;
  });
}

function formatOf(args: Arguments): AnswerFormat | undefined {
  const formats = FORMATS.filter(format => args.has(format));
  if (formats.length > 1)
    throw new Refusal('arguments', `--${formats.join(' and --')} do not go together.`, 'Ask for one format at a time.');
  const [format] = formats;
  if (args.has('count') && (args.has('list') || (format ?? 'json') !== 'json'))
    throw new Refusal(
      'arguments',
      `--count and --${args.has('list') ? 'list' : format} do not go together.`,
      'Leave one of them out.',
    );
  return format;
}

function expectedIn(args: Arguments): number | undefined {
  const written = args.one('expect');
  if (written === undefined) return undefined;
  if (!/^\d{1,9}$/.test(written))
    throw new Refusal('arguments', `“${written}” is no number of excerpts.`, 'Write --expect N, such as --expect 12.');
  return Number(written);
}
