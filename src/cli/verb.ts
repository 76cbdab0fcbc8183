import { ChangeRefused } from '../core/codebook/change.js';
import { ExchangeError } from '../core/exchange/model.js';
import { DisclosureRefused } from '../core/report/disclosure/refused.js';
import type { Disclosure } from '../core/study/disclosure.js';
import type { Study } from '../core/study/study.js';
import { VersionFailure } from '../core/versions/failure.js';
import { type Arguments, type Option, readArguments } from './arguments.js';
import type { Leaving } from './disclosure.js';
import { formatHelp } from './help.js';
import { type ExitCode, type Io, writeJson } from './io.js';
import { Refusal } from './refusal.js';
import { plain } from './table.js';

/** What a verb is called, takes and does, as its help says it. */
export interface Verb {
  readonly name: string;
  /** What it does, in one line. */
  readonly summary: string;
  /** What stands between the name and the options in the usage line. */
  readonly positionals?: string;
  /** How many of them there may be; 1 where it is not said. */
  readonly mostPositionals?: number;
  readonly options: Readonly<Record<string, Option>>;
  /** Whatever a person should know and the options do not say; one line each. */
  readonly notes?: readonly string[];
  /** Arguments and what they do. */
  readonly examples: readonly (readonly [string, string])[];
  /** When the exit code is 0, 1 and 2; no second text where it is never 1. */
  readonly exits: readonly [string, string | undefined, string];
  /** What becomes of what it prints where the study has a disclosure policy; `closed` where it is not said. */
  readonly leaving?: Leaving;
  /** Changes files, with some arguments or always: then the study must be certain. */
  readonly writes?: boolean | ((args: Arguments) => boolean);
}

/** What the body of a verb works with. */
export interface Call {
  readonly args: Arguments;
  readonly json: boolean;
  readonly study: Study;
  /** Absolute path of the study. */
  readonly root: string;
  readonly io: Io;
  /** What is held back of what is printed; missing where the study has no policy, or somebody asked for what is inside. */
  readonly policy?: Disclosure;
}

/** Options that every verb has. */
export const COMMON: Readonly<Record<string, Option>> = {
  study: { value: 'DIR', help: 'The folder of the study; the current folder without it.' },
  json: { help: 'Print JSON for programs.' },
  internal: { help: 'Print also what the disclosure policy of the study holds back.' },
};

/**
 * Runs a verb: reads its arguments, prints its help, opens the study, and turns whatever goes wrong into a message on
 * stderr (with `--json` also into an `error` object on stdout) and exit code 2. Never throws.
 */
export function runVerb(
  verb: Verb,
  argv: readonly string[],
  io: Io,
  body: (call: Call) => Promise<ExitCode>,
): Promise<ExitCode> {
  return runWith(verb, COMMON, argv, io, async args => {
    const writes = typeof verb.writes === 'function' ? verb.writes(args) : (verb.writes ?? false);
    // Verbs that are about no study, such as the merge driver, start without it.
    const [{ openStudyFolder }, { policyFor }] = await Promise.all([
      import('./studyFolder.js'),
      import('./disclosure.js'),
    ]);
    const { study, root } = await openStudyFolder(io, args.one('study'), writes);
    if (writes) (await import('../core/study/format.js')).refuseNewer(study.config);
    const policy = policyFor(study, args, verb.leaving ?? 'closed', verb.name, io);
    return body({ args, json: args.has('json'), study, root, io, ...(policy === undefined ? {} : { policy }) });
  });
}

/** The same for a verb that is about no study, and has only its own options. */
export function runPlainVerb(
  verb: Verb,
  argv: readonly string[],
  io: Io,
  body: (args: Arguments) => Promise<ExitCode>,
): Promise<ExitCode> {
  return runWith(verb, {}, argv, io, body);
}

async function runWith(
  verb: Verb,
  common: Readonly<Record<string, Option>>,
  argv: readonly string[],
  io: Io,
  body: (args: Arguments) => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    const args = readArguments(argv, { ...verb.options, ...common });
    if (args.has('help')) {
      io.stdout(formatHelp(verb, common));
      return 0;
    }
    const extra = args.positionals[verb.positionals === undefined ? 0 : (verb.mostPositionals ?? 1)];
    if (extra !== undefined) {
      throw new Refusal(
        'arguments',
        `“${extra}” is one argument too many.`,
        `Put quotation marks around words that belong together, or see verbatim ${verb.name} --help.`,
      );
    }
    return await body(args);
  } catch (error) {
    report(verb.name, error, argv, io);
    return 2;
  }
}

function report(name: string, error: unknown, argv: readonly string[], io: Io): void {
  const refusal = asRefusal(error);
  const message = refusal?.message ?? (error instanceof Error ? error.message : String(error));
  const { rule = 'failed', remedy = '', data = {}, details = [] } = refusal ?? {};
  io.stderr(`verbatim ${name}: ${plain(message)}\n`);
  for (const line of [...details, remedy]) if (line !== '') io.stderr(`  ${plain(line)}\n`);
  const options = argv.slice(0, argv.includes('--') ? argv.indexOf('--') : argv.length);
  if (options.includes('--json')) writeJson(io, { error: { rule, message, remedy, ...data } });
}

/** What a person is to be told of an error: refusals of the core say what to do as those of the verbs do. */
function asRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof ChangeRefused) return new Refusal('refused', error.message, error.remedy);
  if (error instanceof DisclosureRefused) return new Refusal('disclosure', error.message, error.remedy);
  if (error instanceof VersionFailure) return new Refusal(error.kind, error.message, error.remedy);
  if (!(error instanceof ExchangeError)) return undefined;
  const { file, line } = error;
  const data = { ...(file !== undefined && { file }), ...(line !== undefined && { line }) };
  return new Refusal('bad-file', error.located, error.remedy, data);
}
