import type { NotSettled } from '../../core/merge/afterwards/lookAt.js';
import type { ConflictSide } from '../../core/merge/merge.js';
import type { MadeMerge } from '../../core/ports.js';
import { writeJson } from '../io.js';
import { countOf } from '../phrases.js';
import { plain } from '../table.js';
import type { Call } from '../verb.js';
import type { Question } from './questions.js';
import { called, type Sides } from './sides.js';
import { questionText } from './text.js';
import type { Written } from './write.js';

/** All that there is to say. */
export interface Resolved {
  readonly merges: readonly MadeMerge[];
  /** Full ids of versions of which nothing tells what they are copies of. */
  readonly unknown: readonly string[];
  readonly written: readonly Written[];
  readonly questions: readonly Question[];
  readonly left: readonly NotSettled[];
  /** What the versions of a merge are called. */
  of(merge: MadeMerge | undefined): Sides;
}

/** How many digits of the id of a version are shown. */
const SHOWN = 7;

const WHY = {
  names: 'is in question by its name: say with git add or git rm which file there is to be',
  'no-text': 'is no text in UTF-8: take one side with git checkout --ours or --theirs, then git add',
} as const;

/** Prints what was put together and what is in question. */
export function printResolved({ json, io, args }: Call, resolved: Resolved): void {
  const isList = args.has('list');
  if (json) {
    writeJson(io, asJson(resolved));
    return;
  }
  const { merges, unknown, written, questions, left, of } = resolved;
  for (const id of unknown) io.stdout(unknownText(id));
  const changed = written.filter(file => file.changed && file.questions === 0);
  for (const { path, settled } of changed)
    io.stdout(`${isList ? 'Would put together' : 'Put together'} ${plain(path)}${settled ? ', settled' : ''}.\n`);
  for (const { path, why } of left) io.stdout(`${plain(path)} ${WHY[why]}.\n`);
  const isUnderWay = merges.some(merge => merge.underWay !== undefined);
  const settled = written.filter(file => file.settled && !file.changed).length;
  if (settled > 0) io.stdout(`${countOf(settled, 'more file')} settled as ${settled === 1 ? 'it is' : 'they are'}.\n`);
  for (const question of questions) io.stdout(`\n${questionText(question, of(question.file.merge))}`);
  if (questions.length > 0) {
    io.stdout(`\n${countOf(questions.length, 'question')} to decide. `);
    const isMarked = questions.some(({ file }) => file.outcome.marked !== undefined) && !isList;
    io.stdout(isMarked ? 'Marks stand around them in the files.\n' : '\n');
  } else if (left.length === 0 && (unknown.length === 0 || merges.length > 0))
    io.stdout(ending(isUnderWay, merges.length > 0, changed.length, isList));
}

function ending(isUnderWay: boolean, isMerge: boolean, changed: number, isList: boolean): string {
  if (isUnderWay && !isList)
    return 'Nothing is in question. Go on with git commit, or git rebase (cherry-pick, revert) --continue.\n';
  if (changed > 0)
    return isList ? '' : 'Nothing is in question. Look at it with verbatim diff, and save it as a version.\n';
  return isMerge ? 'Nothing is in question, and nothing is to be mended.\n' : 'Nothing is to be put together.\n';
}

/** What is said of a version that was put on top of another one, where the one that it is a copy of is not here. */
function unknownText(id: string): string {
  const version = id.slice(0, SHOWN);
  return [
    `${version} was put on top of another version, and the one that it is a copy of is not in this repository: what git put\n`,
    '  together in it line by line cannot be looked at. Fetch that version, then name it:\n',
    `  verbatim resolve --our-version ${version}^ --their-version COPIED --base-version COPIED^\n`,
  ].join('');
}

function asJson({ merges, unknown, written, questions, left, of }: Resolved): Readonly<Record<string, unknown>> {
  const said = (side: ConflictSide | undefined): unknown =>
    side === undefined ? null : { isThere: side.isThere, text: side.text };
  return {
    merges: merges.map(merge => ({
      underWay: merge.underWay ?? null,
      made: merge.made ?? null,
      ...of(merge),
      bases: merge.bases,
    })),
    unknown,
    files: written,
    questions: questions.map(({ id, conflict, file }) => ({
      ...{ id, key: conflict.key, path: conflict.path, aspect: conflict.aspect, subject: conflict.subject },
      ...{ base: said(conflict.base), ours: said(conflict.ours), theirs: said(conflict.theirs) },
      ...{ from: sideNames(of(file.merge)), choices: conflict.choices },
    })),
    left,
    counts: {
      files: written.length,
      changed: written.filter(file => file.changed).length,
      questions: questions.length,
    },
  };
}

const sideNames = ({ ours, theirs }: Sides): { ours: string; theirs: string } => ({
  ours: called(ours),
  theirs: called(theirs),
});
