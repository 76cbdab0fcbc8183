import { withAnchor } from '../../src/core/anchoring/reanchor.js';
import { baseOf } from '../../src/core/coding/blobId.js';
import type { Coding } from '../../src/core/coding/coding.js';
import { CodePoints, codePointLength } from '../../src/core/text/codePoints.js';
import { encodeUtf8 } from '../../src/core/text/utf8.js';
import type { Coded } from './study.js';

/** So many codings of the study changed, spread over all transcripts: other codes, memos, other bounds; some came, some went. */
export function withChanges(transcripts: readonly Coded[], changes: number): Coded[] {
  const each = changes / transcripts.length;
  return transcripts.map(coded => {
    const points = new CodePoints(coded.text);
    const base = baseOf(encodeUtf8(coded.text));
    let left = each;
    const codings = new Map(
      [...coded.codings].map(([coder, list]) => {
        const changed = list.flatMap((one, i) => (left-- > 0 ? changedInto(one, i, { points, base }) : [one]));
        return [coder, changed] as const;
      }),
    );
    return { ...coded, codings };
  });
}

function changedInto(coding: Coding, i: number, seen: { points: CodePoints; base: string }): Coding[] {
  const [start, end] = coding.at;
  switch (i % 5) {
    case 0:
      return [{ ...coding, code: `${coding.code}1` }];
    case 1:
      return [{ ...coding, memo: 'As in the first interview.' }];
    case 2:
      return [withAnchor(coding, seen, { start, end: Math.min(seen.points.length, end + 25) })];
    case 3:
      return [coding, { ...coding, code: 'code-1', id: `new${coding.id.slice(3)}` }];
    default:
      return [];
  }
}

/** Every transcript edited in its first turn, and so many anchors refreshed on what it says since. */
export function withRefreshedAnchors(transcripts: readonly Coded[], changes: number): Coded[] {
  const each = changes / transcripts.length;
  const inserted = '**INT:** Shall we begin with what you did before?\n\n';
  return transcripts.map(coded => {
    const body = coded.text.indexOf('---\n\n') + 5;
    const text = coded.text.slice(0, body) + inserted + coded.text.slice(body);
    const seen = { points: new CodePoints(text), base: baseOf(encodeUtf8(text)) };
    let left = each;
    const moved = ({ at: [start, end] }: Coding) => ({ start: start + inserted.length, end: end + inserted.length });
    const codings = new Map(
      [...coded.codings].map(([coder, list]) => {
        return [coder, list.map(one => (left-- > 0 ? withAnchor(one, seen, moved(one)) : one))] as const;
      }),
    );
    return { ...coded, text, codings };
  });
}

/** One coded passage of every transcript reworded, and what it says since confirmed. */
export function withRewordedPassages(transcripts: readonly Coded[]): Coded[] {
  return transcripts.map(coded => {
    const [[coder, list] = ['', []]] = coded.codings;
    const first = list[0] as Coding;
    const quote = first.quote.replace(/ \S+ /, ' quite otherwise ');
    const points = new CodePoints(coded.text);
    const [start, end] = first.at;
    const text = `${points.slice(0, start)}${quote}${points.slice(end, points.length)}`;
    const seen = { points: new CodePoints(text), base: baseOf(encodeUtf8(text)) };
    const confirmed = withAnchor(first, seen, { start, end: start + codePointLength(quote) });
    return { ...coded, text, codings: new Map([...coded.codings, [coder, [confirmed, ...list.slice(1)]]]) };
  });
}
