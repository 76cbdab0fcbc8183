import { ChangeRefused } from '../codebook/change.js';
import { timestamp } from '../coding/create.js';
import { allOrNothing } from '../study/allOrNothing.js';
import type { Study } from '../study/study.js';
import type { FileEdit, LineEdit } from '../text/lineEdit.js';
import { parseReadingFile, sayState } from './file.js';
import { type ReadingState, readingState } from './state.js';

/** Transcripts whose state was changed, and every edit, in the order they were made. */
export interface StateDone {
  readonly transcripts: readonly string[];
  readonly edits: readonly FileEdit[];
}

/** How far a coder has come with a transcript. */
export function stateOf(study: Study, coder: string, transcript: string): ReadingState {
  const { coderFiles } = study;
  return readingState(coderFiles.reading(coder, transcript).said, coderFiles.codings(coder, transcript));
}

/**
 * Says how far a coder has come with transcripts. What would hold without being said is not written: the line goes. For
 * `coded`, transcripts in which the coder has no codings are passed over.
 * @throws ChangeRefused where `coded` fits none of them; nothing was changed
 */
export async function setReadingState(
  study: Study,
  coder: string,
  transcripts: readonly string[],
  state: ReadingState,
): Promise<StateDone> {
  const codingsOf = (transcript: string) => study.coderFiles.codings(coder, transcript);
  const fitting = transcripts.filter(transcript => state !== 'coded' || codingsOf(transcript).length > 0);
  if (fitting.length === 0 && transcripts.length > 0) {
    const message = `${coder} has not coded anything in ${transcripts.join(', ')} yet.`;
    throw new ChangeRefused(message, 'A transcript counts as coded from its first coding on.');
  }
  return allOrNothing(
    study,
    async (made, study) => {
      const changed: string[] = [];
      const edits: FileEdit[] = [];
      for (const transcript of fitting) {
        if (stateOf(study, coder, transcript) === state) continue;
        const path = study.coderFiles.readingPath(coder, transcript);
        const isSaidElsewhere = study.readings
          .filesOf(transcript)
          .some(file => file.coder === coder && file.path !== path && file.said !== undefined);
        const isUnsaid = !isSaidElsewhere && readingState(undefined, codingsOf(transcript)) === state;
        const said = isUnsaid ? undefined : { state, since: timestamp(study.environment) };
        const { edit } = await study.update(path, text => editsFor(text, said));
        if (edit.edits.length === 0) continue;
        made(edit);
        edits.push(edit);
        changed.push(transcript);
      }
      return { transcripts: changed, edits };
    },
    fitting.length,
  );
}

function editsFor(text: string | undefined, said: { state: ReadingState; since: string } | undefined): LineEdit[] {
  const before = parseReadingFile(text ?? '', { path: '', coder: '', transcript: '' }).said;
  return before === undefined && said === undefined ? [] : sayState(text, said);
}
