import { BookState } from './bookState.js';
import type { Expected, ExpectedFile, ExpectedSubject } from './merge.js';
import { type FileState, type Respects, said } from './state.js';

/** What may be decided; as the product has it. */
export type Choice = 'ours' | 'theirs' | 'both';

/** A conflict as both the model and the product name it. */
export interface NamedConflict {
  readonly subject: string;
  readonly aspect: string;
}

/** The respect of a subject that is torn. */
export const PRESENCE = 'presence';

/** The conflicts that an ideal merge leaves to a person, by `nameOf`. */
export function conflictsIn(expected: ExpectedFile): Map<string, NamedConflict> {
  const found = new Map<string, NamedConflict>();
  const add = (subject: string, aspect: string): Map<string, NamedConflict> =>
    found.set(nameOf({ subject, aspect }), { subject, aspect });
  for (const [subject, one] of expected) {
    if (one.is === 'gone' && one.asks !== undefined) add(subject, one.asks);
    if (one.is === 'torn' && one.by === undefined) add(subject, PRESENCE);
    else if (one.is === 'there') {
      for (const [aspect, respect] of one.respects) {
        if (respect.is === 'conflict' || respect.is === 'places') add(subject, aspect);
        if (respect.is === 'open') add(subject, respect.kind);
      }
    }
  }
  return found;
}

/**
 * Compares what was asked with what had to be.
 * @param asked by `nameOf`
 * @returns one sentence for everything that is not as it must be
 */
export function askedWrongly(
  expected: ExpectedFile,
  asked: { has(name: string): boolean } & Iterable<string>,
): string[] {
  const due = conflictsIn(expected);
  const wrong = [...due.keys()]
    .filter(name => !asked.has(name))
    .map(name => `${name}: a conflict that nobody was told of`);
  for (const name of asked) if (!due.has(name) && !mayBeAsked(expected, name)) wrong.push(name + NEEDLESS);
  for (const [subject, one] of expected) {
    const moved = one.is === 'there' ? one.respects.get('moved') : undefined;
    const isTold = moved?.is !== 'circle' || moved.of.some(id => asked.has(nameOf({ subject: id, aspect: 'moved' })));
    if (!isTold) wrong.push(`${subject} · moved: a circle that nobody was told of`);
  }
  return wrong;
}

/** How a sentence about a question ends that need not have been asked. */
export const NEEDLESS = ': no conflict, yet it is asked about';

/** Whether a question may be asked that need not be. */
function mayBeAsked(expected: ExpectedFile, name: string): boolean {
  const [subject = '', aspect = ''] = name.split(' · ');
  const one = expected.get(subject);
  const respect = one?.is === 'there' ? one.respects.get(aspect)?.is : undefined;
  return respect === 'any' || respect === 'circle';
}

/** One text for a conflict. */
export function nameOf({ subject, aspect }: NamedConflict): string {
  return `${subject} · ${aspect}`;
}

/**
 * Compares what became of a file with what had to.
 * @param decided what was chosen, by `nameOf`
 * @returns one sentence for everything that is not as it must be
 */
export function differencesFrom(
  expected: ExpectedFile,
  decided: ReadonlyMap<string, Choice>,
  got: FileState,
): string[] {
  const wrong: string[] = [];
  for (const [subject, one] of expected) wrong.push(...subjectDiffers(subject, one, decided, got));
  for (const subject of got.keys()) if (!expected.has(subject)) wrong.push(`${subject}: came from nowhere`);
  return wrong;
}

type Decided = ReadonlyMap<string, Choice>;

function subjectDiffers(subject: string, expected: ExpectedSubject, decided: Decided, file: FileState): string[] {
  const got = file.get(subject);
  switch (expected.is) {
    case 'any':
      return [];
    case 'gone':
      return got === undefined ? [] : [`${subject}: is back`];
    case 'there':
      return got === undefined ? [`${subject}: is lost`] : respectsDiffer(subject, expected.respects, decided, file);
    case 'where':
      return whereDiffers(subject, expected, decided, file);
    default: {
      const choice = decided.get(nameOf({ subject: expected.by ?? subject, aspect: PRESENCE })) ?? 'ours';
      const chosen = choice === 'theirs' ? expected.theirs : expected.ours;
      const isThere = chosen !== undefined;
      if (isThere !== (got !== undefined))
        return [`${subject}: ${isThere ? 'is lost' : 'is back'} against the decision`];
      return chosen === undefined ? [] : respectsDiffer(subject, asExpected(chosen, file), decided, file);
    }
  }
}

