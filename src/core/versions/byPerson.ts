import type { Change } from '../review/change.js';
import { type Deed, deedsOf, resultOf } from './deeds.js';

/** What came from somebody. */
export interface Contribution {
  /** Undefined where nobody can tell. */
  readonly by: string | undefined;
  /** `31 excerpts in pp-05, 2 new codes` */
  readonly text: string;
}

/** So many things are said of a person. */
const MOST = 4;

/** What each person did, those who did most first: “MB: 31 excerpts in pp-05, 2 new codes”. */
export function byPerson(changes: readonly Change[]): Contribution[] {
  const deeds = deedsOf(changes);
  const doers = [...new Set(deeds.map(({ by }) => by))];
  const counts = new Map(doers.map(by => [by, changes.filter(change => change.by === by).length]));
  return doers
    .sort((a, b) => Number(a === undefined) - Number(b === undefined) || (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
    .map(by => ({ by, text: textOf(deeds.filter(deed => deed.by === by)) }));
}

function textOf(deeds: readonly Deed[]): string {
  const said = deeds.slice(0, MOST).map(resultOf);
  return deeds.length > MOST ? `${said.join(', ')}, more` : said.join(', ');
}
