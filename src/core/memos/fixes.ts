import { fold } from '../codebook/search.js';
import type { Problem } from '../problem.js';
import { transcriptName } from '../study/layout.js';
import type { Study } from '../study/study.js';
import { nearest } from '../text/nearest.js';
import type { Span } from '../text/span.js';
import { standsIn } from './compare.js';
import { excerptName, wholeName } from './links.js';
import { markdownOf } from './markdown.js';
import { excerptLabel } from './problems.js';
import { targetOf } from './target.js';

/** A way to mend a problem of a memo: other text in place of what stands there. */
export interface MemoFix {
  /** What the text leads to or is. */
  readonly kind: 'entry' | 'excerpt' | 'transcript' | 'quote';
  /** What the new link leads to, in words; for a quote its new words. */
  readonly label: string;
  /** In code points of the memo. */
  readonly span: Span;
  readonly text: string;
}

const MOST = 3;

/** Which fixes there are for a problem of a memo, the best first. */
export function memoFixes(study: Study, { rule, data = {} }: Problem): MemoFix[] {
  const span = { start: Number(data.start), end: Number(data.end) };
  switch (rule) {
    case 'memo-unknown-link':
      return namesNear(study, data.name ?? '').map(({ id, title }) => ({
        kind: 'entry',
        label: title,
        span,
        text: id,
      }));
    case 'memo-lost-excerpt':
      return otherExcerpts(study, data, span);
    case 'memo-quote':
      return data.now === undefined ? [] : [{ kind: 'quote', label: data.now, span, text: markdownOf(data.now) }];
    default:
      return [];
  }
}

/** The codes and themes that somebody may have meant: one of this title, then those whose id or title comes near. */
function namesNear(study: Study, name: string): { id: string; title: string }[] {
  const { entries } = study.codebook;
  const same = entries.filter(({ title }) => fold(title) === fold(name));
  const ids = entries.flatMap(({ id, formerly }) => [id, ...formerly]);
  const near = nearest(name, [...ids, ...entries.map(({ title }) => title)]);
  const found = near.map(one => study.entry(one) ?? entries.find(({ title }) => title === one));
  return [...new Set([...same, ...found])].filter(entry => entry !== undefined).slice(0, MOST);
}

/** Other codings of the same words, codings whose id comes near, and the transcript as a whole. */
function otherExcerpts(study: Study, data: Readonly<Record<string, string>>, span: Span): MemoFix[] {
  const { words, id = '', transcript = '' } = data;
  const target = targetOf(study, { kind: 'name', name: transcript });
  if (target?.kind !== 'transcript') return [];
  const all = study.index.filesOf(target.path).flatMap(file => file.codings.map(coding => ({ coding, file })));
  const same = words === undefined ? [] : all.filter(({ coding }) => standsIn(words, coding.quote));
  const near = new Set(
    nearest(
      id,
      all.map(({ coding }) => coding.id),
    ),
  );
  const found = new Set([...same, ...all.filter(({ coding }) => near.has(coding.id))]);
  const fixes = [...found].slice(0, MOST).map(
    (placed): MemoFix => ({
      kind: 'excerpt',
      label: `${excerptLabel(placed)} (${study.titleOf(placed.coding.code)})`,
      span,
      text: excerptName(target.path, placed.coding.id),
    }),
  );
  const text = wholeName(target.path, name => study.entry(name) !== undefined);
  return [...fixes, { kind: 'transcript', label: transcriptName(target.path), span, text }];
}
