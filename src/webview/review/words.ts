import type { ReviewPlace } from '../../core/analysis/reviewEntry.js';
import type { ReviewKind } from '../../core/analysis/reviewKind.js';
import type { ReviewEntry } from '../../core/analysis/reviewList.js';
import { transcriptName } from '../../core/study/layout.js';
import { filled } from '../common/filled.js';
import type { Texts } from './protocol.js';

/** What a kind of entries is called. */
export function kindText(kind: ReviewKind, texts: Texts): string {
  const names = {
    changed: texts.kindChanged,
    ambiguous: texts.kindAmbiguous,
    orphan: texts.kindOrphan,
    settled: texts.kindSettled,
  };
  return names[kind];
}

/** Why an entry is listed, in one sentence. */
export function whyText({ kind, places, morePlaces, isThere, transcript, settled }: ReviewEntry, texts: Texts): string {
  if (kind === 'settled') return filled(texts.whySettled, dateText(settled));
  const count = places.length + morePlaces;
  const isSame = places.every(({ oldWords }) => oldWords === undefined);
  if (kind === 'changed') return isSame ? texts.whyMarks : texts.whyChanged;
  if (kind === 'ambiguous') {
    if (count === 1) return texts.whyOne;
    return filled(isSame ? texts.whyPlaces : texts.whySeveral, count);
  }
  const [first] = places;
  const isElsewhere = first !== undefined && first.transcript !== transcript;
  if (isElsewhere) return filled(texts.whyElsewhere, transcriptName(first.transcript));
  if (!isThere) return texts.whyMissing;
  return count === 0 ? texts.whyGone : texts.whyAlike;
}

/** Where a place is: its line, and the transcript where that is another one. */
export function whereText({ transcript, line }: ReviewPlace, entry: ReviewEntry, texts: Texts): string {
  return transcript === entry.transcript
    ? filled(texts.line, line)
    : filled(texts.lineIn, transcriptName(transcript), line);
}

/** What speaks for a place that is not certain. */
export function reasonsText({ score, sides, oldWords }: ReviewPlace, texts: Texts): string {
  const words = oldWords === undefined ? texts.wordsSame : texts.wordsOther;
  const around = { both: texts.sidesBoth, before: texts.sidesBefore, after: texts.sidesAfter, none: texts.sidesNone };
  return [fitText(score, texts), words, around[sides]].join(' · ');
}

function fitText(score: number, texts: Texts): string {
  if (score >= 0.8) return texts.fitsVeryWell;
  if (score >= 0.6) return texts.fitsWell;
  return score >= 0.4 ? texts.fitsInPart : texts.fitsLittle;
}

/** A day as people write it; nothing where the text is no time. */
export function dateText(time: string | undefined): string {
  const date = new Date(time ?? '');
  if (Number.isNaN(date.getTime())) return '';
  return date.toLocaleDateString(document.documentElement.lang || undefined, { dateStyle: 'medium' });
}
