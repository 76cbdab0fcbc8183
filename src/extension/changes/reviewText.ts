import { marksFor } from '../../core/review/renderedTags.js';
import { type RenderedRecord, renderCoded, type Shown } from '../../core/review/rendering.js';
import type { StudyState } from '../../core/review/studyState.js';
import { CodePoints } from '../../core/text/codePoints.js';
import { normaliseText } from '../../core/text/normalise.js';
import { parseTranscript } from '../../core/transcript/parse.js';
import type { ReviewAddress } from './reviewUri.js';

/** What a read-only document shows. Positions are code points of its text. */
export interface ReviewText {
  readonly points: CodePoints;
  /** Where the codings and notes of a transcript are; none in a file that is shown as it is. */
  readonly records: readonly RenderedRecord[];
  /** What a code is called in it. */
  titleOf(code: string): string;
}

/** Writes one side of a file; both sides are needed, so that what is the same in them is written in the same way. */
export async function reviewText(address: ReviewAddress, before: StudyState, after: StudyState): Promise<ReviewText> {
  const state = address.side === 'before' ? before : after;
  const { path } = address[address.side];
  if (address.as === 'raw') {
    return {
      points: new CodePoints(normaliseText((await state.read(path)) ?? '')),
      records: [],
      titleOf: code => code,
    };
  }
  const [bookBefore, bookAfter] = [await before.codebook(), await after.codebook()];
  const titleOf = (code: string): string => (bookAfter.find(code) ?? bookBefore.find(code))?.title ?? code;
  const textOf = async (of: StudyState, at: string): Promise<string> =>
    (await of.transcriptText(at))?.points.text ?? '';
  const texts = [await textOf(before, address.before.path), await textOf(after, address.after.path)];
  const own = await state.transcriptText(path);
  const { names } = await state.participants();
  const transcript = own && parseTranscript(own.points.text, path, names);
  const anchors = await state.anchors(path);
  const shown = await shownIn(state, path);
  return { ...renderCoded({ transcript, anchors, shown, marks: marksFor(...texts), titleOf }), titleOf };
}

async function shownIn(state: StudyState, path: string): Promise<Shown[]> {
  const codings = (await state.codings(path)).map(({ coder, coding }) => ({ coder, record: coding }));
  const notes = (await state.notes(path)).map(({ coder, note }) => ({ coder, record: note }));
  return [...codings, ...notes];
}
