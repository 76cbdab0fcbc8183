import type { AttributeChange } from '../../codebook/attributeChange.js';
import { compareTexts } from '../../text/compare.js';
import { conflictKey } from '../conflictKey.js';
import type { HeadingFacts } from './headingFacts.js';
import { headingFacts } from './headingFacts.js';
import type { Section } from './outline.js';
import type { Questions } from './questions.js';
import { HALVES, type Half, sameTexts, settle, settled } from './settle.js';
import { basesOf, type Subject } from './subjects.js';
import { entrySubject, says } from './telling.js';

/** A heading that both sides have, merged. */
export interface MergedHeading {
  /** As it is written where it says most of what holds. */
  readonly from: Section;
  /** The title as Markdown. */
  readonly markdown: string;
  readonly id: string;
  readonly isWritten: boolean;
  /** What is to change in its attributes. */
  readonly change: AttributeChange;
  /** Ids it had on the sides and has no more. */
  readonly lostIds: readonly string[];
}

/** Merges the headings of an entry. */
export function mergeHeading(subject: Subject, questions: Questions): MergedHeading {
  const [one, two] = [subject.one, subject.two];
  if (one === undefined || two === undefined) return asItIs((one ?? two) as Section);
  const bases = basesOf(subject);
  const verdict = settle(
    bases.map(({ content }) => content),
    one.content,
    two.content,
  );
  if (verdict !== 'open') return asItIs(verdict === 'two' ? two : one);
  const ask = asker(subject, questions);
  const sides = { one: headingFacts(one), two: headingFacts(two) };
  const old = bases.map(headingFacts);
  const isOdd = [...old, sides.one, sides.two].some(facts => facts.isOdd);
  if (isOdd) {
    const half = ask('attributes', one.content, two.content, bases[0]?.content);
    return { ...asItIs(subject[half] as Section), lostIds: lost([sides.one.id, sides.two.id], sides[half].id) };
  }
  const merged = mergeFacts(old, sides, ask);
  const half = nearest(merged, sides, subject, bases);
  return {
    from: subject[half] as Section,
    markdown: merged.markdown,
    id: merged.id,
    isWritten: merged.isWritten,
    change: changeTo(merged, sides[half]),
    lostIds: lost([sides.one.id, sides.two.id], merged.id),
  };
}

type Ask = (aspect: string, one: string, two: string, base: string | undefined) => Half;
type Sides = Readonly<Record<Half, HeadingFacts>>;

function asker(subject: Subject, questions: Questions): Ask {
  return (aspect, one, two, base) => {
    const isSingle = basesOf(subject).length === 1;
    const half = questions.ask({
      key: conflictKey('entry', subject.name, aspect),
      subject: entrySubject(subject),
      aspect,
      rank: subject.rank,
      base: isSingle ? says(base ?? '') : undefined,
      one: says(one),
      two: says(two),
    });
    return half === 'two' ? 'two' : 'one';
  };
}

/** A heading as one side has it. */
export function asItIs(section: Section): MergedHeading {
  const { markdown, id, isWritten } = headingFacts(section);
  return { from: section, markdown, id, isWritten, change: {}, lostIds: [] };
}

function lost(ids: readonly string[], id: string): string[] {
  return [...new Set(ids)].filter(other => other !== id).sort(compareTexts);
}

function mergeFacts(old: readonly HeadingFacts[], { one, two }: Sides, ask: Ask): HeadingFacts {
  const { title, markdown } = mergeTitle(old, { one, two }, ask);
  const pairs = new Map<string, string>();
  for (const key of new Set([...one.pairs.keys(), ...two.pairs.keys()])) {
    const value = mergePair(key, old, { one, two }, ask);
    if (value !== undefined) pairs.set(key, value);
  }
  const phase = settle(
    old.map(facts => facts.phases),
    one.phases,
    two.phases,
    sameTexts,
  );
  const phases =
    phase === 'open' ? ask('phase', one.phases.join(' '), two.phases.join(' '), old[0]?.phases.join(' ')) : phase;
  return {
    title,
    markdown,
    ...mergeId(old, { one, two }, markdown, ask),
    isTheme: mergeKind(old, { one, two }, ask),
    phases: phases === 'two' ? two.phases : one.phases,
    classes: mergeClasses(old, { one, two }, ask),
    pairs,
    isOdd: false,
  };
}

function mergeTitle(
  old: readonly HeadingFacts[],
  { one, two }: Sides,
  ask: Ask,
): Pick<HeadingFacts, 'title' | 'markdown'> {
  const verdict = settle(
    old.map(facts => facts.markdown),
    one.markdown,
    two.markdown,
  );
  if (verdict === 'open' && one.title !== two.title) {
    return ask('title', one.title, two.title, old[0]?.title) === 'two' ? two : one;
  }
  return settled(old, one, two, facts => facts.markdown);
}

