import { isColor } from '../../codebook/colors.js';
import type { ConflictSide, MergeConflict, MergeSide } from '../../merge/merge.js';
import type { Books } from './books.js';
import type { QuestionSide } from './question.js';
import { changedWords, comparedWords, plainWords } from './shownWords.js';

/** What the sides of a question show, and what it was before. */
export interface QuestionSides {
  readonly ours: QuestionSide;
  readonly theirs: QuestionSide;
  readonly before?: QuestionSide;
}

/** Keys of a record that tell nobody anything. */
const UNSHOWN = new Set(['id', 'at', 'context', 'base', 'created']);

/** What both sides of a conflict say, with the words marked in which they differ. Passages are not laid out here. */
export function sidesOf(conflict: MergeConflict, books: Books): QuestionSides {
  const { aspect, base, ours, theirs } = conflict;
  if (aspect === 'presence')
    return { ours: presentSide(conflict, 'ours', books), theirs: presentSide(conflict, 'theirs', books) };
  const texts = [textOf(conflict, ours, 'ours', books), textOf(conflict, theirs, 'theirs', books)] as const;
  // Names of codes, colours and states are told apart as wholes.
  const isName = NAMES.has(aspect);
  const words = isName
    ? { ours: plainWords(texts[0]), theirs: plainWords(texts[1]) }
    : comparedWords(texts[0], texts[1]);
  const side = (name: MergeSide): QuestionSide => ({
    isThere: conflict[name].isThere,
    words: words[name],
    ...colorOf(conflict, conflict[name], name, books),
  });
  if (base === undefined) return { ours: side('ours'), theirs: side('theirs') };
  const before = {
    isThere: base.isThere,
    words: plainWords(textOf(conflict, base, 'ours', books)),
    ...colorOf(conflict, base, 'ours', books),
  };
  return { ours: side('ours'), theirs: side('theirs'), before };
}

const NAMES: ReadonlySet<string> = new Set(['code', 'color', 'state', 'kind', 'phase', 'evidence', 'orphan', 'moved']);

function textOf({ subject, aspect }: MergeConflict, side: ConflictSide, name: MergeSide, books: Books): string {
  if (!side.isThere) return '';
  if (subject.is !== 'coding' || aspect !== 'code') return side.text;
  return books.code(codeIn(side), name).title;
}

function colorOf(
  { subject, aspect }: MergeConflict,
  side: ConflictSide,
  name: MergeSide,
  books: Books,
): Pick<QuestionSide, 'color'> {
  if (!side.isThere) return {};
  if (subject.is === 'coding' && aspect === 'code') return { color: books.code(codeIn(side), name).color };
  return subject.is === 'entry' && aspect === 'color' && isColor(side.text) ? { color: side.text.toLowerCase() } : {};
}

const codeIn = ({ record, text }: ConflictSide): string => (typeof record?.code === 'string' ? record.code : text);

/** Of something that one side removed: what the other made of it. */
function presentSide(conflict: MergeConflict, name: MergeSide, books: Books): QuestionSide {
  const side = conflict[name];
  if (!side.isThere) return { isThere: false, words: [], ...(conflict.base?.isThere ? { isRemoved: true } : {}) };
  const { record } = side;
  if (record === undefined) return { isThere: true, words: wordsSince(conflict.base, side.text) };
  const before = conflict.base?.record;
  const said = (of: Readonly<Record<string, unknown>>, key: string): string =>
    key === 'code' && conflict.subject.is === 'coding' ? books.code(String(of.code), name).title : asText(of[key]);
  const keys = [...new Set([...Object.keys(record), ...Object.keys(before ?? {})])].filter(key => !UNSHOWN.has(key));
  const changed = keys.flatMap(key => {
    const now = said(record, key);
    if (before === undefined) return [{ aspect: aspectOfKey(key), words: plainWords(now) }];
    const old = said(before, key);
    return old === now ? [] : [{ aspect: aspectOfKey(key), words: changedWords(old, now) }];
  });
  // The passage, where it has one, is shown above both sides, and the code in the head.
  const told = before === undefined ? changed.filter(({ aspect }) => aspect !== 'passage') : changed;
  return told.length === 0
    ? { isThere: true, words: plainWords(side.text) }
    : { isThere: true, words: [], changed: told };
}

function wordsSince(base: ConflictSide | undefined, now: string): QuestionSide['words'] {
  return base?.isThere ? changedWords(base.text, now) : plainWords(now);
}

const aspectOfKey = (key: string): string => (key === 'quote' ? 'passage' : key);

function asText(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
