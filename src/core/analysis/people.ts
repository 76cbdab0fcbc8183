import type { Study } from '../study/study.js';
import { speakerKey } from '../transcript/names.js';
import type { FrontMatter } from '../transcript/transcript.js';

/** The declared participant that a speaker label names in one transcript; undefined for interviewers and the undeclared. */
export type WhoSpeaks = (speaker: string) => string | undefined;

/**
 * Tells participants from other speakers: those whom the transcript's front matter or `participants.csv` declares, as
 * labels are compared everywhere. Interviewers are none, be they named in the front matter or by their role.
 */
export function participantsOf(study: Study, frontMatter: FrontMatter | undefined): WhoSpeaks {
  const people = new Map<string, string>();
  for (const id of frontMatter?.participants ?? []) people.set(speakerKey(id), id);
  for (const { id } of study.participants.list) people.set(speakerKey(id), id);
  for (const { id, role } of study.participants.list)
    if (role?.toLowerCase() === 'interviewer') people.delete(speakerKey(id));
  for (const name of frontMatter?.interviewers ?? []) people.delete(speakerKey(name));
  return speaker => people.get(speakerKey(speaker));
}

/** Tells those who ask from other speakers of a transcript: named in its front matter, or by their role in `participants.csv`. */
export function interviewersOf(study: Study, frontMatter: FrontMatter | undefined): (speaker: string) => boolean {
  const asking = new Set((frontMatter?.interviewers ?? []).map(speakerKey));
  for (const { id, role } of study.participants.list)
    if (role?.toLowerCase() === 'interviewer') asking.add(speakerKey(id));
  return speaker => asking.has(speakerKey(speaker));
}
