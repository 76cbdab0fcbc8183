import { createHash } from 'node:crypto';
import type { LookedAt } from '../../core/merge/afterwards/lookAt.js';
import type { MergeChoice, MergeConflict } from '../../core/merge/merge.js';
import type { Arguments } from '../arguments.js';
import { Refusal } from '../refusal.js';

/** A question as it is listed. */
export interface Question {
  /** Short, and the same as long as the question is. */
  readonly id: string;
  readonly conflict: MergeConflict;
  readonly file: LookedAt;
}

const LENGTH = 7;
const CHOICES: readonly string[] = ['ours', 'theirs', 'both'];

/** All questions about files, in their order. */
export function questionsOf(files: readonly LookedAt[]): Question[] {
  return files.flatMap(file => file.outcome.conflicts.map(conflict => ({ id: idOf(conflict), conflict, file })));
}

function idOf({ path, key }: MergeConflict): string {
  return createHash('sha256').update(`${path}\0${key}`).digest('hex').slice(0, LENGTH);
}

/** Decisions by the path of a file, then by the key of a conflict. */
export type Decisions = ReadonlyMap<string, ReadonlyMap<string, MergeChoice>>;

/**
 * What somebody decided about questions: with `--take` one by one, by its id or its key.
 * @throws Refusal where there is no such question, or no such choice
 */
export function takenIn(args: Arguments, questions: readonly Question[]): Decisions {
  return decided(
    args.all('take').map(taken => {
      const [, name = '', choice = ''] = /^(.*)=(\w+)$/s.exec(taken) ?? [];
      if (isChoice(choice)) return [allowed(found(name, questions), choice), choice] as const;
      throw new Refusal(
        'arguments',
        `--take ${taken} does not say what to take.`,
        'Write --take KEY=ours, theirs or both.',
      );
    }),
    new Map(),
  );
}

/**
 * What somebody decided about all that is open still, with `--ours` or `--theirs`, on top of other decisions; these where nobody did.
 * @throws Refusal where both are given
 */
export function restIn(args: Arguments, questions: readonly Question[], known: Decisions): Decisions {
  if (args.has('ours') && args.has('theirs'))
    throw new Refusal('arguments', '--ours and --theirs do not go together.', 'Decide one by one with --take.');
  if (!args.has('ours') && !args.has('theirs')) return known;
  const choice = args.has('ours') ? 'ours' : 'theirs';
  return decided(
    questions.map(question => [question, choice] as const),
    known,
  );
}

function decided(choices: readonly (readonly [Question, MergeChoice])[], known: Decisions): Decisions {
  const decisions = new Map([...known].map(([path, choice]) => [path, new Map(choice)]));
  for (const [{ conflict }, choice] of choices) {
    const file = decisions.get(conflict.path) ?? new Map<string, MergeChoice>();
    decisions.set(conflict.path, file.set(conflict.key, choice));
  }
  return decisions;
}

const isChoice = (choice: string): choice is MergeChoice => CHOICES.includes(choice);

function found(name: string, questions: readonly Question[]): Question {
  const fitting = questions.filter(({ id, conflict }) => id === name || conflict.key === name);
  const [question, another] = fitting;
  if (question !== undefined && another === undefined) return question;
  const what = question === undefined ? 'There is no open question' : 'There are several questions';
  throw new Refusal(
    'unknown-question',
    `${what} “${name}”.`,
    'verbatim resolve --list shows what is open, and what each question is called.',
    { known: questions.map(({ id }) => id) },
  );
}

function allowed(question: Question, choice: MergeChoice): Question {
  if (question.conflict.choices.includes(choice)) return question;
  throw new Refusal(
    'arguments',
    `“${choice}” is no answer to ${question.id}.`,
    `Choose one of ${question.conflict.choices.join(', ')}.`,
  );
}
