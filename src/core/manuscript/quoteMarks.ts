import { CLOSERS } from './marks.js';

/** Words between quotation marks. Offsets are UTF-16 units of the text. */
export interface Quoted {
  /** Of the opening mark. */
  readonly start: number;
  /** Behind the closing mark. */
  readonly end: number;
}

const SINGLE = new Set(["'", '‘', '’', '‚']);
const isWord = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}\p{M}]/u.test(character);
const isGap = (character: string | undefined): boolean => character === undefined || /\s/u.test(character);

/** As between French marks, `« … »`. */
const isSpace = (character: string | undefined): boolean => character !== undefined && /[^\S\n]/u.test(character);

/**
 * Finds what stands between quotation marks of any kind; of nested ones the outermost. A mark that is never closed opens nothing, an
 * apostrophe is none.
 */
export function quotedIn(text: string): Quoted[] {
  const found: Quoted[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!canOpen(text, at)) continue;
    const close = closing(text, at);
    if (close === undefined) continue;
    found.push({ start: at, end: close + 1 });
    at = close;
  }
  return found;
}

/** Whether a mark stands where one opens: before what is said, behind white space, a bracket, a dash or another mark. */
function canOpen(text: string, at: number): boolean {
  const mark = text[at] as string;
  if (CLOSERS[mark] === undefined || (isGap(text[at + 1]) && !(mark === '«' && isSpace(text[at + 1])))) return false;
  const before = text[at - 1];
  if (mark === '‘' || mark === '“' || mark === '„' || mark === '‚' || mark === '«' || mark === '「' || mark === '『')
    return !isWord(before) || mark === '「' || mark === '『';
  return isGap(before) || /[\p{Ps}\p{Pd}\p{Pi}\p{Pf}/"'„‚]/u.test(before as string);
}

/** Where the mark at an offset is closed; undefined where it is not, in this paragraph. */
function closing(text: string, open: number): number | undefined {
  const mark = text[open] as string;
  const closers = CLOSERS[mark] as readonly string[];
  let doubtful: number | undefined;
  for (let at = open + 1; at < text.length; at++) {
    const character = text[at] as string;
    const isEnd = closers.includes(character) && (canClose(text, at) || (mark === '«' && !isWord(text[at + 1])));
    if (isEnd && !isPossessive(text, at)) return at;
    if (isEnd) doubtful ??= at;
    else if (canOpen(text, at) && character !== mark) {
      // What is nested is passed over, unless it is an apostrophe at the start of a word: that opens nothing.
      const inner = nested(text, at, closers);
      if (inner !== undefined) at = inner;
    } else if (character === mark && mark !== closers[0] && canOpen(text, at)) return doubtful;
  }
  return doubtful;
}

function nested(text: string, open: number, outer: readonly string[]): number | undefined {
  const close = closing(text, open);
  if (close === undefined) return undefined;
  // 'cause it closes only behind the mark of the words around it: then it was none.
  const first = [...text.slice(open + 1, close)].findIndex((_, i) => {
    const at = open + 1 + i;
    return outer.includes(text[at] as string) && canClose(text, at);
  });
  return first === -1 || !SINGLE.has(text[open] as string) ? close : undefined;
}

/** Whether a mark stands where one closes: behind what is said, not within a word. */
function canClose(text: string, at: number): boolean {
  const [before, after] = [text[at - 1], text[at + 1]];
  if (isGap(before)) return false;
  return !isWord(after) || text[at] === '」' || text[at] === '』';
}

/** Whether it may as well be the apostrophe of “the peers’ room”. */
function isPossessive(text: string, at: number): boolean {
  return SINGLE.has(text[at] as string) && /[sxz]/iu.test(text[at - 1] ?? '') && /^\s+\p{Ll}/u.test(text.slice(at + 1));
}
