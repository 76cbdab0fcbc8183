import { withAnchor } from '../anchoring/reanchor.js';
import { ChangeRefused } from '../codebook/change.js';
import { allOrNothing } from '../study/allOrNothing.js';
import type { Study } from '../study/study.js';
import type { Span } from '../text/span.js';
import type { Done, SeenTranscript } from './actions.js';
import { type Coding, compareCodings, passageKey } from './coding.js';
import { addCodings, parseCodingFile, removeCodings, replaceCodings } from './file.js';
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
    const span = places.get(coding.id) as Span;
    const quote = points.slice(span.start, span.end);
    const at = [span.start, span.end] as const;
    if (quote === coding.quote && at[0] === coding.at[0] && at[1] === coding.at[1]) return coding;
    const next = withAnchor(coding, { points, base }, span);
    const keyOf = (one: Coding): string => passageKey(one, study.idToday(one.code));
    const same = others.some(other => other !== coding && keyOf(other) === keyOf(next));
    if (!same) return next;
    const message = `This passage has the code “${study.titleOf(coding.code)}” already.`;
    throw new ChangeRefused(message, 'Remove one of the two codings instead.');
  });
}

/** Changes codings in their files, all or none; a line whose place in the order changes goes there. */
async function changeCodings(
  study: Study,
  ids: readonly string[],
  change: (coding: Coding, others: readonly Coding[]) => Coding,
): Promise<Done> {
  const wanted = new Set(ids);
  const paths = new Set(ids.flatMap(id => study.index.find(id)?.file.path ?? []));
  return allOrNothing(study, made => updateCodingFiles(study, paths, made, text => changeIn(text, wanted, change)));
}

function changeIn(
  text: string,
  wanted: ReadonlySet<string>,
  change: (coding: Coding, others: readonly Coding[]) => Coding,
): CodingFileChange {
  const { codings: before } = parseCodingFile(text, { path: '', coder: '', transcript: '' });
  const next = new Map<Coding, Coding>();
  for (const coding of before) {
    const changed = wanted.has(coding.id) ? change(coding, before) : coding;
    if (changed !== coding) next.set(coding, changed);
  }
  if (next.size === 0) return { codings: [], edits: [] };
  const after = before.map(coding => next.get(coding) ?? coding);
  const codings = [...next.values()];
  const staysInOrder = after.every((coding, i) => i === 0 || compareCodings(after[i - 1] as Coding, coding) <= 0);
  const hasMoved = [...next].some(([coding, changed]) => compareCodings(coding, changed) !== 0);
  if (staysInOrder || !hasMoved) {
    let at = 0;
    return { codings, edits: replaceCodings(text, coding => after[at++] ?? coding) };
  }
  // The same id twice in a file is meant twice, as everywhere.
  const ids = new Set([...next.keys()].map(coding => coding.id));
  // Where both are at one line, what comes in stands before what goes: edits must not overlap.
  return { codings, edits: [...addCodings(text, codings), ...removeCodings(text, ids)] };
}
