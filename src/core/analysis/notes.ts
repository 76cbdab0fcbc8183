import type { Outcome } from '../anchoring/resolution.js';
import type { Note } from '../reading/record.js';
import type { Study } from '../study/study.js';
import type { Span } from '../text/span.js';
import { readable } from '../transcript/query.js';

/** A note as a reader sees it, in today's transcript. */
export interface NoteRow {
  readonly note: Note;
  readonly coder: string;
  /** How it fares in today's transcript; without a transcript it is an orphan. */
  readonly outcome: Outcome;
  /** Today's place in code points; missing where it is not certain. */
  readonly span?: Span;
  /** The words it is about, without Markdown marks; where the place is not certain, as they were. */
  readonly text: string;
}

/** The notes on a transcript, in the order of today's text; reads the transcript if there are any. */
export async function notesOn(study: Study, path: string): Promise<NoteRow[]> {
  const files = study.readings.filesOf(path).filter(({ notes }) => notes.length > 0);
  const transcript = files.length === 0 ? undefined : await study.transcripts.get(path);
  const anchors = transcript && (await study.places.in(path, transcript));
  const rows = files.flatMap(({ coder, notes }) =>
    notes.map((note): NoteRow => {
      const { outcome, span } = anchors?.resolve(note) ?? { outcome: 'orphan' as const, span: undefined };
      const text = transcript && span ? readable(transcript, span) : note.quote.replace(/\s+/g, ' ').trim();
      return { note, coder, outcome, ...(span === undefined ? {} : { span }), text };
    }),
  );
  const startOf = ({ note, span }: NoteRow): number => span?.start ?? note.at[0];
  return rows.sort((a, b) => startOf(a) - startOf(b));
}
