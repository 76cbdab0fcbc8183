import { ChangeRefused } from '../codebook/change.js';
import { newId, timestamp } from '../coding/create.js';
import type { StudyWork } from '../ports.js';
import { CODEBOOK_FILE, roundsPath } from '../study/layout.js';
import type { Study } from '../study/study.js';
import { addRecords } from '../text/records.js';
import { closingMessage } from './message.js';
import { type Closing, ROUND_RECORDS } from './record.js';
import { recordedVersion } from './recordedVersion.js';
import type { Round } from './round.js';
import { coderOf, unsavedOfRound } from './unsaved.js';

/**
 * Closes a round for one coder: writes the line and makes a version of it, with what the coder has not saved of the round (and the codebook,
 * where that is not saved either). From it on the coder may see what the others did.
 * @returns the closing, the full id of the version, and the paths that are in it
 * @throws ChangeRefused where it cannot be closed now; VersionFailure where no version can be made. Nothing was changed either way
 */
export async function closeRound(
  study: Study,
  work: StudyWork,
  round: Round,
  coder: string,
): Promise<{ readonly closing: Closing; readonly version: string; readonly files: readonly string[] }> {
  if (!round.coders.includes(coder)) {
    throw new ChangeRefused(
      `${coder} takes no part in the round “${round.name}”.`,
      `It is closed by who does: ${round.coders.join(', ')}.`,
    );
  }
  if (round.closings.has(coder)) {
    throw new ChangeRefused(`${coder} has closed the round “${round.name}” already.`, 'There is nothing more to do.');
  }
  const unsaved = await work.unsaved();
  const ofRound = unsavedOfRound(study, unsaved, round.transcripts);
  const others = ofRound.filter(path => coderOf(path) !== coder);
  if (others.length > 0) {
    throw new ChangeRefused(
      `There is work on the transcripts of this round that is not yours and not saved as a version: ${others.join(', ')}.`,
      'Save a version of it, or undo it, first: yours alone goes into the version that closes the round.',
    );
  }
  const { environment } = study;
  const isTaken = (id: string): boolean => study.rounds.has(id) || study.index.has(id) || study.readings.has(id);
  const closing: Closing = {
    does: 'close',
    of: round.id,
    created: timestamp(environment),
    id: newId(environment, isTaken),
  };
  const path = roundsPath(coder);
  const codebook = ofRound.length > 0 && unsaved.includes(CODEBOOK_FILE) ? [CODEBOOK_FILE] : [];
  const files = [...ofRound, ...codebook, path];
  const write = () => study.update(path, text => addRecords(text, [closing], ROUND_RECORDS));
  const version = await recordedVersion(study, write, () => work.save(files, closingMessage(round, coder)));
  return { closing, version, files };
}
