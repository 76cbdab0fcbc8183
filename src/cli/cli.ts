import { version } from '../../package.json';
import * as agreement from './commands/agreement.js';
import * as anchor from './commands/anchor.js';
import * as check from './commands/check.js';
import * as code from './commands/code.js';
import * as codebookExport from './commands/codebook/export.js';
import * as codebookImport from './commands/codebook/import.js';
import * as codebookMerge from './commands/codebook/merge.js';
import * as codebookMove from './commands/codebook/move.js';
import * as codebookRename from './commands/codebook/rename.js';
import * as codebookUnmerge from './commands/codebook/unmerge.js';
import * as codes from './commands/codes.js';
import * as comments from './commands/comments.js';
import * as cooccurrence from './commands/cooccurrence.js';
import * as diff from './commands/diff.js';
import * as evidence from './commands/evidence.js';
import * as excerpts from './commands/excerpts.js';
import * as gitSetup from './commands/git/setup.js';
import * as gitUnset from './commands/git/unset.js';
import * as log from './commands/log.js';
import * as matrix from './commands/matrix.js';
import * as memos from './commands/memos.js';
import * as mergeDriver from './commands/mergeDriver.js';
import * as newCodes from './commands/newCodes.js';
import * as query from './commands/query.js';
import * as quotesCheck from './commands/quotes/check.js';
import * as quotesList from './commands/quotes/list.js';
import * as report from './commands/report.js';
import * as reportCheck from './commands/reportCheck.js';

import * as resolve from './commands/resolve.js';
import * as roundClose from './commands/round/close.js';
import * as roundList from './commands/round/list.js';
import * as roundOpen from './commands/round/open.js';
import * as roundVerify from './commands/round/verify.js';
import * as sample from './commands/sample.js';
import * as textconv from './commands/textconv.js';
import * as transcriptsMove from './commands/transcripts/move.js';
import * as transcripts from './commands/transcripts.js';
import { formatOverview } from './help.js';
import { type ExitCode, type Io, writeJson } from './io.js';
import { didYouMean, nearest } from './near.js';
import type { Verb } from './verb.js';

interface Command {
  readonly verb: Verb;
  run(args: readonly string[], io: Io): Promise<ExitCode>;
}

/** Every verb, in the order of the help. One of two words is a verb of the thing the first of them names. */
export const COMMANDS: readonly Command[] = [
  ...[
    check,
    transcripts,
    sample,
    codes,
    excerpts,
    evidence,
    query,
    anchor,
    memos,
    comments,
    log,
    diff,
    textconv,
    code,
    transcriptsMove,
  ],
  ...[codebookExport, codebookImport, codebookMerge, codebookUnmerge, codebookMove, codebookRename],
  ...[matrix, cooccurrence, newCodes, agreement],
  ...[matrix, cooccurrence, newCodes],
  ...[report, reportCheck],
  ...[resolve, gitSetup, gitUnset, mergeDriver],
  ...[roundOpen, roundClose, roundList, roundVerify],
  ...[quotesCheck, quotesList],
];

/** Runs the command line. Never throws. */
export async function runCli(args: readonly string[], io: Io): Promise<ExitCode> {
  const [first, ...rest] = args;
  if (first === '--version') {
    io.stdout(`${version}\n`);
    return 0;
  }
  if (first === undefined) {
    io.stderr(overview(COMMANDS));
    return 2;
  }
  if (first === '--help' || first === '-h') return showHelp([], io);
  if (first === 'help') return showHelp(rest, io);
  const found = find(args);
  if (found !== undefined) return found.command.run(found.rest, io);
  if (groupOf(first).length > 0 && (rest[0] === '--help' || rest[0] === '-h')) return showHelp([first], io);
  return unknown(args, io);
}

/** The verb that arguments begin with, and what stands behind it. */
function find(args: readonly string[]): { command: Command; rest: readonly string[] } | undefined {
  const fitting = COMMANDS.filter(({ verb }) => verb.name.split(' ').every((word, i) => args[i] === word));
  // `transcripts move` is not `transcripts` with an argument.
  const [command] = fitting.sort((a, b) => b.verb.name.length - a.verb.name.length);
  return command && { command, rest: args.slice(command.verb.name.split(' ').length) };
}

/** The verbs of a thing, such as those of `codebook`. */
function groupOf(name: string): readonly Command[] {
  return COMMANDS.filter(({ verb }) => verb.name.startsWith(`${name} `));
}

const overview = (commands: readonly Command[]): string => formatOverview(commands.map(command => command.verb));

async function showHelp(names: readonly string[], io: Io): Promise<ExitCode> {
  const [name] = names;
  const found = find(names);
  if (found !== undefined) return found.command.run(['--help'], io);
  const commands = name === undefined ? COMMANDS : names.length === 1 ? groupOf(name) : [];
  if (commands.length === 0) return unknown(names, io);
  io.stdout(overview(commands));
  return 0;
}

function unknown(args: readonly string[], io: Io): ExitCode {
  const [first = '', second] = args;
  const group = groupOf(first);
  const isOption = first.startsWith('-');
  const isPart = group.length > 0;
  const named = isPart && second !== undefined && !second.startsWith('-') ? `${first} ${second}` : first;
  const verbs = (isPart ? group : COMMANDS).map(command => command.verb.name);
  const known = `The verbs are ${verbs.join(', ')}.`;
  const last = (name: string): string => name.slice(name.indexOf(' ') + 1);
  const near = isPart ? nearest(second ?? '', verbs.map(last)).map(name => `${first} ${name}`) : nearest(first, verbs);
  const message = isOption
    ? `The verb comes first, then ${first}.`
    : isPart && named === first
      ? `“${first}” alone is no verb.`
      : `There is no verb “${named}”.`;
  const remedy = isOption ? 'Write verbatim VERB [OPTIONS].' : didYouMean(named === first && isPart ? [] : near, known);
  io.stderr(`verbatim: ${message}\n  ${remedy}\n  verbatim --help shows what there is.\n`);
  if (args.includes('--json')) writeJson(io, { error: { rule: 'arguments', message, remedy } });
  return 2;
}
