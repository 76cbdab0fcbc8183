import { version } from '../../package.json';
import { formatOverview } from './help.js';
import { type ExitCode, type Io, writeJson } from './io.js';
import { didYouMean, nearest } from './near.js';
import type { Verb } from './verb.js';

interface Command {
  readonly verb: Verb;
  run(args: readonly string[], io: Io): Promise<ExitCode>;
}

/**
 * Every verb by its name, in the order of the help; one of two words is a verb of the thing the first of them names. Each is loaded
 * when it is asked for: git starts the merge driver for every file that two people changed.
 */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  check: () => import('./commands/check.js'),
  transcripts: () => import('./commands/transcripts.js'),
  sample: () => import('./commands/sample.js'),
  codes: () => import('./commands/codes.js'),
  excerpts: () => import('./commands/excerpts.js'),
  evidence: () => import('./commands/evidence.js'),
  query: () => import('./commands/query.js'),
  anchor: () => import('./commands/anchor.js'),
  memos: () => import('./commands/memos.js'),
  comments: () => import('./commands/comments.js'),
  log: () => import('./commands/log.js'),
  diff: () => import('./commands/diff.js'),
  textconv: () => import('./commands/textconv.js'),
  code: () => import('./commands/code.js'),
  'transcripts move': () => import('./commands/transcripts/move.js'),
  'codebook export': () => import('./commands/codebook/export.js'),
  'codebook import': () => import('./commands/codebook/import.js'),
  'codebook merge': () => import('./commands/codebook/merge.js'),
  'codebook unmerge': () => import('./commands/codebook/unmerge.js'),
  'codebook move': () => import('./commands/codebook/move.js'),
  'codebook rename': () => import('./commands/codebook/rename.js'),
  matrix: () => import('./commands/matrix.js'),
  cooccurrence: () => import('./commands/cooccurrence.js'),
  'new-codes': () => import('./commands/newCodes.js'),
  agreement: () => import('./commands/agreement.js'),
  report: () => import('./commands/report.js'),
  'report check': () => import('./commands/reportCheck.js'),
  resolve: () => import('./commands/resolve.js'),
  'git setup': () => import('./commands/git/setup.js'),
  'git unset': () => import('./commands/git/unset.js'),
  'merge-driver': () => import('./commands/mergeDriver.js'),
  'round open': () => import('./commands/round/open.js'),
  'round close': () => import('./commands/round/close.js'),
  'round list': () => import('./commands/round/list.js'),
  'round verify': () => import('./commands/round/verify.js'),
  'quotes check': () => import('./commands/quotes/check.js'),
  'quotes list': () => import('./commands/quotes/list.js'),
};
const NAMES = Object.keys(COMMANDS);

/** All verbs, or those of these names. @throws where there is none of a name */
export function loadCommands(names: readonly string[] = NAMES): Promise<Command[]> {
  return Promise.all(names.map(load));
}

function load(name: string): Promise<Command> {
  const command = COMMANDS[name];
  if (command === undefined) throw new Error(`There is no verb “${name}”.`);
  return command();
}

/** Runs the command line. Never throws. */
export async function runCli(args: readonly string[], io: Io): Promise<ExitCode> {
  const [first, ...rest] = args;
  if (first === '--version') {
    io.stdout(`${version}\n`);
    return 0;
  }
  if (first === undefined) {
    io.stderr(await overview(NAMES));
    return 2;
  }
  if (first === '--help' || first === '-h') return showHelp([], io);
  if (first === 'help') return showHelp(rest, io);
  const found = find(args);
  if (found !== undefined) return (await load(found.name)).run(found.rest, io);
  if (groupOf(first).length > 0 && (rest[0] === '--help' || rest[0] === '-h')) return showHelp([first], io);
  return unknown(args, io);
}

/** The verb that arguments begin with, and what stands behind it. */
function find(args: readonly string[]): { name: string; rest: readonly string[] } | undefined {
  const fitting = NAMES.filter(name => name.split(' ').every((word, i) => args[i] === word));
  // `transcripts move` is not `transcripts` with an argument.
  const [name] = fitting.sort((a, b) => b.length - a.length);
  return name === undefined ? undefined : { name, rest: args.slice(name.split(' ').length) };
}

/** The verbs of a thing, such as those of `codebook`. */
function groupOf(thing: string): readonly string[] {
  return NAMES.filter(name => name.startsWith(`${thing} `));
}

async function overview(names: readonly string[]): Promise<string> {
  return formatOverview((await loadCommands(names)).map(command => command.verb));
}

async function showHelp(args: readonly string[], io: Io): Promise<ExitCode> {
  const [first] = args;
  const found = find(args);
  if (found !== undefined) return (await load(found.name)).run(['--help'], io);
  const names = first === undefined ? NAMES : args.length === 1 ? groupOf(first) : [];
  if (names.length === 0) return unknown(args, io);
  io.stdout(await overview(names));
  return 0;
}

function unknown(args: readonly string[], io: Io): ExitCode {
  const [first = '', second] = args;
  const group = groupOf(first);
  const isOption = first.startsWith('-');
  const isPart = group.length > 0;
  const named = isPart && second !== undefined && !second.startsWith('-') ? `${first} ${second}` : first;
  const verbs = isPart ? group : NAMES;
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
