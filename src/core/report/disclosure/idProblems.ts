import { isInterviewer, type WithPeople } from '../../analysis/people.js';
import { nameKey } from '../../analysis/query/fields/field.js';
import type { Problem } from '../../problem.js';
import type { StudyConfig } from '../../study/config.js';
import { PARTICIPANTS_FILE, STUDY_FILE } from '../../study/layout.js';
import type { Participant } from '../../study/participants.js';
import { didYouMean, nearest } from '../../text/nearest.js';
import { speakerKey } from '../../transcript/names.js';
import { DisclosureRefused } from './refused.js';

/** A study as far as is needed to know whether its policy can be followed. */
export type WithPolicy = WithPeople & { readonly config: StudyConfig };

/**
 * Something is about to leave a study.
 * @throws DisclosureRefused where its policy cannot be followed: then nothing may
 */
export function assertFollowable(study: WithPolicy): void {
  const problem = study.config.disclosure?.broken ?? publicIdProblems(study)[0];
  if (problem !== undefined) throw new DisclosureRefused(problem);
}

/** The public id that `participants.csv` gives a person; undefined where it gives none. */
export function publicIdOf({ attributes }: Participant, column: string): string | undefined {
  return Object.entries(attributes).find(([name]) => nameKey(name) === nameKey(column))?.[1];
}

/**
 * What is wrong with the public ids of a study: no column for them, people without one, one of two people, one that is an id of the study. With
 * any of them an export could name a person wrongly or give an id away, so that nothing is exported.
 */
export function publicIdProblems({ participants, config }: WithPolicy): Problem[] {
  const column = config.disclosure?.publicIds;
  if (column === undefined) return [];
  const { columns, list } = participants;
  const isColumn = columns.some(name => nameKey(name) === nameKey(column));
  if (!isColumn && list.some(({ role }) => !isInterviewer(role)))
    return [noColumn(column, columns, config.disclosure?.publicIdsLine ?? 1)];
  const internal = new Map(list.map(({ id }) => [speakerKey(id), id]));
  const owners = new Map<string, string>();
  return list.flatMap((person): Problem[] => {
    const { id, line } = person;
    const problem = (message: string, remedy: string): Problem[] => [
      { rule: 'public-id', severity: 'error', file: PARTICIPANTS_FILE, line, message, remedy },
    ];
    const given = publicIdOf(person, column);
    // Those who ask are called what they do.
    if (given === undefined && isInterviewer(person.role)) return [];
    const remedy = `Write an id into the column “${column}” that nobody else has; until then nothing is exported.`;
    if (given === undefined) return problem(`${id} has no public id.`, remedy);
    const key = speakerKey(given);
    const other = owners.get(key);
    if (other !== undefined) return problem(`${other} and ${id} have the same public id ${given}.`, remedy);
    owners.set(key, id);
    const same = internal.get(key);
    return same === undefined ? [] : problem(`The public id of ${id} is the id ${same} of this study.`, remedy);
  });
}

/** Without the column nobody has a public id: that is one problem, where it is written. */
function noColumn(column: string, columns: readonly string[], line: number): Problem {
  const others = columns.filter(name => !['participant', 'role', 'labels', 'sessions'].includes(name));
  const write = `Add the column to ${PARTICIPANTS_FILE}, with an id for each person.`;
  return {
    rule: 'public-id',
    severity: 'error',
    file: STUDY_FILE,
    line,
    message: `${PARTICIPANTS_FILE} has no column “${column}” for the public ids, so nothing is exported.`,
    remedy: didYouMean(nearest(column, others), write),
  };
}
