import { entriesBelow } from '../../core/codebook/selection.js';
import { allThreads, type Thread } from '../../core/discussion/threads.js';
import { compareTexts } from '../../core/text/compare.js';
import { formatMarkdown } from '../comments/markdown.js';
import { rowOf, type ThreadRow } from '../comments/row.js';
import { formatText } from '../comments/text.js';
import { type ExitCode, type Io, writeAll, writeJson } from '../io.js';
import { findEntry, findName, findTranscript } from '../names.js';
import { countOf } from '../phrases.js';
import { Refusal } from '../refusal.js';
import { type Call, runVerb, type Verb } from '../verb.js';

export const verb: Verb = {
  name: 'comments',
  leaving: 'closed',
  summary: 'List the discussions of codings, codes and themes.',
  options: {
    open: { help: 'Only those that nobody has resolved.' },
    code: {
      value: 'ID',
      help: 'Only on this code or theme, what is in it and its codings: its id, a former id or its title.',
    },
    transcript: { value: 'FILE', help: 'Only on codings in this transcript.' },
    coder: { value: 'NAME', help: 'Only those in which this person says something.' },
    md: { help: 'Print a Markdown document.' },
  },
  notes: [
    'In the order in which they began. Codes are named as they are today; those that were merged keep their discussions.',
  ],
  examples: [
    ['--open', 'what is still to be settled'],
    ['--code hope --md > hope.md', 'all that was said about a code and its excerpts, as a document'],
  ],
  exits: [
    'The list was printed, be it empty.',
    undefined,
    'A code, transcript or person is not known, or the study cannot be read.',
  ],
};

/** `verbatim comments` */
export function run(args: readonly string[], io: Io): Promise<ExitCode> {
  return runVerb(verb, args, io, async call => {
    const { study, json } = call;
    const asMarkdown = call.args.has('md');
    if (json && asMarkdown) {
      throw new Refusal('arguments', '--json and --md do not go together.', 'Ask for one format at a time.');
    }
    const fits = filterOf(call);
    const rows = allThreads(study)
      .filter(fits)
      .map(thread => rowOf(study, thread));
    if (json) writeJson(io, { threads: rows, counts: countsOf(rows) });
    else if (asMarkdown) writeAll(io, formatMarkdown(rows));
    else {
      const { threads, open, comments } = countsOf(rows);
      writeAll(io, formatText(rows));
      io.stdout(`${countOf(threads, 'discussion')}, ${open} open, ${countOf(comments, 'comment')}.\n`);
    }
    return 0;
  });
}

function filterOf({ args, study, root, io }: Call): (thread: Thread) => boolean {
  const [code] = args.all('code');
  const [file] = args.all('transcript');
  const [person] = args.all('coder');
  const entry = code === undefined ? undefined : findEntry(study, 'entry', code);
  const entries = entry && new Set([entry, ...entriesBelow(entry)]);
  const paths = new Set(study.transcriptPaths());
  const transcript =
    file === undefined ? undefined : findTranscript(study, { root, cwd: io.cwd }, file, path => paths.has(path));
  const authors = [...study.discussion.allFiles()].map(({ coder }) => coder).sort(compareTexts);
  const author = person === undefined ? undefined : findName('coder', person, authors);
  return ({ today, resolved, comments }) => {
    if (args.has('open') && resolved) return false;
    if (author !== undefined && !comments.some(one => one.author === author)) return false;
    if (transcript !== undefined && !(today.is === 'coding' && today.placed.file.transcript === transcript))
      return false;
    if (entries === undefined) return true;
    const about =
      today.is === 'entry' ? today.entry : today.is === 'coding' ? study.entry(today.placed.coding.code) : undefined;
    return about !== undefined && entries.has(about);
  };
}

function countsOf(rows: readonly ThreadRow[]) {
  const comments = rows.flatMap(row => row.comments);
  return {
    threads: rows.length,
    open: rows.filter(({ resolved }) => !resolved).length,
    comments: comments.length,
    decisions: comments.filter(({ decision }) => decision).length,
  };
}
