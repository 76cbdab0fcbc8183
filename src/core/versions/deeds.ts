import type { Change } from '../review/change.js';
import { counted, listed } from '../review/sentences/words.js';
import { transcriptName } from '../study/layout.js';
import { shorten } from '../text/shorten.js';
import { type DeedKind, toldChange } from './deed.js';

/** What one person did, so many times. */
export interface Deed extends DeedKind {
  /** Undefined where nobody can tell: what is in no coder's folder and in no version yet. */
  readonly by: string | undefined;
  readonly count: number;
  /** Names of the transcripts it was done in, each once, as they came. */
  readonly transcripts: readonly string[];
  /** What it was done to, by name, each once. */
  readonly titles: readonly string[];
}

/** Code points of a title in a sentence. */
const TITLE = 30;

/** Changes put together by who did them and what they are; those that a reader wants to know first come first. */
export function deedsOf(changes: readonly Change[]): Deed[] {
  const deeds = new Map<string, Deed & { transcripts: string[]; titles: string[]; count: number }>();
  for (const change of changes) {
    const { title, ...kind } = toldChange(change);
    const key = JSON.stringify([change.by, kind.verb, kind.noun[0], kind.ending]);
    const deed = deeds.get(key) ?? { ...kind, by: change.by, count: 0, transcripts: [], titles: [] };
    deeds.set(key, deed);
    const place =
      kind.at === undefined || change.transcript === undefined ? undefined : transcriptName(change.transcript);
    if (place !== undefined && !deed.transcripts.includes(place)) deed.transcripts.push(place);
    if (title !== undefined && !deed.titles.includes(title)) deed.titles.push(title);
    // A code that changed in two respects of one kind is one code.
    deeds.set(key, { ...deed, count: title === undefined ? deed.count + 1 : deed.titles.length });
  }
  return [...deeds.values()].sort((a, b) => a.rank - b.rank);
}

/** A deed as it follows the name of who did it: `recoded 3 excerpts in np-07`, `renamed the code Hope`. */
export function phraseOf(deed: Deed): string {
  return [deed.verb, thingsOf(deed), whereOf(deed), deed.ending].filter(part => part).join(' ');
}

/** A deed as what there is now: `3 excerpts recoded in np-07`, `2 new codes`. */
export function resultOf(deed: Deed): string {
  const { verb, done = verb, count, noun, titles } = deed;
  if (deed.isOnly) return `${noun[0].replace(/^the /, '')} ${done}`;
  if (titles.length > 0 && verb === 'added') return counted(count, `new ${noun[0]}`, `new ${noun[1]}`);
  return [counted(count, ...noun), done, whereOf(deed), deed.ending].filter(part => part).join(' ');
}

/** In which transcripts: `in pp-03`, `in pp-03 and pp-05`, `in 4 transcripts`; empty for what has no place. */
export function whereOf({ at, transcripts }: Pick<Deed, 'at' | 'transcripts'>): string {
  if (at === undefined || transcripts.length === 0) return '';
  const names = transcripts.map(name => shorten(name, TITLE));
  return `${at} ${names.length > 2 ? `${names.length} transcripts` : listed(names)}`;
}

function thingsOf({ count, noun, titles, isOnly }: Deed): string {
  if (isOnly) return noun[0];
  const [title] = titles;
  if (count === 1 && title !== undefined) return `the ${noun[0]} ${shorten(title, TITLE)}`;
  return counted(count, ...noun);
}
