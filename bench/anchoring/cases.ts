import type { Anchored } from '../../src/core/coding/coding.js';
import { anchorOf } from '../../src/core/coding/create.js';
import { seeded } from '../random.js';
import type { Document } from './document.js';
import { passagesDeleted } from './edits/deleting.js';
import type { Edit } from './edits/edit.js';
import { combinedEdits, singleEdits } from './edits/edits.js';
import { allAtOnce, tenRevisions } from './edits/together.js';
import { type Excerpt, Excerpts } from './excerpts.js';
import type { Method } from './methods/method.js';
import { transcript } from './transcripts.js';
import { type Answer, Judge, type Truth, type Verdict } from './truth.js';
import { Twins } from './twins.js';
import { isTellable, untellablePlaces } from './untellable.js';
import { type Version, versionOf } from './version.js';
import type { Wish } from './wish.js';

/** One excerpt, edited once, looked for by one method. */
export interface Case {
  readonly method: Method;
  readonly edit: Edit;
  readonly transcript: number;
  readonly excerpt: Excerpt;
  readonly record: Required<Anchored>;
  readonly truth: Truth;
  readonly answer: Answer;
  readonly verdict: Verdict;
  /** Whether the true place is among the first three candidates; undefined where the answer is certain or there is no such place. */
  readonly isOffered?: boolean;
  readonly first: Version;
  readonly now: Version;
}

const EXCERPTS = 26;
/** Of what gates judge by itself there are more. */
const MORE_EXCERPTS: ReadonlyMap<Edit, number> = new Map([
  [allAtOnce, 3 * EXCERPTS],
  [tenRevisions, 2 * EXCERPTS],
  [passagesDeleted, 2 * EXCERPTS],
]);
const OFFERED = 3;

/** Which cases to run. */
export type CaseWish = Pick<Wish, 'seed' | 'transcripts' | 'transcript' | 'edit'>;

/** Runs all cases, one after the other, the same ones for the same wish. */
export function* runCases(methods: readonly Method[], wish: CaseWish): Generator<Case> {
  const only = wish.transcript;
  for (let number = only ?? 0; number < (only === undefined ? wish.transcripts : only + 1); number++) {
    const document = transcript(wish.seed, number);
    const first = versionOf(document);
    for (const [i, edit] of [...singleEdits, ...combinedEdits].entries()) {
      if (edit.name.startsWith(wish.edit))
        yield* runEdit(methods, { document, first, edit, number, seed: wish.seed * 1_000_003 + number * 1009 + i });
    }
  }
}

interface Edited {
  readonly document: Document;
  readonly first: Version;
  readonly edit: Edit;
  readonly number: number;
  readonly seed: number;
}

function* runEdit(methods: readonly Method[], { document, first, edit, number, seed }: Edited): Generator<Case> {
  const random = seeded(seed);
  const now = versionOf(edit.apply(document, random));
  const judge = new Judge(first.characters, now.characters);
  const untellable = untellablePlaces(first.characters, now.characters);
  const twins = combinedEdits.includes(edit) ? new Twins(first.characters, now.characters) : undefined;
  const excerpts = new Excerpts(document, first, random);
  const places = methods
    .filter(({ every }) => number % every === 0)
    .map(method => ({ method, place: method.prepare(first, now) }));
  for (let count = MORE_EXCERPTS.get(edit) ?? EXCERPTS; count > 0; count--) {
    const excerpt = excerpts.draw(span => isTellable(span, untellable) && !twins?.areNear(span));
    const record = anchorOf(first.points, excerpt.span, first.base);
    const truth = judge.truth(excerpt.span);
    for (const { method, place } of places) {
      const answer = place(record);
      const verdict = judge.verdict(truth, answer);
      const isOffered = verdict === 'review' && {
        isOffered: answer.candidates.slice(0, OFFERED).some(one => judge.isThere(one, truth)),
      };
      yield { method, edit, transcript: number, excerpt, record, truth, answer, verdict, ...isOffered, first, now };
    }
  }
}
