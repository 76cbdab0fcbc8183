import { attributeChanges } from '../../core/review/attribute.js';
import type { Change } from '../../core/review/change.js';
import { type Comparison, compareStates } from '../../core/review/compare.js';
import { type ChangeGrouping, groupChanges } from '../../core/review/grouping.js';
import { StudyState } from '../../core/review/studyState.js';
import { wantedChanges } from '../diff/filter.js';
import { changeToJson, countsToJson, stateToJson } from '../diff/json.js';
import { formatComment } from '../diff/markdown.js';
import { type Compared, comparedStates } from '../diff/states.js';
import { formatText } from '../diff/text.js';
import { type ExitCode, type Io, writeAll, writeJson } from '../io.js';
import { didYouMean, nearest } from '../near.js';
import { Refusal } from '../refusal.js';
import { type Call, runVerb, type Verb } from '../verb.js';

const GROUPINGS: readonly ChangeGrouping[] = ['coder', 'code', 'theme', 'transcript'];

export const verb: Verb = {
  name: 'diff',
  leaving: 'team',
  summary: 'Say what changed in the analysis between two versions.',
  positionals: '[A [B] | A...B]',
  mostPositionals: 2,
  options: {
    by: { value: 'WHAT', help: `List the changes by ${GROUPINGS.join(', ')}; by coder without it.` },
    coder: { value: 'NAME', multiple: true, help: 'Only what this coder changed.' },
    code: {
      value: 'ID',
      multiple: true,
      help: 'Only changes about this code or theme: its id or title.',
    },
    transcript: { value: 'FILE', multiple: true, help: 'Only changes about this transcript.' },
    md: { help: 'Print Markdown, good as a comment on a pull request.' },
  },
  notes: [
    'A and B are branches, tags, ids or whatever else git knows a version by; :working, the files as they are now;',
    ':index, what is staged. Without B it is :working, without both what changed since the last version (HEAD).',
    'A...B is what changed in B since it branched off A.',
  ],
  examples: [
    ['', 'what changed since the last version'],
    ['main...eva --by code', 'what Eva’s branch changed, by code'],
    ['v1 v2 --json', 'all changes between two versions, for a program'],
  ],
  exits: [
    'Nothing changed.',
    'Something did.',
    'A version or a name is not known, or git or the study cannot be read.',
  ],
};

/** `verbatim diff` */
export function run(args: readonly string[], io: Io): Promise<ExitCode> {
  return runVerb(verb, args, io, async call => {
    const by = groupingOf(call);
    const compared = await comparedStates(call.study.store, call.args.positionals);
    const comparison = await compareStates(new StudyState(compared.before), new StudyState(compared.after));
    const books = { before: await comparison.before.codebook(), after: await comparison.after.codebook() };
    const all = await withNames(comparison.changes, compared);
    const changes = wantedChanges(all, wanted(call), { ...(await known(comparison, all)), books });
    print(call, compared, changes, () => groupChanges(changes, by, books));
    return changes.length === 0 ? 0 : 1;
  });
}

function print(
  { io, json, args }: Call,
  compared: Compared,
  changes: readonly Change[],
  groups: () => ReturnType<typeof groupChanges>,
): void {
  const { before, after } = compared;
  if (json) {
    const states = { before: stateToJson(before.name), after: stateToJson(after.name) };
    writeJson(io, {
      ...states,
      branchedOff: compared.branchedOff ?? null,
      changes: changes.map(changeToJson),
      counts: countsToJson(changes),
    });
  } else if (args.has('md')) writeAll(io, [formatComment(compared, groups())]);
  else writeAll(io, formatText(compared, groups()));
}

/** With who made those that are in no coder's folder, where that is saved. */
async function withNames(changes: readonly Change[], { before, after, git }: Compared): Promise<readonly Change[]> {
  if (git === undefined || after.name.is !== 'commit') return changes;
  const from = before.name.is === 'commit' ? before.name.commit.id : undefined;
  return attributeChanges(changes, git, from, after.name.commit.id);
}

const wanted = ({ args }: Call) => ({
  coders: args.all('coder'),
  codes: args.all('code'),
  transcripts: args.all('transcript'),
});

async function known({ before, after }: Comparison, changes: readonly Change[]) {
  const sides = [before, after];
  const coders = [
    ...sides.flatMap(side => side.coderFiles().map(({ coder }) => coder)),
    ...changes.flatMap(({ by }) => by ?? []),
  ];
  const transcripts = (await Promise.all(sides.map(side => side.transcriptPaths()))).flat();
  return { coders: [...new Set(coders)].sort(), transcripts: [...new Set(transcripts)].sort() };
}

function groupingOf({ args, json }: Call): ChangeGrouping {
  if (json && args.has('md')) throw new Refusal('arguments', '--json and --md do not go together.', 'Choose one.');
  const name = args.one('by') ?? 'coder';
  const found = GROUPINGS.find(grouping => grouping === name.toLowerCase());
  if (found !== undefined) return found;
  const remedy = didYouMean(nearest(name, GROUPINGS), `It is one of ${GROUPINGS.join(', ')}.`);
  throw new Refusal('arguments', `Changes cannot be listed by “${name}”.`, remedy);
}
