import type { Participants } from '../study/participants.js';
import { speakerKey } from '../transcript/names.js';
import type { FrontMatter } from '../transcript/transcript.js';

/** The declared participant that a speaker label names in one transcript; undefined for interviewers and the undeclared. */
export type WhoSpeaks = (speaker: string) => string | undefined;

/** What is needed of a study to know its people. */
export interface WithPeople {
  readonly participants: Participants;
}

/**
 * Tells participants from other speakers: those whom the transcript's front matter or `participants.csv` declares, as
 * labels are compared everywhere. What a transcript says of its labels under `speakers` comes first, then ids, then the
 * labels in `participants.csv`. Interviewers are none, be they named in the front matter or by their role.
 */
export function participantsOf(study: WithPeople, frontMatter: FrontMatter | undefined): WhoSpeaks {
  const personOf = people(study, frontMatter);
  return speaker => {
    const { id, asks } = personOf(speaker);
    return asks ? undefined : id;
  };
}

/** Tells those who ask from other speakers of a transcript: named in its front matter, or by their role in `participants.csv`. */
export function interviewersOf(study: WithPeople, frontMatter: FrontMatter | undefined): (speaker: string) => boolean {
  const personOf = people(study, frontMatter);
  return speaker => personOf(speaker).asks;
}

/**
 * Ids of the participants that the front matter of a transcript names, under `participants` or `speakers`, each once as
 * `participants.csv` spells it; those who ask are left out.
 */
export function namedIn(study: WithPeople, frontMatter: FrontMatter): string[] {
  const who = participantsOf(study, frontMatter);
  const { participants, speakers = [] } = frontMatter;
  const ids = [...participants.map(who), ...speakers.map(({ label }) => who(label))];
  return [...new Set(ids.filter(id => id !== undefined))];
}

/** Whether a person of `participants.csv` is there as one who asks. */
export const isInterviewer = (role: string | undefined): boolean => role?.toLowerCase() === 'interviewer';

/** What two spellings of a role have in common; empty where there is none. */
export const roleKey = (role: string | undefined): string => (role ?? '').toLowerCase();

/** Order of ids as people count: NP2 before NP11. */
export { compareNames as compareIds } from '../text/compare.js';

/** Who has a label: the id where it is a declared one's, and whether that person asks. */
interface Labelled {
  readonly id: string | undefined;
  readonly asks: boolean;
}

function people({ participants }: WithPeople, frontMatter: FrontMatter | undefined): (speaker: string) => Labelled {
  const { participants: declared = [], interviewers = [], speakers = [] } = frontMatter ?? {};
  const asking = new Set(interviewers.map(speakerKey));
  const mapped = new Map(speakers.map(({ label, participant }) => [speakerKey(label), participant]));
  const ids = new Map([...mapped.values(), ...declared].map(id => [speakerKey(id), id]));
  const read = (speaker: string): Labelled => {
    const key = speakerKey(speaker);
    const name = mapped.get(key) ?? speaker;
    const person = participants.named(name);
    const id = person?.id ?? ids.get(speakerKey(name));
    const names = [key, speakerKey(name), speakerKey(id ?? name)];
    return { id, asks: isInterviewer(person?.role) || names.some(one => asking.has(one)) };
  };
  // A transcript has thousands of turns and a handful of labels.
  const known = new Map<string, Labelled>();
  return speaker => {
    const found = known.get(speaker) ?? read(speaker);
    known.set(speaker, found);
    return found;
  };
}
