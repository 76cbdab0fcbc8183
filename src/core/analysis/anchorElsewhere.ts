import type { Study } from '../study/study.js';
import { LineStarts } from '../text/lines.js';
import type { AnchorCandidate, AnchorRow } from './anchorReport.js';
import { ElsewhereSearch, type Lost, type PlaceElsewhere } from './elsewhere.js';
import { inContext } from './quoteSearch.js';

/** Adds to codings and notes whose passage is gone the places in other transcripts at which its words stand. */
export async function withPlacesElsewhere(study: Study, rows: readonly AnchorRow[]): Promise<AnchorRow[]> {
  const search = new ElsewhereSearch(study);
  const lostOf = ({ record, transcript }: AnchorRow): Lost => ({
    transcript,
    quote: record.quote,
    ...(record.context && { context: record.context }),
  });
  await search.search(rows.map(lostOf));
  const result: AnchorRow[] = [];
  for (const row of rows) {
    const places = await Promise.all(search.places(lostOf(row)).map(place => candidateAt(study, place)));
    result.push({ ...row, candidates: [...row.candidates, ...places.filter(place => place !== undefined)] });
  }
  return result;
}

async function candidateAt(study: Study, place: PlaceElsewhere): Promise<AnchorCandidate | undefined> {
  const { start, end, score, transcript } = place;
  const points = (await study.transcripts.text(transcript))?.points;
  if (points === undefined) return undefined;
  const [from, to] = [points.toUtf16(start), points.toUtf16(end)];
  return {
    span: { start, end },
    line: new LineStarts(points.text).lineAt(from) + 1,
    text: points.text.slice(from, to),
    score,
    context: inContext(points.text, from, to),
    transcript,
  };
}
