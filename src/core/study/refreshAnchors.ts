import { type FileRefresh, planFile } from '../anchoring/refresh.js';
import { ChangeRefused } from '../codebook/change.js';
import type { Coding } from '../coding/coding.js';
import { CODING_RECORDS } from '../coding/file.js';
import { formatRecord } from '../coding/line.js';
import type { Cancellation } from '../ports.js';
import { isNote, type Note, READING_RECORDS } from '../reading/record.js';
import { compareTexts } from '../text/compare.js';
import type { FileEdit, LineEdit } from '../text/lineEdit.js';
import { rewriteRecords } from '../text/records.js';
import { allOrNothing } from './allOrNothing.js';
import { anchorsOf } from './anchorsOf.js';
import { placeOf } from './layout.js';
import type { Progress, Study } from './study.js';

/** Whose codings and notes are meant, and of which transcripts; a missing entry means all. */
export interface RefreshScope {
  readonly transcripts?: ReadonlySet<string>;
  readonly coders?: ReadonlySet<string>;
}

/** What a refresh does to the codings of and notes on one transcript. */
export interface TranscriptRefresh {
  readonly transcript: string;
  /** First 12 hex digits of the git blob id of the file on disk; undefined where it is not there. */
  readonly base: string | undefined;
  /** Whether the last commit has the transcript as it is on disk; undefined where there is no git to ask. */
  readonly isCommitted: boolean | undefined;
  /** In the order of coders, codings before notes. */
  readonly files: readonly FileRefresh[];
}

/** What a refresh did: how many codings and notes it moved to today's version, and every edit in the order it was made. */
export interface RefreshDone {
  readonly moved: number;
  readonly edits: readonly FileEdit[];
}

/**
 * Plans a refresh of all transcripts that anybody has coded or noted on. Reads each once and keeps none.
 * @returns in the order of paths; what was not looked at because it was cancelled is missing
 */
export async function planRefresh(
  study: Study,
  { transcripts, coders }: RefreshScope = {},
  progress?: Progress,
  cancellation?: Cancellation,
): Promise<TranscriptRefresh[]> {
  const paths = [...new Set([...study.index.codedTranscripts(), ...study.readings.transcripts()])]
    .filter(path => transcripts?.has(path) ?? true)
    .sort(compareTexts);
  const committed = await study.store.gitCommitted?.();
  const plan: TranscriptRefresh[] = [];
  for (const [i, transcript] of paths.entries()) {
    if (cancellation?.cancelled) break;
    const anchors = await anchorsOf(study, transcript);
    const base = anchors?.base;
    const ofCoder = ({ coder }: { coder: string }): boolean => coders?.has(coder) ?? true;
    const codings = study.index.filesOf(transcript).filter(ofCoder);
    const notes = study.readings.filesOf(transcript).filter(ofCoder);
    const files = [
      ...codings.map(file => planFile(file, file.codings, anchors)),
      ...notes.map(file => planFile(file, file.notes, anchors)),
    ].sort((a, b) => compareTexts(a.coder, b.coder));
    const isCommitted = base === undefined ? undefined : committed && isVersion(committed, transcript, base);
    plan.push({ transcript, base, isCommitted, files });
    progress?.(i + 1, paths.length);
  }
  return plan;
}

function isVersion(files: ReadonlyMap<string, string>, path: string, base: string): boolean {
  return files.get(path.normalize('NFC'))?.startsWith(base) ?? false;
}

/**
 * Carries a plan out, all of it or nothing. A line that somebody changed since the plan was made is left as it is.
 * @throws ChangeRefused where a transcript is no longer what the plan was made on: the version that the codings would name
 *   might never come into git
 */
export async function applyRefresh(study: Study, plan: readonly TranscriptRefresh[]): Promise<RefreshDone> {
  return allOrNothing(
    study,
    async (made, study) => {
      const edits: FileEdit[] = [];
      let moved = 0;
      for (const { transcript, base, files } of plan) {
        const changing = files.filter(({ moves }) => moves.size > 0);
        for (const file of changing) {
          let count = 0;
          const { edit } = await study.update(file.path, text => {
            const answer = moveIn(text ?? '', file);
            count = answer.count;
            return answer.edits;
          });
          made(edit);
          edits.push(edit);
          moved += count;
        }
        if (changing.length > 0 && (await study.transcripts.base(transcript))?.base !== base)
          throw changedMeanwhile(transcript);
      }
      return { moved, edits: edits.filter(edit => edit.edits.length > 0) };
    },
    plan.reduce((sum, { files }) => sum + files.length, 0),
  );
}

/** The edits after which codings or notes of a file are what `moves` says, by their lines; other lines are left as they are. */
export function moveIn(
  text: string,
  { path, moves }: Pick<FileRefresh, 'path' | 'moves'>,
): { readonly count: number; readonly edits: readonly LineEdit[] } {
  const next = <T extends Coding | Note>(record: T): T => (moves.get(formatRecord(record)) as T | undefined) ?? record;
  const { records, edits } =
    placeOf(path) === undefined
      ? rewriteRecords(text, each => (isNote(each) ? next(each) : each), READING_RECORDS)
      : rewriteRecords(text, next, CODING_RECORDS);
  return { count: records.length, edits };
}

function changedMeanwhile(transcript: string): ChangeRefused {
  const message = `${transcript} was changed while its codings were being moved to today’s version. Nothing was written.`;
  return new ChangeRefused(message, 'Save it, and try again once nobody changes it.');
}
