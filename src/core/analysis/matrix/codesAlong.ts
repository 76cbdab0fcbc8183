import type { Span } from '../../text/span.js';
import type { Corpus, CorpusExcerpt } from '../corpus/corpus.js';
import { codeAxis } from './axes/codeAxis.js';
import type { CodesAlong } from './matrix.js';

/** Where the codes stand along a transcript; those in doubt stand nowhere. Undefined where there is no such transcript. */
export function codesAlong(corpus: Corpus, path: string): CodesAlong | undefined {
  const transcript = corpus.transcripts.find(each => each.path === path && !each.missing);
  if (transcript === undefined) return undefined;
  const { bodyStart, length, name, turns } = transcript;
  const share = (position: number): number =>
    length > bodyStart ? Math.min(1, Math.max(0, position - bodyStart) / (length - bodyStart)) : 0;
  const shares = ({ start, end }: Span): Span => ({ start: share(start), end: share(end) });
  const passages = new Map<string, { start: number; end: number; excerpt: CorpusExcerpt }[]>();
  for (const excerpt of transcript.excerpts) {
    const code = corpus.codeOf(excerpt);
    if (excerpt.span === undefined || code?.kind !== 'code') continue;
    const lane = passages.get(code.id) ?? [];
    passages.set(code.id, lane);
    lane.push({ ...shares(excerpt.span), excerpt });
  }
  return {
    transcript: path,
    name,
    turns: turns.map(({ speaker, body }) => ({ ...(speaker === undefined ? {} : { speaker }), ...shares(body) })),
    lanes: codeAxis(corpus, false).headers.flatMap(({ key, label }) => {
      const lane = passages.get(key);
      return lane === undefined ? [] : [{ code: key, label, passages: lane }];
    }),
    ...(corpus.hasScope ? { scope: corpus.scopeOf(transcript).map(shares) } : {}),
  };
}
