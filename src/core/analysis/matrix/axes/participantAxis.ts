import { compareNames } from '../../../text/compare.js';
import { type Population, peopleIn } from '../population.js';
import { term } from '../questions.js';
import { axisByKey, type ReadAxis } from './axis.js';

/** Who speaks: everybody in scope, whether something of theirs is counted or not. */
export function participantAxis(population: Population): ReadAxis {
  const headers = [...peopleIn(population)].sort(compareNames).map(id => {
    const about = new Set([id]);
    return { key: id, label: id, query: term('participant', id), about: () => about };
  });
  const axis = { isOfCodes: false, isOfPersons: true, speakerField: 'participant', headers };
  return axisByKey(axis, ({ participants }) => participants);
}
