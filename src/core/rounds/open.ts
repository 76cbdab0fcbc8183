import { ChangeRefused } from '../codebook/change.js';
import { newId, timestamp } from '../coding/create.js';
import type { StudyWork } from '../ports.js';
import { isCodingPerson, roundsPath } from '../study/layout.js';
import type { Study } from '../study/study.js';
import { addRecords } from '../text/records.js';
import { openingMessage } from './message.js';
import { type Opening, ROUND_RECORDS } from './record.js';
import { recordedVersion } from './recordedVersion.js';
import { isOpen } from './round.js';
import { unsavedOfRound } from './unsaved.js';

/** A round that is to be opened. */
export interface RoundWish {
  readonly name: string;
  readonly coders: readonly string[];
  /** Paths of transcripts of the study. */
  readonly transcripts: readonly string[];
  /** Who opens it: the line goes into this person's folder. */
  readonly by: string;
}

/** How long the name of a round may be, in code points. */
const LONGEST_NAME = 60;

/**
 * Opens a blind round: writes the line and makes a version of it alone, from which on it counts.
 * @returns the opening, and the full id of the version
 * @throws ChangeRefused where it cannot be opened so; VersionFailure where no version can be made. Nothing was changed either way
 */
export async function openRound(
  study: Study,
  work: StudyWork,
  wish: RoundWish,
): Promise<{ readonly opening: Opening; readonly version: string }> {
  const coders = [...new Set(wish.coders)];
  const transcripts = [...new Set(wish.transcripts)].sort();
  const name = wish.name.trim();
  refuseUnfit(study, { ...wish, name, coders, transcripts });
  const unsaved = unsavedOfRound(study, await work.unsaved(), transcripts);
  if (unsaved.length > 0) {
    throw new ChangeRefused(
      `What is coded in these transcripts is not saved as a version yet: ${unsaved.join(', ')}.`,
      'Save a version first: otherwise it would count as made in the round.',
    );
  }
  const { environment } = study;
  const isTaken = (id: string): boolean => study.rounds.has(id) || study.index.has(id) || study.readings.has(id);
  const opening: Opening = {
    round: name,
    does: 'open',
    coders,
    transcripts,
    created: timestamp(environment),
    id: newId(environment, isTaken),
  };
  const path = roundsPath(wish.by);
  const message = openingMessage({ name, coders, transcripts, id: opening.id });
  const write = () => study.update(path, text => addRecords(text, [opening], ROUND_RECORDS));
  return { opening, version: await recordedVersion(study, write, () => work.save([path], message)) };
}

function refuseUnfit(study: Study, { name, coders, transcripts, by }: RoundWish): void {
  if (name === '' || [...name].length > LONGEST_NAME || /\p{Cc}/u.test(name)) {
    throw new ChangeRefused(
      `“${name}” cannot be the name of a round.`,
      'Give it a short name in one line, such as pilot.',
    );
  }
  const bad = [by, ...coders].find(coder => !isCodingPerson(coder));
  if (bad !== undefined)
    throw new ChangeRefused(`“${bad}” cannot be the name of a coder.`, 'Name the folders of the coders.');
  if (coders.length < 2) throw new ChangeRefused('A round takes two coders at least.', 'Name all who take part.');
  if (transcripts.length === 0) throw new ChangeRefused('There is no transcript to code.', 'Name one at least.');
  const missing = transcripts.find(path => !study.isTranscript(path) || !study.exists(path));
  if (missing !== undefined) {
    throw new ChangeRefused(`There is no transcript ${missing} in the study.`, 'Name transcripts by their paths.');
  }
  const same = study.rounds.all().find(round => round.name === name && isOpen(round));
  if (same === undefined) return;
  const left = same.coders.filter(coder => !same.closings.has(coder)).join(', ');
  throw new ChangeRefused(
    `A round of this name is open; it is not closed by ${left} yet.`,
    'Give this one another name, or close the other one first.',
  );
}
