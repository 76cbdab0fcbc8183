import type { Corpus } from '../analysis/corpus/corpus.js';
import { isInterviewer } from '../analysis/people.js';
import { publicIdOf } from '../report/disclosure/idProblems.js';
import { speakerKey } from '../transcript/names.js';

/** Somebody whom a manuscript may quote. */
export interface ManuscriptPerson {
  /** As in `participants.csv`, else a label of the transcripts. */
  readonly id: string;
  /** How a manuscript names them: the public id where the study has one. */
  readonly name: string;
  /** Asks the questions, or is nobody of those who are declared: may speak in a dialogue, is never a source of the analysis. */
  readonly asks: boolean;
}

/** Who may be quoted, and under which names a manuscript may have them. */
export interface ManuscriptPeople {
  /** Participants, in the order of `participants.csv`, then others as the transcripts name them. */
  readonly list: readonly ManuscriptPerson[];
  /** Who has a name: a public id, an id or a label, compared as speaker labels are. */
  named(name: string): ManuscriptPerson | undefined;
  /** Everything they may be called, as it is spelt. */
  readonly names: readonly string[];
  /** Whether a name is one that is not to leave the study: an id of somebody who has a public one. */
  isInternal(name: string): boolean;
}

const known = new WeakMap<Corpus, ManuscriptPeople>();

/** The people of a study: those of `participants.csv`, whom the front matter of transcripts names, and everybody with a label. */
export function manuscriptPeople(corpus: Corpus): ManuscriptPeople {
  const people = known.get(corpus) ?? peopleOf(corpus);
  known.set(corpus, people);
  return people;
}

function peopleOf(corpus: Corpus): ManuscriptPeople {
  const people = new Map<string, ManuscriptPerson>();
  const names = new Map<string, { readonly name: string; readonly id: string }>();
  const column = corpus.study.config.disclosure?.publicIds;
  const internal = new Set<string>();
  const add = (id: string, asks: boolean, name = id): void => {
    if (!people.has(speakerKey(id))) people.set(speakerKey(id), { id, name, asks });
    call(name, id);
    call(id, id);
  };
  const call = (name: string, id: string): void => {
    if (!names.has(speakerKey(name))) names.set(speakerKey(name), { name, id });
  };
  for (const person of corpus.study.participants.list) {
    const outside = column === undefined ? undefined : publicIdOf(person, column);
    add(person.id, isInterviewer(person.role), outside);
    if (outside === undefined) continue;
    for (const name of [person.id, ...person.labels])
      if (speakerKey(name) !== speakerKey(outside)) internal.add(speakerKey(name));
  }
  for (const { id, labels } of corpus.study.participants.list)
    for (const label of labels) if (corpus.study.participants.named(label)?.id === id) call(label, id);
  for (const { frontMatter, turns } of corpus.transcripts) {
    for (const asks of frontMatter.interviewers) if (!names.has(speakerKey(asks))) add(asks, true);
    for (const { speaker, participant } of turns) {
      if (participant !== undefined && !names.has(speakerKey(participant))) add(participant, false);
      if (speaker === undefined || names.has(speakerKey(speaker))) continue;
      // A label that means somebody in this transcript only is no name of theirs elsewhere.
      if (participant === undefined) add(speaker, corpus.study.participants.list.length > 0);
    }
  }
  return {
    list: [...people.values()],
    named: name => people.get(speakerKey(names.get(speakerKey(name))?.id ?? '')),
    names: [...names.values()].map(({ name }) => name),
    isInternal: name => internal.has(speakerKey(name)),
  };
}
