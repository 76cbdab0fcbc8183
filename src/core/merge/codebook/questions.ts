import type { ConflictSide, ConflictSubject, MergeChoice, MergeConflict } from '../merge.js';
import { type Half, otherHalf } from './settle.js';

/** Something that only a person can say. */
export interface Question {
  /** See `MergeConflict.key`. */
  readonly key: string;
  readonly subject: ConflictSubject;
  readonly aspect: string;
  readonly base: ConflictSide | undefined;
  readonly one: ConflictSide;
  readonly two: ConflictSide;
  /** Whether both may hold, one after the other. */
  readonly isBoth?: boolean;
  /** Where in the file it belongs: conflicts are told in this order. */
  readonly rank: number;
}

/** The questions that come up in a merge, and what was decided. */
export class Questions {
  private readonly asked = new Map<string, Question>();
  private readonly undecided: Question[] = [];

  /** @param ours which of the sides is ours: what holds where nothing is decided */
  constructor(
    private readonly path: string,
    private readonly ours: Half,
    private readonly decisions: ReadonlyMap<string, MergeChoice>,
  ) {}

  /** Which side holds by what was decided; ours, and a conflict, where nothing was. */
  ask(question: Question): Half | 'both' {
    const key = this.keyOf(question);
    const choice = this.decisions.get(key);
    if (choice === 'both' && question.isBoth) return 'both';
    if (choice === 'ours' || choice === 'theirs') return choice === 'ours' ? this.ours : otherHalf(this.ours);
    if (!this.asked.has(key)) this.undecided.push({ ...question, key });
    this.asked.set(key, question);
    return this.ours;
  }

  /** What is not decided, in the order of the file. */
  get conflicts(): MergeConflict[] {
    const [ours, theirs] = [this.ours, otherHalf(this.ours)];
    const sorted = [...this.undecided].sort((a, b) => a.rank - b.rank);
    return sorted.map(question => ({
      key: question.key,
      path: this.path,
      subject: question.subject,
      aspect: question.aspect,
      base: question.base,
      ours: question[ours],
      theirs: question[theirs],
      choices: question.isBoth ? ['ours', 'theirs', 'both'] : ['ours', 'theirs'],
    }));
  }

  /** The key of a question; of different ones with the same key each has its own. */
  private keyOf(question: Question): string {
    const says = ({ one, two }: Question): string => JSON.stringify([one, two]);
    for (let n = 1; ; n++) {
      const key = n === 1 ? question.key : `${question.key} (${n})`;
      const other = this.asked.get(key);
      if (other === undefined || says(other) === says(question)) return key;
    }
  }
}