function whereDiffers(
  subject: string,
  expected: Extract<ExpectedSubject, { is: 'where' }>,
  decided: Decided,
  file: FileState,
): string[] {
  const book = new BookState(file);
  const choice = decided.get(nameOf({ subject: expected.by, aspect: PRESENCE })) ?? 'ours';
  const into = choice === 'theirs' ? expected.theirs : expected.ours;
  const want = into === undefined ? undefined : book.homeOf([into]);
  const got = file.get(subject)?.get('in');
  return (want || undefined) === got ? [] : [`${subject}: stands for ${got} instead of ${want}`];
}

/** What is kept as one side has it; where that stood in something that is gone, it stands somewhere else. */
function asExpected(respects: Respects, file: FileState): Map<string, Expected> {
  const isHome = (value: string): boolean => value === '' || file.has(value);
  const want = (name: string, value: string): Expected =>
    name === 'moved' && !isHome(value) ? { is: 'any' } : { is: 'value', value };
  return new Map([...respects].map(([name, value]) => [name, want(name, value)]));
}

function respectsDiffer(
  subject: string,
  expected: ReadonlyMap<string, Expected>,
  decided: Decided,
  file: FileState,
): string[] {
  const got: Respects = file.get(subject) ?? new Map();
  return [...new Set([...expected.keys(), ...got.keys()])].flatMap(aspect => {
    const want = expected.get(aspect) ?? ({ is: 'value', value: undefined } as const);
    const choice = decided.get(nameOf({ subject, aspect })) ?? 'ours';
    // The second of two definitions is a paragraph like any other.
    if (want.is === 'paragraph') return paragraphDiffers(subject, want, decided, got);
    if (aspect.startsWith('text ') && decided.get(nameOf({ subject, aspect: 'definition' })) === 'both') return [];
    return isAsWanted(want, choice, aspect, file, got)
      ? []
      : [`${subject}: ${aspect} is ${got.get(aspect)} instead of ${JSON.stringify(want)} (${choice})`];
  });
}

function paragraphDiffers(
  subject: string,
  { text, isThere }: Extract<Expected, { is: 'paragraph' }>,
  decided: Decided,
  got: Respects,
): string[] {
  const isAsked = ['definition', 'text'].some(aspect => decided.has(nameOf({ subject, aspect })));
  if (isThere === undefined || isAsked) return [];
  const isIn = got.get('definition') === said(text) || got.has(`text ${text}`);
  return isIn === isThere ? [] : [`${subject}: the paragraph “${text}” is ${isThere ? 'lost' : 'back'}`];
}

function isAsWanted(want: Expected, choice: Choice, aspect: string, file: FileState, all: Respects): boolean {
  const got = all.get(aspect);
  if (want.is === 'open' || want.is === 'any' || want.is === 'circle' || want.is === 'paragraph') return true;
  if (want.is === 'places') return got === new BookState(file).homeOf(choice === 'theirs' ? want.theirs : want.ours);
  if (want.is === 'home') return got === new BookState(file).homeOf(want.chain);
  if (want.is === 'value') return got === want.value;
  if (want.is === 'either') return got !== undefined && want.values.includes(got);
  if (choice !== 'both') return got === want[choice];
  // Both texts stand in it, one after the other, whatever stands between them; of a definition the second is a paragraph of its own.
  const words = [...all].flat().join('\n');
  return [want.ours, want.theirs].every(side => side === undefined || words.includes(inner(side)));
}

/** The text of a JSON string without its quotation marks. */
function inner(text: string): string {
  return text.replace(/^"|"$/g, '');
}
