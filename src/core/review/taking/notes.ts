import { READING_RECORDS, type ReadingRecord } from '../../reading/record.js';
import type { Study } from '../../study/study.js';
import type { NoteChange } from '../change.js';
import { homeOfNote, onSide } from './homes.js';
import { type FiledTask, takeRecords } from './inFile.js';
import { respectOfNote } from './recordRespects.js';
import { changedSince, noTranscript } from './refusals.js';
import type { Respect, Standing } from './respect.js';
import type { Sources } from './source.js';
import type { Taking } from './taking.js';

/** Which side a note has today, in the respect that a change is about. Reads nothing. */
export function standingOfNote(study: Study, change: NoteChange, sources: Sources): Standing {
  return respectOfNote(change).sideOf(homeOfNote(study, change, sources).record);
}

/** Takes changes of notes over. */
export async function takeNotes(taking: Taking, changes: readonly NoteChange[]): Promise<void> {
  const { study, side, sources } = taking;
  const tasks: FiledTask<ReadingRecord>[] = [];
  for (const change of changes) {
    const home = homeOfNote(study, change, sources);
    const there = onSide(change, side);
    const comes = home.record === undefined && there !== undefined;
    if (comes && !study.exists(home.transcript) && sources[side].has(there.transcript)) {
      taking.answer(change, noTranscript(home.transcript));
      continue;
    }
    const { note } = 'after' in change ? change.after : change.before;
    // Only notes have ids, so no other record of the file is ever asked about.
    const respect = respectOfNote(change) as unknown as Respect<ReadingRecord>;
    tasks.push({ change, path: home.path, respect, refusal: () => changedSince('note', home.record, note) });
  }
  await takeRecords(taking, tasks, READING_RECORDS);
}
