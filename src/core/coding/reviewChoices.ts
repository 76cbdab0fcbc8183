import type { Anchors } from '../anchoring/anchors.js';
import { ChangeRefused } from '../codebook/change.js';
import { allOrNothing } from '../study/allOrNothing.js';
import { placeOf, readingPlaceOf } from '../study/layout.js';
import type { Study } from '../study/study.js';
import { grouped } from '../text/grouped.js';
import type { FileEdit } from '../text/lineEdit.js';
import { addRecords } from '../text/records.js';
import type { Span } from '../text/span.js';
import type { SeenTranscript } from './actions.js';
import { passageKey } from './coding.js';
import { anchorOf, timestamp } from './create.js';
import { withKeys } from './keys.js';
import { changeSeen, type Entry, kindOf, lineOf, recordsIn, recordsSeen, type SeenRecord } from './seenRecord.js';

/** A coding or note, and the passage it is to have: in code points of the transcript it goes with. */
export interface PlaceTaken {
  readonly record: SeenRecord;
  readonly span: Span;
}

/**
 * Gives codings and notes the place that somebody found for them, and takes back that they were kept without one. What is
 * to be in another transcript than before moves to the same coder's file about that one.
 * @param seen the transcript of the places
 * @throws ChangeRefused where one of them is gone, was changed meanwhile or would be there twice; nothing was changed
 */
export async function takePlaces(
  study: Study,
  seen: SeenTranscript,
  places: readonly PlaceTaken[],
): Promise<readonly FileEdit[]> {
  const anchors = await study.places.in(seen.transcript, seen);
  const files = [...grouped(places, ({ record }) => record.path)].map(([from, taken]) => ({
    from,
    taken,
    to: pathFor(study, from, seen.transcript),
  }));
  return allOrNothing(
    study,
    async (made, study) => {
      const edits: FileEdit[] = [];
      for (const { from, to, taken } of files) {
        const records = taken.map(({ record }) => record);
        const spans = new Map(taken.map(({ record, span }) => [record.line, span]));
        const place = (record: Entry, others: readonly Entry[]): Entry => {
          const anchor = anchorOf(seen.points, spans.get(lineOf(record)) as Span, seen.base);
          const next = withKeys(record, { ...anchor, orphan: undefined });
          refuseTwins(study, next, others, anchors);
          return next;
        };
        const write = async (edit: Promise<FileEdit>): Promise<void> => {
          edits.push(await edit);
          made(await edit);
        };
        if (to === from) await write(changeSeen(study, from, records, place));
        else {
          // First it comes in there, then it goes here: should the process die in between, it stands twice but is not lost.
          await write(moveIn(study, to, await recordsSeen(study, from, records), place));
          await write(changeSeen(study, from, records, () => undefined));
        }
      }
      return edits.filter(({ edits: lines }) => lines.length > 0);
    },
    new Set(files.flatMap(({ from, to }) => [from, to])).size,
  );
}

/**
 * Keeps a coding or note although its words are gone: nobody is asked about it any more.
 * @throws ChangeRefused as `takePlaces`
 */
export async function keepAsOrphan(study: Study, record: SeenRecord): Promise<readonly FileEdit[]> {
  const orphan = timestamp(study.environment);
  return [await changeSeen(study, record.path, [record], entry => withKeys(entry, { orphan }))];
}

/** Takes that back: it is to be reviewed again. */
export async function reviewAgain(study: Study, record: SeenRecord): Promise<readonly FileEdit[]> {
  return [await changeSeen(study, record.path, [record], entry => withKeys(entry, { orphan: undefined }))];
}

/** Removes a coding or note. */
export async function removeReviewed(study: Study, record: SeenRecord): Promise<readonly FileEdit[]> {
  return [await changeSeen(study, record.path, [record], () => undefined)];
}

async function moveIn(
  study: Study,
  path: string,
  records: readonly Entry[],
  place: (record: Entry, others: readonly Entry[]) => Entry,
): Promise<FileEdit> {
  const { edit } = await study.update(path, text => {
    const there = recordsIn(text, path);
    return addRecords(
      text,
      records.map(record => place(record, there)),
      kindOf(path),
    );
  });
  return edit;
}

/** A passage does not get the same code twice by one coder. Others are where they are today, not where their lines say. */
function refuseTwins(study: Study, next: Entry, others: readonly Entry[], anchors: Anchors): void {
  if (!('code' in next)) return;
  const code = study.idToday(next.code);
  const key = passageKey(next, code);
  const isTwin = (other: Entry): boolean => {
    if (!('code' in other) || study.idToday(other.code) !== code) return false;
    const { span } = anchors.resolve(other);
    return span !== undefined && passageKey({ ...next, at: [span.start, span.end] }, code) === key;
  };
  if (!others.some(isTwin)) return;
  const message = `This passage has the code “${study.titleOf(next.code)}” already.`;
  throw new ChangeRefused(message, 'Remove one of the two codings instead.');
}

/** The same coder's file, of the same kind, about another transcript; one whose transcript was renamed is about that. */
function pathFor(study: Study, path: string, transcript: string): string {
  if (study.transcriptOf(path) === transcript) return path;
  const codings = placeOf(path);
  const coder = (codings ?? readingPlaceOf(path))?.coder;
  if (coder === undefined) throw new RangeError(`${path} is no file of a coder.`);
  return codings === undefined
    ? study.coderFiles.readingPath(coder, transcript)
    : study.coderFiles.codingPath(coder, transcript);
}
