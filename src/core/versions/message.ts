import type { Change } from '../review/change.js';
import { counted } from '../review/sentences/words.js';
import { shorten } from '../text/shorten.js';
import { type Deed, deedsOf, phraseOf, resultOf, whereOf } from './deeds.js';
import { bodyOf } from './messageBody.js';

/** What is said of a version. */
export interface VersionMessage {
  /** One line that fits where versions are listed. */
  readonly subject: string;
  /** What the line has no room for, by transcript; lines end with LF, none at the end. Empty where it says it all. */
  readonly body: string;
}

/** What is known besides the changes. */
export interface MessageOptions {
  /** Who codes here: what is in no coder's folder was done by them. */
  readonly coder?: string | undefined;
  /** There is no version yet. */
  readonly isFirst?: boolean;
}

/** Code points of the first line: what git's own lists and web pages show without cutting it. */
export const SUBJECT = 72;
/** Code points of a person's name in it. */
const NAME = 24;

/** Says in a line what changed in the analysis: “EA coded pp-03: 14 excerpts, 2 new codes”. */
export function proposeMessage(changes: readonly Change[], options: MessageOptions = {}): VersionMessage {
  const deeds = deedsOf(changes);
  if (options.isFirst) return { subject: firstSubject(deeds), body: '' };
  if (deeds.length === 0) return { subject: 'Changed files of the study', body: '' };
  const clauses = clausesOf(deeds, options.coder);
  const subject = fitted(clauses);
  const isWhole = subject === clauses.join('; ');
  return { subject, body: isWhole && isSaid(deeds) ? '' : bodyOf(changes) };
}

/** The whole text as a version keeps it. */
export function messageText({ subject, body }: VersionMessage): string {
  return body === '' ? subject : `${subject}\n\n${body}`;
}

/** What each did, one clause a deed; a name is said where it is another one than before. */
function clausesOf(deeds: readonly Deed[], coder: string | undefined): string[] {
  const doers = [...new Set(deeds.flatMap(({ by }) => by ?? []))];
  const only = doers.length > 1 ? undefined : (doers[0] ?? coder);
  const isOne = doers.length === 0 || (doers.length === 1 && (coder === undefined || coder === only));
  const [first] = deeds;
  // What somebody adds while coding is said with it: it is what the passages were coded with.
  const isAlong = ({ noun: [noun], verb }: Deed): boolean =>
    isOne && first?.verb === 'coded' && verb === 'added' && (noun === 'code' || noun === 'theme');
  const along = deeds.filter(isAlong);
  let named: string | undefined;
  // One person after the other; what nobody signed comes last.
  const inOrder = isOne ? deeds : [...doers, undefined].flatMap(doer => deeds.filter(({ by }) => by === doer));
  return inOrder
    .filter(deed => !along.includes(deed))
    .map(deed => {
      const doer = isOne ? only : (deed.by ?? coder);
      // Behind what somebody else did it would seem to be theirs.
      if (doer === undefined && named !== undefined) return resultOf(deed);
      const phrase = deed === first && deed.verb === 'coded' ? codedPhrase(deed, along) : phraseOf(deed);
      const isNew = doer !== named;
      named = doer;
      if (isNew && doer !== undefined) return `${shorten(doer, NAME)} ${phrase}`;
      return deed === inOrder[0] ? capital(phrase) : phrase;
    });
}

function codedPhrase(deed: Deed, along: readonly Deed[]): string {
  const more = along.map(each => `, ${resultOf(each)}`).join('');
  const excerpts = counted(deed.count, ...deed.noun);
  if (deed.transcripts.length !== 1) return `coded ${excerpts} ${whereOf(deed)}${more}`;
  return `coded ${whereOf(deed).replace(/^in /, '')}: ${excerpts}${more}`;
}

const MORE = '; more';

/** As many clauses as there is room for. */
function fitted(clauses: readonly string[]): string {
  const all = clauses.join('; ');
  if (lengthOf(all) <= SUBJECT) return all;
  for (let count = clauses.length - 1; count > 0; count--) {
    const some = clauses.slice(0, count).join('; ') + MORE;
    if (lengthOf(some) <= SUBJECT) return some;
  }
  return clauses.length === 1 ? shorten(all, SUBJECT) : shorten(clauses[0] as string, SUBJECT - MORE.length) + MORE;
}

/** Whether nothing is left to say: all is in one transcript at most, and nothing was counted that has a name. */
function isSaid(deeds: readonly Deed[]): boolean {
  const transcripts = new Set(deeds.flatMap(deed => deed.transcripts));
  return transcripts.size <= 1 && deeds.every(({ titles }) => titles.length <= 1);
}

function firstSubject(deeds: readonly Deed[]): string {
  const count = (verb: string, noun: string): number =>
    deeds.filter(deed => deed.verb === verb && deed.noun[0] === noun).reduce((sum, deed) => sum + deed.count, 0);
  const parts = [
    [count('added', 'transcript'), 'transcript'] as const,
    [count('added', 'code'), 'code'] as const,
    [count('coded', 'excerpt'), 'excerpt'] as const,
  ];
  const said = parts.flatMap(([number, noun]) => (number === 0 ? [] : [counted(number, noun)]));
  return said.length === 0 ? 'First version' : `First version: ${said.join(', ')}`;
}

const lengthOf = (text: string): number => [...text].length;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
