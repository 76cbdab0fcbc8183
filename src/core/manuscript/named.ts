import type { Attribution, NamedPerson } from './quotation.js';

/** Everybody whom an attribution names, in the order it does; nobody where there is none. */
export function namedIn(attribution: Attribution | undefined): readonly NamedPerson[] {
  return attribution === undefined ? [] : [attribution, ...(attribution.also ?? [])];
}

/** Those of them whom the study knows, by id, each once. */
export function personsIn(attribution: Attribution | undefined): string[] {
  return [...new Set(namedIn(attribution).flatMap(({ person }) => (person === undefined ? [] : [person])))];
}

/** The names as they are written: `PP3, NP4`. */
export function writtenNames(attribution: Attribution | undefined): string {
  return namedIn(attribution)
    .map(({ participant }) => participant)
    .join(', ');
}