function mergeId(
  old: readonly HeadingFacts[],
  { one, two }: Sides,
  markdown: string,
  ask: Ask,
): Pick<HeadingFacts, 'id' | 'isWritten'> {
  if (one.id === two.id) {
    const isWritten = settle(
      old.map(facts => facts.isWritten),
      one.isWritten,
      two.isWritten,
    );
    return { id: one.id, isWritten: isWritten === 'open' || (isWritten === 'two' ? two : one).isWritten };
  }
  // An id that nobody wrote goes along with the title; one that was written out since is used.
  if (one.isWritten !== two.isWritten) return one.isWritten ? pick(one) : pick(two);
  if (!one.isWritten) return pick(one.markdown === markdown ? one : two);
  const verdict = settle(
    old.map(facts => facts.id),
    one.id,
    two.id,
  );
  const half = verdict === 'open' ? ask('id', one.id, two.id, old[0]?.id) : verdict;
  return pick(half === 'two' ? two : one);
}

function pick({ id, isWritten }: HeadingFacts): Pick<HeadingFacts, 'id' | 'isWritten'> {
  return { id, isWritten };
}

function mergeKind(old: readonly HeadingFacts[], { one, two }: Sides, ask: Ask): boolean {
  const verdict = settle(
    old.map(facts => facts.isTheme),
    one.isTheme,
    two.isTheme,
  );
  const word = (isTheme: boolean): string => (isTheme ? 'theme' : 'code');
  const base = old[0];
  const half =
    verdict === 'open' ? ask('kind', word(one.isTheme), word(two.isTheme), base && word(base.isTheme)) : verdict;
  return (half === 'two' ? two : one).isTheme;
}

function mergePair(key: string, old: readonly HeadingFacts[], { one, two }: Sides, ask: Ask): string | undefined {
  const [a, b] = [one.pairs.get(key), two.pairs.get(key)];
  const values = old.map(facts => facts.pairs.get(key));
  const isLetterCase = key === 'color' && a?.toLowerCase() === b?.toLowerCase();
  if (isLetterCase || settle(values, a, b) !== 'open') return settled(values, a, b, value => JSON.stringify([value]));
  return ask(key, a ?? '', b ?? '', values[0]) === 'two' ? b : a;
}

/** Each class is there or not; only without a base is there a question. */
function mergeClasses(old: readonly HeadingFacts[], { one, two }: Sides, ask: Ask): string[] {
  const all = [...new Set([...one.classes, ...two.classes])].sort(compareTexts);
  const verdicts = all.map(name =>
    settle(
      old.map(({ classes }) => classes.includes(name)),
      one.classes.includes(name),
      two.classes.includes(name),
    ),
  );
  const answer = verdicts.includes('open')
    ? ask('classes', one.classes.join(' '), two.classes.join(' '), old[0]?.classes.join(' '))
    : undefined;
  return all.filter((name, i) => {
    const verdict = verdicts[i];
    const half = verdict === 'open' ? answer : verdict;
    return (half === 'two' ? two : one).classes.includes(name);
  });
}

/** The side whose heading needs the least change to say what holds. */
function nearest(merged: HeadingFacts, sides: Sides, subject: Subject, bases: readonly Section[]): Half {
  const [inOne, inTwo] = HALVES.map(half => distance(merged, sides[half]));
  if (inOne !== inTwo) return (inOne ?? 0) < (inTwo ?? 0) ? 'one' : 'two';
  const contents = [...bases, subject.one, subject.two].map(section => section?.content ?? '');
  const [one = '', two = ''] = contents.slice(-2);
  return settled(contents.slice(0, -2), one, two, String) === one ? 'one' : 'two';
}

function distance(merged: HeadingFacts, facts: HeadingFacts): number {
  const { addClasses = [], removeClasses = [], set = {}, id } = changeTo(merged, facts);
  const further = addClasses.length + removeClasses.length + Object.keys(set).length;
  return further + Number(id !== undefined) + Number(merged.markdown !== facts.markdown);
}

/** What it takes to make a heading say what holds. */
function changeTo(merged: HeadingFacts, facts: HeadingFacts): AttributeChange {
  const classesOf = ({ isTheme, phases, classes }: HeadingFacts): string[] => [
    ...(isTheme ? ['theme'] : []),
    ...classes,
    ...phases,
  ];
  const [wanted, has] = [classesOf(merged), classesOf(facts)];
  const keys = [...new Set([...facts.pairs.keys(), ...merged.pairs.keys()])];
  const differing = keys.filter(key => merged.pairs.get(key) !== facts.pairs.get(key));
  const isOtherId = merged.isWritten && (!facts.isWritten || facts.id !== merged.id);
  return {
    ...(isOtherId && { id: merged.id }),
    addClasses: wanted.filter(name => !has.includes(name)),
    removeClasses: has.filter(name => !wanted.includes(name)),
    set: Object.fromEntries(differing.map(key => [key, merged.pairs.get(key)])),
  };
}
