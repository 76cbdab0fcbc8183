import type { EntryName, StudyHistory, Told, Version } from './historyModel.js';
import { useSentence } from './lifeUse.js';
import { Lives } from './lives.js';

/** What a life is asked for: a code, theme or coding by its id. */
export interface LifeSubject {
  readonly kind: 'code' | 'theme' | 'coding';
  readonly id: string;
}

/** A recorded decision from the discussion. */
export interface Decision {
  readonly on: LifeSubject;
  readonly text: string;
  readonly by: string;
  /** UTC, ISO 8601; undefined where it was not written down. */
  readonly created?: string;
  readonly id: string;
}

/** Something that happened in a life, in one sentence. */
export interface LifeEvent {
  /** `told`: a change of the version; `use`: what was coded with it in the version, in one sentence; `decision`: of the discussion. */
  readonly kind: 'told' | 'use' | 'decision';
  /** Index in `StudyHistory.versions`; missing for decisions. */
  readonly version?: number;
  /** ISO 8601; undefined for what is not saved yet, and a decision without a date. */
  readonly date?: string;
  readonly by?: string;
  readonly text: string;
  readonly quote?: string;
  /** First line of the version's message: why it was done. */
  readonly reason?: string;
  /** The rest of that message; missing where there is none. */
  readonly explanation?: string;
  /** Another code or theme whose life this leads to. */
  readonly other?: EntryName;
  /** The change it tells of, of use the first one; missing for decisions. */
  readonly told?: Told;
}

/** The life of a code, theme or coding. */
export interface Life {
  readonly subject: LifeSubject;
  /** What it is called now, or was called last; of a coding its quote. */
  readonly title: string;
  readonly state: 'there' | 'merged' | 'gone';
  readonly into?: EntryName;
  /** Former ids of a code or theme, sorted. */
  readonly formerly: readonly string[];
  /** Oldest first. */
  readonly events: readonly LifeEvent[];
}

/**
 * The life of a code, theme or coding.
 * @param subject an id that it goes by now, or went by once
 * @returns undefined where the history has nothing of it
 */
export function lifeOf(
  history: StudyHistory,
  subject: LifeSubject,
  decisions: readonly Decision[] = [],
  lives = new Lives(history),
): Life | undefined {
  return subject.kind === 'coding'
    ? lifeOfCoding(history, lives, subject, decisions)
    : lifeOfEntry(history, lives, subject, decisions);
}

function lifeOfEntry(
  history: StudyHistory,
  lives: Lives,
  subject: LifeSubject,
  decisions: readonly Decision[],
): Life | undefined {
  const life = lives.of(subject.id);
  if (life === undefined) return undefined;
  const events: LifeEvent[] = [];
  const uses = new Map<number, Told[]>();
  for (const { version, told, role } of life.marks) {
    if (role !== 'use') {
      events.push(eventOf(history, version, told, role === 'own' ? told.other : (told.after ?? told.before)));
      continue;
    }
    const known = uses.get(version);
    if (known !== undefined) known.push(told);
    else uses.set(version, [told]);
  }
  for (const [version, told] of uses) events.push(...useEvents(history, version, told, life.ids));
  const own = decisions.filter(({ on }) => on.kind !== 'coding' && lives.of(on.id) === life);
  return {
    subject: { kind: life.last.kind, id: life.last.id },
    title: life.last.title,
    state: life.state,
    ...(life.into === undefined ? {} : { into: life.into }),
    formerly: [...life.ids].filter(id => id !== life.last.id).sort(),
    events: inOrder(events, own),
  };
}

function lifeOfCoding(
  history: StudyHistory,
  lives: Lives,
  subject: LifeSubject,
  decisions: readonly Decision[],
): Life | undefined {
  const marks = lives.marksOfCoding(subject.id);
  const last = marks.at(-1)?.told;
  if (last === undefined) return undefined;
  const events = marks.map(({ version, told }) => eventOf(history, version, told, undefined));
  return {
    subject,
    title: marks.findLast(({ told }) => told.quote !== undefined)?.told.quote ?? subject.id,
    state: last.what === 'coding-removed' ? 'gone' : 'there',
    formerly: [],
    events: inOrder(
      events,
      decisions.filter(({ on }) => on.kind === 'coding' && on.id === subject.id),
    ),
  };
}

function eventOf(history: StudyHistory, version: number, told: Told, other: EntryName | undefined): LifeEvent {
  const { text, quote, by } = told;
  return {
    kind: 'told',
    version,
    ...ofVersion(history.versions[version]),
    ...(by === undefined ? {} : { by }),
    text,
    ...(quote === undefined ? {} : { quote }),
    ...(other === undefined ? {} : { other }),
    told,
  };
}

function useEvents(
  history: StudyHistory,
  version: number,
  told: readonly Told[],
  ids: ReadonlySet<string>,
): LifeEvent[] {
  const byCoder = new Map<string, Told[]>();
  for (const one of told) byCoder.set(one.by ?? '', [...(byCoder.get(one.by ?? '') ?? []), one]);
  return [...byCoder].flatMap(([by, all]) => {
    const text = useSentence(all, ids);
    if (text === undefined) return [];
    return [
      {
        kind: 'use' as const,
        version,
        ...ofVersion(history.versions[version]),
        ...(by && { by }),
        text,
        told: all[0] as Told,
      },
    ];
  });
}

function ofVersion(version: Version | undefined): Pick<LifeEvent, 'date' | 'reason' | 'explanation'> {
  const commit = version?.commit;
  if (commit === undefined) return {};
  const { date, subject, body } = commit;
  return { date, reason: subject, ...(body === '' ? {} : { explanation: body }) };
}

/** By version; decisions where they were made. Within a version what happened to the code stands before its use. */
function inOrder(events: readonly LifeEvent[], decisions: readonly Decision[]): LifeEvent[] {
  const ordered = events.toSorted(
    (a, b) => (a.version ?? 0) - (b.version ?? 0) || Number(a.kind === 'use') - Number(b.kind === 'use'),
  );
  for (const { text, by, created } of decisions) {
    const event: LifeEvent = { kind: 'decision', by, text, ...(created === undefined ? {} : { date: created }) };
    const at = timeOf(created);
    const before = ordered.findIndex(({ date }) => at !== undefined && (timeOf(date) ?? Number.POSITIVE_INFINITY) > at);
    ordered.splice(before === -1 ? ordered.length : before, 0, event);
  }
  return ordered;
}

function timeOf(date: string | undefined): number | undefined {
  const time = date === undefined ? Number.NaN : Date.parse(date);
  return Number.isNaN(time) ? undefined : time;
}
