import type { Corpus, CorpusTranscript } from '../../analysis/corpus/corpus.js';
import { interviewersOf } from '../../analysis/people.js';
import { nameKey } from '../../analysis/query/fields/field.js';
import { type Session, sessionsOf } from '../../analysis/sample/sessions.js';
import { blobId } from '../../coding/blobId.js';
import { foldPath } from '../../study/layout.js';
import { compareTexts } from '../../text/compare.js';
import { encodeUtf8 } from '../../text/utf8.js';
import { speakerKey } from '../../transcript/names.js';
import { publicIdOf } from './idProblems.js';

/** Whether a text says what must not leave. */
export type Tells = (text: string) => boolean;

/**
 * Neutral names for things that have none that may leave: “Session 1”, “Session 2”, … They are numbered in an order that follows from
 * what they are called inside and says nothing about it, so that they stay the same as long as the study has the same ones.
 */
export function neutralNames(what: string, names: Iterable<string>, taken: Iterable<string> = []): Map<string, string> {
  const used = new Set([...taken].map(speakerKey));
  const digest = (name: string): string => blobId(encodeUtf8(name));
  const sorted = [...new Set(names)].map(name => [digest(name), name] as const);
  sorted.sort(([a], [b]) => compareTexts(a, b));
  let number = 0;
  const next = (): string => {
    do number++;
    while (used.has(speakerKey(`${what} ${number}`)));
    return `${what} ${number}`;
  };
  return new Map(sorted.map(([, name]) => [name, next()]));
}

/** The ids that leave, by `speakerKey` of the ids of the study. */
export function peopleNames(corpus: Corpus, publicIds: string | undefined, tells: Tells): Map<string, string> {
  const { participants } = corpus.study;
  const names = new Map<string, string>();
  const bare = new Map<string, string>();
  for (const person of participants.list) {
    const name = publicIds === undefined ? person.id : publicIdOf(person, publicIds);
    if (name === undefined || tells(name)) bare.set(speakerKey(person.id), person.id);
    else names.set(speakerKey(person.id), name);
  }
  for (const { frontMatter, turns } of corpus.transcripts) {
    const mapped = (frontMatter.speakers ?? []).map(({ participant }) => participant);
    const spoken = turns.flatMap(({ participant }) => participant ?? []);
    for (const id of [...frontMatter.participants, ...mapped, ...spoken]) {
      const key = speakerKey(id);
      const person = participants.named(id);
      if (names.has(key) || bare.has(key)) continue;
      const own = person === undefined ? undefined : names.get(speakerKey(person.id));
      if (own !== undefined) names.set(key, own);
      else if (publicIds === undefined && !tells(id)) names.set(key, id);
      else bare.set(key, person?.id ?? id);
    }
  }
  const neutral = neutralNames('Person', bare.values(), names.values());
  for (const [key, id] of bare) names.set(key, neutral.get(id) as string);
  return names;
}

/** What labels that stand for no participant are called outside, by `speakerKey`. */
export function labelNames(corpus: Corpus, isReplaced: Tells): Map<string, string> {
  const asking = new Map<string, string>();
  const others = new Map<string, string>();
  for (const { frontMatter, turns } of corpus.transcripts) {
    const asks = interviewersOf(corpus.study, frontMatter);
    const labels = new Map<string, string>();
    for (const { speaker, participant } of turns)
      if (speaker !== undefined && participant === undefined) labels.set(speakerKey(speaker), speaker);
    for (const name of frontMatter.interviewers) labels.set(speakerKey(name), name);
    for (const [key, label] of labels) if (isReplaced(label)) (asks(label) ? asking : others).set(key, label);
  }
  for (const key of asking.keys()) others.delete(key);
  const [only] = asking.keys();
  const interviewers = neutralNames('Interviewer', asking.keys());
  if (asking.size === 1 && only !== undefined) interviewers.set(only, 'Interviewer');
  return new Map([...interviewers, ...neutralNames('Speaker', others.keys())]);
}

/** What a transcript and its session are called outside. */
export interface TranscriptName {
  /** Takes the place of the path, too. */
  readonly name: string;
  /** Missing where it is a session of its own. */
  readonly session?: string;
  /** Whether it is a name of ours. */
  readonly isNeutral: boolean;
}

/**
 * The names of transcripts outside. With public ids they are what front matter says under the name of that column, else neutral; without
 * they are as ever, unless they say what must not leave.
 */
export function transcriptNames(
  transcripts: readonly CorpusTranscript[],
  publicIds: string | undefined,
  tells: Tells,
): Map<CorpusTranscript, TranscriptName> {
  const sessions = sessionsOf(transcripts);
  const given = new Map<string, Session<CorpusTranscript>>();
  const bare: Session<CorpusTranscript>[] = [];
  const names = new Map<CorpusTranscript, TranscriptName>();
  for (const session of sessions) {
    if (publicIds === undefined && !session.transcripts.some(one => tells(one.path)) && !tells(session.name)) {
      for (const one of session.transcripts) {
        const { session: own } = one.frontMatter;
        names.set(one, { name: one.path, ...(own === undefined ? {} : { session: own }), isNeutral: false });
      }
      continue;
    }
    const name = publicIds === undefined ? undefined : publicNameOf(session, publicIds);
    if (name === undefined || tells(name) || given.has(foldPath(name))) bare.push(session);
    else given.set(foldPath(name), session);
  }
  const keyOf = ({ transcripts: [first] }: Session<CorpusTranscript>): string => first.path;
  const taken = [
    ...[...given.values()].map(one => publicNameOf(one, publicIds ?? '') ?? ''),
    ...sessions.map(s => s.name),
  ];
  const neutral = neutralNames('Session', bare.map(keyOf), taken);
  const take = (session: Session<CorpusTranscript>, name: string, isNeutral: boolean): void => {
    const { transcripts: all } = session;
    for (const [i, one] of all.entries())
      names.set(
        one,
        all.length === 1 ? { name, isNeutral } : { name: `${name}, part ${i + 1}`, session: name, isNeutral },
      );
  };
  for (const session of given.values()) take(session, publicNameOf(session, publicIds ?? '') ?? '', false);
  for (const session of bare) take(session, neutral.get(keyOf(session)) as string, true);
  return names;
}

/** A name is no path: it must not look like one, or parts of it would be taken for folders and endings. */
function publicNameOf({ transcripts }: Session<CorpusTranscript>, entry: string): string | undefined {
  const values = transcripts.flatMap(({ frontMatter: { other } }) =>
    Object.entries(other).flatMap(([name, value]) => (nameKey(name) === nameKey(entry) ? [value] : [])),
  );
  const name = values.map(value =>
    value
      .replace(/[/\\]/g, ' ')
      .replace(/\.(md|markdown)$/i, '')
      .trim(),
  );
  return name.find(one => one !== '');
}
