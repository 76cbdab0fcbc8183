import type { Corpus, CorpusTranscript } from '../../analysis/corpus/corpus.js';
import { isInterviewer } from '../../analysis/people.js';
import { nameKey } from '../../analysis/query/fields/field.js';
import { sessionFinder, sessionsOf } from '../../analysis/sample/sessions.js';
import type { Participant, Participants } from '../../study/participants.js';
import { speakerKey } from '../../transcript/names.js';
import type { Tells, TranscriptName } from './publicNames.js';

/** What is known of the names that leave. */
export interface OutsideNames {
  readonly of: (id: string) => string;
  readonly transcripts: ReadonlyMap<CorpusTranscript, TranscriptName>;
  /** Whether an attribute must not leave. */
  readonly isWithheld: (name: string) => boolean;
  readonly tells: Tells;
}

/** The people of a study as they are known outside: by public ids, without labels and without what is withheld. */
export function publicPeople(corpus: Corpus, names: OutsideNames): Participants {
  const find = sessionFinder(sessionsOf(corpus.transcripts));
  const sessionOf = (name: string): string[] => {
    const [session, other] = find(name);
    const outside = session === undefined ? undefined : names.transcripts.get(session.transcripts[0]);
    return outside === undefined || other !== undefined ? [] : [outside.session ?? outside.name];
  };
  const list = corpus.study.participants.list.map((person): Participant => {
    const { id, role, sessions, line } = person;
    const isKept = role !== undefined && (isInterviewer(role) || (!names.isWithheld('role') && !names.tells(role)));
    return {
      id: names.of(id),
      ...(isKept ? { role } : {}),
      labels: [],
      sessions: sessions.flatMap(sessionOf),
      attributes: keptOf(person.attributes, names),
      line,
    };
  });
  const byId = new Map(list.map(one => [one.id.toLowerCase(), one]));
  const byKey = new Map(list.map(one => [speakerKey(one.id), one]));
  return {
    list,
    columns: corpus.study.participants.columns.filter(name => !names.isWithheld(name)),
    problems: [],
    find: id => byId.get(id.toLowerCase()),
    named: label => byKey.get(speakerKey(label)),
    names: new Set(list.map(({ id }) => id)),
  };
}

/** The attributes that may leave, without values that say what must not. */
export function keptOf(
  attributes: Readonly<Record<string, string>>,
  { isWithheld, tells }: Pick<OutsideNames, 'isWithheld' | 'tells'>,
): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (isWithheld(name) || tells(value) || tells(name)) continue;
    Object.defineProperty(kept, name, { value, enumerable: true });
  }
  return kept;
}

/** What tells withheld attributes by name; their public ids' column is no attribute either. */
export function withheldNames(withhold: readonly string[], publicIds: string | undefined): (name: string) => boolean {
  const keys = new Set([...withhold, ...(publicIds === undefined ? [] : [publicIds])].map(nameKey));
  // The entry may be written in the plural, as front matter may be.
  if (keys.has('interviewers')) keys.add('interviewer');
  return name => keys.has(nameKey(name));
}
