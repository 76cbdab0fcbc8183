import { ChangeRefused } from '../../codebook/change.js';
import type { Coding } from '../../coding/coding.js';
import type { Note } from '../../reading/record.js';
import { shorten } from '../../text/shorten.js';

const LOOK = 'Look at it as it is now, and change it by hand where you want to.';

/** A coding or note that says neither what it said before nor what it says after the change. */
export function changedSince(what: string, today: Coding | Note | undefined, gone: Coding | Note): ChangeRefused {
  const quote = `“${shorten(today?.quote ?? gone.quote)}”`;
  if (today === undefined)
    return new ChangeRefused(`The ${what} of ${quote} is not there any more.`, `Put the ${what} back first.`);
  return new ChangeRefused(`Somebody has changed the ${what} of ${quote} since.`, LOOK);
}

/** Anything else of which today's files say neither. */
export function isAnother(subject: string): ChangeRefused {
  return new ChangeRefused(`${subject} says neither what it said before nor what it says after this change.`, LOOK);
}

/** A transcript that is not there, of something that would stand in it. */
export function noTranscript(path: string): ChangeRefused {
  return new ChangeRefused(
    `There is no ${path} today.`,
    'Take over first that this transcript was added or renamed; then its codings have a place.',
  );
}
