import path from 'node:path';
import { lookAt } from '../../core/merge/afterwards/lookAt.js';
import type { MergeChoice } from '../../core/merge/merge.js';
import type { LastMade, MadeMerge, StudyGit } from '../../core/ports.js';
import { lastMerges } from '../../node/work/made/lastMerges.js';
import { madeOf } from '../../node/work/made/madeOf.js';
import { placeOfStudy } from '../git.js';
import type { ExitCode, Io } from '../io.js';
import { pathInside } from '../names.js';
import { Refusal } from '../refusal.js';
import { printResolved } from '../resolve/print.js';
import { type Decisions, questionsOf, restIn, takenIn } from '../resolve/questions.js';
import { namedSides, type Sides, sidesOf } from '../resolve/sides.js';
import { nextOf, writeFiles, writtenAs } from '../resolve/write.js';
import { type Call, runVerb, type Verb } from '../verb.js';

export const verb: Verb = {
  name: 'resolve',
  leaving: 'team',
  summary: 'Put files together by their meaning that git merged, or could not merge, line by line.',
  positionals: '[FILE…]',
  mostPositionals: Number.POSITIVE_INFINITY,
  writes: args => !args.has('list'),
  options: {
    list: { help: 'Only say what is in question and what would be written; write nothing.' },
    take: { value: 'KEY=CHOICE', multiple: true, help: 'Decide a question: ours, theirs or both.' },
    ours: { help: 'Decide all other questions as ours has it.' },
    theirs: { help: 'Decide all other questions as theirs has it.' },
    'our-version': { value: 'REV', help: 'Look at an earlier merge: the version that was here, …' },
    'their-version': { value: 'REV', help: '… the one that came in, …' },
    'base-version': { value: 'REV', help: '… and what both come from, if git is not to find that out.' },
  },
  notes: [
    'While a merge, rebase, cherry-pick, revert, squash or stash is under way: puts all files of the study together that both',
    'sides changed, tells git that they are settled, and leaves marks around what only a person can decide. Otherwise: looks',
    'at how the last version was put together, and mends what git did wrong line by line; later work is kept.',
    'In a rebase “ours” is what is there already, “theirs” the version that is put on top. Nothing is saved as a version.',
  ],
  examples: [
    ['', 'settle what can be settled, and see what is in question'],
    ['--take 3f2a9c1=theirs', 'decide one question'],
    ['--list --json', 'what is in question, for a program'],
  ],
  exits: ['Nothing is in question.', 'Questions are open.', 'Refused; nothing was written.'],
};

const NONE: ReadonlyMap<string, MergeChoice> = new Map();

/** `verbatim resolve` */
export function run(args: readonly string[], io: Io): Promise<ExitCode> {
  return runVerb(verb, args, io, async call => {
    const { study } = call;
    const place = await placeOfStudy(call);
    const git = await study.store.git?.();
    if (git === undefined) throw new Refusal('no-git', 'Git does not answer.', 'Try again.');
    const { merges, unknown } = await mergesOf(call, git);
    const wanted = wantedFiles(call);
    const { files, left } = await looked(call, decisions =>
      lookAt(study.store, git, merges, wanted, file => decisions.get(file) ?? NONE),
    );
    const sides = new Map<MadeMerge | undefined, Sides>();
    for (const merge of new Set([...merges, ...files.map(file => file.merge)]))
      sides.set(merge, await sidesOf(git, merge));
    const of = (merge: MadeMerge | undefined): Sides => sides.get(merge) as Sides;
    const planned = files.map(file => ({ file, next: nextOf(file, of(file.merge)) }));
    const isList = call.args.has('list');
    const written = isList
      ? planned.map(each => writtenAs(each, false))
      : await writeFiles(study.store, place, planned);
    const questions = questionsOf(files);
    printResolved(call, { merges, unknown, written, questions, left, of });
    return questions.length + left.length > 0 ? 1 : 0;
  });
}

/** Looks once, decides what somebody decided, and looks again: a decision may raise another question. */
async function looked(
  { args }: Call,
  look: (decisions: Decisions) => ReturnType<typeof lookAt>,
): ReturnType<typeof lookAt> {
  let seen = await look(new Map());
  let decisions = takenIn(args, questionsOf(seen.files));
  if (decisions.size > 0) seen = await look(decisions);
  for (let open = questionsOf(seen.files); open.length > 0; open = questionsOf(seen.files)) {
    const more = restIn(args, open, decisions);
    if (countIn(more) === countIn(decisions)) break;
    decisions = more;
    seen = await look(decisions);
  }
  return seen;
}

const countIn = (decisions: Decisions): number => [...decisions.values()].reduce((count, { size }) => count + size, 0);

/** What is under way, what the last version was made by, or what somebody names. */
async function mergesOf({ args, root }: Call, git: StudyGit): Promise<LastMade> {
  const named = await namedSides(git, args);
  return named === undefined ? lastMerges(root, git) : { merges: [await madeOf(root, named)], unknown: [] };
}

function wantedFiles({ args, root, io }: Call): (file: string) => boolean {
  if (args.positionals.length === 0) return () => true;
  const named = args.positionals.map(name => {
    const file = [io.cwd, root]
      .map(folder => pathInside(root, path.resolve(folder, name)))
      .find(each => each !== undefined);
    if (file !== undefined) return file.normalize('NFC');
    throw new Refusal('outside-study', `${name} is outside the study ${root}.`, 'Name files of the study.');
  });
  return file => named.some(name => file === name || file.startsWith(`${name}/`));
}
