import type { GroupedQuestions, Question, QuestionGroup } from '../../core/analysis/questions/question.js';
import type { Estimated } from '../common/heights.js';
import * as stops from '../common/stops.js';
import type { Choices } from './protocol.js';

/** The heading of a transcript, the codebook or another file. */
export interface HeadingItem extends Estimated {
  readonly kind: 'heading';
  readonly group: QuestionGroup;
  readonly questions: readonly Question[];
}

/** Something to decide. */
export interface QuestionItem extends Estimated {
  readonly kind: 'question';
  readonly question: Question;
  /** Its number among all questions, from 1. */
  readonly position: number;
  /** The first below its heading: that is heard with it. */
  readonly isFirst: boolean;
}

/** A line of the list. */
export type Item = HeadingItem | QuestionItem;

/** All that stands in the list. */
export interface Items {
  readonly all: readonly Item[];
  /** How many questions there are. */
  readonly questions: number;
  /** For each item the index of the heading it stands under, or is. */
  readonly headings: readonly number[];
}

export const NO_ITEMS: Items = { all: [], questions: 0, headings: [] };

const HEADING_HEIGHT = 44;

/** Lays groups out as a list: each heading with its questions. */
export function itemsOf(groups: readonly GroupedQuestions[], estimate: (question: Question) => number): Items {
  const all: Item[] = [];
  const headings: number[] = [];
  let position = 0;
  for (const { group, questions } of groups) {
    const heading = all.length;
    all.push({ kind: 'heading', key: `# ${group.is} ${group.path}`, estimate: HEADING_HEIGHT, group, questions });
    headings.push(heading);
    for (const [i, question] of questions.entries()) {
      const { key } = question;
      all.push({
        kind: 'question',
        key,
        estimate: estimate(question),
        question,
        position: ++position,
        isFirst: i === 0,
      });
      headings.push(heading);
    }
  }
  return { all, questions: position, headings };
}

const isQuestion = ({ kind }: Item): boolean => kind === 'question';

/** Where the arrow keys go from an item: from question to question. */
export function stepFrom({ all }: Items, from: number, steps: number): number {
  return stops.stepFrom(all, isQuestion, from, steps);
}

/** The question to go to when the one with a key is no more: the next one, else the one before, else the first. */
export function takesPlaceOf(now: readonly Item[], before: readonly Item[], key: string | undefined): number {
  const found = stops.takesPlaceOf(now, before, key, (_, other) => isQuestion(other));
  return found === -1 ? now.findIndex(isQuestion) : found;
}

/** The question to go on with once one is decided: the next that is open, from the start again behind the last; undefined where none is. */
export function nextOpen({ all }: Items, key: string, choices: Choices): QuestionItem | undefined {
  const at = all.findIndex(item => item.key === key);
  const isOpen = (item: Item): item is QuestionItem => item.kind === 'question' && choices[item.key] === undefined;
  return all.slice(at + 1).find(isOpen) ?? all.slice(0, at).find(isOpen);
}
