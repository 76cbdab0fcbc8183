import { withAnchor } from '../anchoring/reanchor.js';
import { ChangeRefused } from '../codebook/change.js';
import { allOrNothing } from '../study/allOrNothing.js';
import type { Study } from '../study/study.js';
import { rewriteRecords } from '../text/records.js';
import type { Span } from '../text/span.js';
import type { Done, SeenTranscript } from './actions.js';
import { type Coding, passageKey } from './coding.js';
import type { Evidence } from './evidence.js';
import { CODING_RECORDS } from './file.js';
import { withKeys } from './keys.js';
import { type CodingFileChange, updateCodingFiles } from './updateFiles.js';

/**
 * Writes, rewrites or removes the memo of a coding; all else in its line stays.
 * @param memo blank: the coding is to have none
 * @returns nothing in it where the coding is gone or has this very memo
 */
export async function setMemo(study: Study, id: string, memo: string): Promise<Done> {
  const next = memo.trim() === '' ? undefined : memo;
  return changeCodings(study, [id], coding => (coding.memo === next ? coding : withKeys(coding, { memo: next })));
}

/**
 * Says of codings how their excerpts stand to their codes; all else in their lines stays.
 * @param evidence undefined: nothing is said any more
 * @returns nothing in it where all are gone or marked so already
 */
export async function setEvidence(study: Study, ids: readonly string[], evidence: Evidence | undefined): Promise<Done> {
  return changeCodings(study, ids, coding => (coding.evidence === evidence ? coding : withKeys(coding, { evidence })));
}

/**
 * Gives codings another passage of their transcript. Code, memo, id and whatever else is in their lines stay; the quote,
 * its place and the version become those of the passage.
 * @param seen the transcript as the person sees it
 * @param places ids of codings of that transcript, each with the passage it is to have: in code points, not empty
 * @throws ChangeRefused where the same coder gave the passage the same code already; nothing was changed
 */
export async function moveCodings(
  study: Study,
  { points, base }: SeenTranscript,
  places: ReadonlyMap<string, Span>,
): Promise<Done> {
  return changeCodings(study, [...places.keys()], (coding, others) => {
    const next = withAnchor(coding, { points, base }, places.get(coding.id) as Span);
    const { quote, at } = next;
    if (quote === coding.quote && at[0] === coding.at[0] && at[1] === coding.at[1]) return coding;
    const keyOf = (one: Coding): string => passageKey(one, study.idToday(one.code));
    const same = others.some(other => other !== coding && keyOf(other) === keyOf(next));
    if (!same) return next;
    const message = `This passage has the code “${study.titleOf(coding.code)}” already.`;
    throw new ChangeRefused(message, 'Remove one of the two codings instead.');
  });
}

/** Changes codings in their files, all or none; each stays at its line. */
async function changeCodings(
  study: Study,
  ids: readonly string[],
  change: (coding: Coding, others: readonly Coding[]) => Coding,
): Promise<Done> {
  const wanted = new Set(ids);
  const paths = new Set(ids.flatMap(id => study.index.find(id)?.file.path ?? []));
  const changeIn = (text: string): CodingFileChange => {
    // The same id twice in a file is meant twice, as everywhere.
    const one = (coding: Coding, all: readonly Coding[]): Coding =>
      wanted.has(coding.id) ? change(coding, all) : coding;
    const { records, edits } = rewriteRecords(text, one, CODING_RECORDS);
    return { codings: records, edits };
  };
  return allOrNothing(study, (made, study) => updateCodingFiles(study, paths, made, changeIn), paths.size);
}
