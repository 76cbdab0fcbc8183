import type { Change } from '../review/change.js';
import { listed } from '../review/sentences/words.js';
import { transcriptName } from '../study/layout.js';
import { shorten } from '../text/shorten.js';

/** Code points that a name has at most, of a person and of what it is about; a name becomes a file’s in the repository. */
const PERSON = 20;
const ABOUT = 40;
/** So many transcripts are named. */
const MOST = 3;

/** What is sent for review, in a few words: “EA: pp-03 and pp-05”. @param person who sends it */
export function proposeReviewName(changes: readonly Change[], person: string | undefined): string {
  return person === undefined || person.trim() === ''
    ? aboutOf(changes)
    : `${shorten(person, PERSON)}: ${aboutOf(changes)}`;
}

function aboutOf(changes: readonly Change[]): string {
  const names = [
    ...new Set(changes.flatMap(({ transcript }) => (transcript === undefined ? [] : [transcriptName(transcript)]))),
  ];
  if (names.length > MOST) return `${names.slice(0, MOST - 1).join(', ')} and ${names.length - MOST + 1} more`;
  if (names.length > 0) return listed(names);
  const areas: readonly (readonly [RegExp, string])[] = [
    [/^(entry-|codebook-)/, 'codebook'],
    [/^memo-/, 'memos'],
    [/^comment-/, 'comments'],
    [/^participant-/, 'participants'],
  ];
  const met = areas.filter(([pattern]) => changes.some(({ what }) => pattern.test(what))).map(([, name]) => name);
  return met.length === 0 ? 'changes' : listed(met);
}

/**
 * The name of the branch that something is sent as: `ea/pp-03-and-pp-05`. Letters of any script stay.
 * @param name as a person typed it
 * @param taken names that branches have, here or at the remote
 * @returns one that git and every disk take and that nothing has; differs from all others in more than letter case
 */
export function branchNameFor(name: string, taken: readonly string[]): string {
  const colon = name.search(/[:：]/u);
  const person = colon === -1 ? '' : slug(name.slice(0, colon), PERSON);
  const about = slug(colon === -1 ? name : name.slice(colon + 1), ABOUT) || 'review';
  const all = new Set(taken.map(fold));
  // A branch and a folder of branches cannot have one name.
  const folder = person === '' || !all.has(fold(person)) ? person : `${person}-review`;
  for (let count = 1; ; count++) {
    const last = count === 1 ? about : `${about}-${count}`;
    const branch = folder === '' ? last : `${folder}/${last}`;
    const isFree = !all.has(fold(branch)) && ![...all].some(other => other.startsWith(`${fold(branch)}/`));
    if (isFree && branch !== 'head') return branch;
  }
}

/** Names that Windows keeps for itself. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/;

function slug(text: string, most: number): string {
  const joined = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’']/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  const cut = [...joined.replace(/^-+/, '')].slice(0, most).join('').replace(/-+$/, '');
  return RESERVED.test(cut) ? `${cut}-review` : cut;
}

const fold = (name: string): string => name.normalize('NFC').toLowerCase();
