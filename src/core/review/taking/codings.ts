import type { Coding } from '../../coding/coding.js';
import { CODING_RECORDS } from '../../coding/file.js';
import { allOrNothing } from '../../study/allOrNothing.js';
import type { Study } from '../../study/study.js';
import type { FileEdit } from '../../text/lineEdit.js';
import type { CodingChange } from '../change.js';
import { codingOf, type Home, homeOfCoding, onSide, transcriptOn } from './homes.js';
import { type FiledTask, type RecordTask, takeInFile, takeRecords } from './inFile.js';
import { respectOfCoding } from './recordRespects.js';
import { changedSince, noTranscript } from './refusals.js';
import { arrival, departure, type Standing } from './respect.js';
import { otherSide, type Side, type Sources } from './source.js';
import type { Taking } from './taking.js';

/** Which side a coding has today, in the respect that a change is about. Reads nothing. */
export function standingOfCoding(study: Study, change: CodingChange, sources: Sources): Standing {
  const home = homeOfCoding(study, change, sources);
  return standingAt(study, home, change, sources);
}

function standingAt(study: Study, home: Home<Coding>, change: CodingChange, sources: Sources): Standing {
  const inRecord = respectOfCoding(change).sideOf(home.record);
  if (change.what !== 'coding-changed' || home.record === undefined) return inRecord;
  if (change.aspect === 'coder') {
    if (home.coder === change.after.coder) return 'after';
    return home.coder === change.before.coder ? 'before' : 'other';
  }
  if (!movesFile(study, change, sources)) return inRecord;
  const at = (side: Side): boolean => home.transcript === transcriptOn(study, change, side, sources);
  if (at('after') && inRecord === 'after') return 'after';
  return at('before') && inRecord === 'before' ? 'before' : 'other';
}

/** Whether a coding went to another coder or transcript, and so from one file to another. */
function movesFile(study: Study, change: CodingChange, sources: Sources): boolean {
  if (change.what !== 'coding-changed') return false;
  if (change.aspect === 'coder') return true;
  if (change.aspect !== 'moved' || change.before.transcript === change.after.transcript) return false;
  return transcriptOn(study, change, 'before', sources) !== transcriptOn(study, change, 'after', sources);
}

/** The code that a change is about to give a coding; undefined where it gives none. */
export function codeToCome(taking: Taking, change: CodingChange): string | undefined {
  const { study, side, sources } = taking;
  const isAboutCode = change.what !== 'coding-changed' || change.aspect === 'code';
  const there = onSide(change, side);
  if (!isAboutCode || there === undefined) return undefined;
  const home = homeOfCoding(study, change, sources);
  const comes = standingAt(study, home, change, sources) === otherSide(side) && !lacksTranscript(taking, change, home);
  return comes ? there.coding.code : undefined;
}

/** Takes changes of codings over. */
export async function takeCodings(taking: Taking, changes: readonly CodingChange[]): Promise<void> {
  const { study, sources } = taking;
  const moving = changes.filter(change => movesFile(study, change, sources));
  for (const change of moving) await taking.attempt(change, () => moveCoding(taking, change));
  const tasks: FiledTask<Coding>[] = [];
  for (const change of changes) {
    if (moving.includes(change)) continue;
    const home = homeOfCoding(study, change, sources);
    if (lacksTranscript(taking, change, home)) taking.answer(change, noTranscript(home.transcript));
    else tasks.push({ change, path: home.path, ...taskOf(change) });
  }
  await takeRecords(taking, tasks, CODING_RECORDS);
}

function taskOf(change: CodingChange): RecordTask<Coding> {
  return { respect: respectOfCoding(change), refusal: today => changedSince('coding', today, codingOf(change)) };
}

/** Whether a coding would come to a transcript that is not there today, though that side has it. */
function lacksTranscript({ study, side, sources }: Taking, change: CodingChange, home: Home<Coding>): boolean {
  const there = onSide(change, side);
  const comes = home.record === undefined && there !== undefined;
  return comes && !study.exists(home.transcript) && sources[side].has(there.transcript);
}

/** Moves a coding from one file to another: it comes before it goes, so that it is in one of the two whatever happens. */
async function moveCoding(taking: Taking, change: CodingChange): Promise<void> {
  const { study, side, sources } = taking;
  const home = homeOfCoding(study, change, sources);
  const standing = standingAt(study, home, change, sources);
  if (standing === side) return;
  const next = home.record && respectOfCoding(change).on(side, home.record);
  if (standing === 'other' || next === undefined || change.what !== 'coding-changed')
    throw changedSince('coding', home.record, codingOf(change));
  const isOtherCoder = change.aspect === 'coder';
  const transcript = isOtherCoder ? home.transcript : transcriptOn(study, change, side, sources);
  if (!study.exists(transcript) && sources[side].has(change[side].transcript)) throw noTranscript(transcript);
  const to = study.coderFiles.codingPath(isOtherCoder ? change[side].coder : home.coder, transcript);
  const edits = await allOrNothing(study, async (made, study) => {
    const written: FileEdit[] = [];
    for (const [path, respect] of [
      [to, arrival(next)],
      [home.path, departure(next)],
    ] as const) {
      const { edit } = await study.update(path, text => {
        const { edits, refused } = takeInFile(text, [{ ...taskOf(change), respect }], 'after', CODING_RECORDS);
        if (refused[0] !== undefined) throw refused[0];
        return edits;
      });
      made(edit);
      written.push(edit);
    }
    return written;
  });
  for (const edit of edits) taking.keep(edit);
}
