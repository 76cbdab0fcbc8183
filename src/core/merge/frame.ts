import type { FileVersions } from './merge.js';
import { type Verdict, verdictOf } from './threeWay.js';

/** How a text is written, whatever it says: byte order mark, line ends, and whether its last line has one. Without lines that is not said. */
export interface Frame {
  readonly mark: boolean | undefined;
  /** How its first line ends, where one does; a line that ends in another way is odd. */
  readonly end: '\n' | '\r\n' | undefined;
  readonly isOpen: boolean | undefined;
}

/** A text as its lines without line ends, and how they are written. Behind a final line end there is no further line. */
export interface FramedText {
  readonly frame: Frame;
  readonly lines: readonly string[];
  /** Line ends that are not those of the frame, by line. */
  readonly odd: ReadonlyMap<number, string>;
}

/** A line that comes from some text. `odd`: its line end, where that is not the one of the frame it comes from. */
export interface FramedLine {
  readonly line: string;
  readonly odd?: string | undefined;
}

const MARK = '\ufeff';

/** Takes a text apart; no text at all has no lines. */
export function framed(text: string | undefined): FramedText {
  const raw = text ?? '';
  const frame = frameOf(raw);
  const body = raw.startsWith(MARK) ? raw.slice(1) : raw;
  const odd = new Map<number, string>();
  if (!body.includes('\r')) {
    const lines = body.split('\n');
    if (!frame.isOpen) lines.pop();
    return { frame, lines, odd };
  }
  const lines: string[] = [];
  let start = 0;
  for (const match of body.matchAll(/\r\n?|\n/g)) {
    if (match[0] !== frame.end) odd.set(lines.length, match[0]);
    lines.push(body.slice(start, match.index));
    start = match.index + match[0].length;
  }
  if (frame.isOpen) lines.push(body.slice(start));
  return { frame, lines, odd };
}

function frameOf(text: string): Frame {
  const mark = text.startsWith(MARK);
  if (text.length === Number(mark)) return { mark: undefined, end: undefined, isOpen: undefined };
  const first = /\r\n?|\n/.exec(text)?.[0];
  const end = first === undefined || first === '\r\n' ? first : '\n';
  return { mark, end, isOpen: !/[\r\n]/.test(text.slice(-1)) };
}

/** The line of a text at an index, to be written in another one. */
export function lineAt({ lines, odd }: FramedText, index: number): FramedLine {
  const end = odd.get(index);
  return end === undefined ? { line: lines[index] as string } : { line: lines[index] as string, odd: end };
}

/** Puts lines together as a frame says. */
export function unframed(frame: Frame, lines: readonly FramedLine[]): string {
  if (lines.length === 0) return '';
  const last = lines.length - 1;
  const parts = lines.map(({ line, odd }, i) => {
    // An empty last line without a line end would be no line at all.
    if (i === last && frame.isOpen && line !== '') return line;
    return line + (odd ?? frame.end ?? '\n');
  });
  return (frame.mark ? MARK : '') + parts.join('');
}

/** How the text is written that is made of two: as ours where sides differ and nobody knows better. */
export function mergedFrame({ bases, ours, theirs }: FileVersions): Frame {
  const known = bases.flatMap(text => (text === undefined ? [] : [frameOf(text)]));
  const [mine, other] = [frameOf(ours ?? theirs ?? ''), frameOf(theirs ?? ours ?? '')];
  const verdict = (key: keyof Frame): Verdict => {
    // A text without lines says nothing of how lines are written.
    if (mine[key] === undefined || other[key] === undefined) return mine[key] === undefined ? 'theirs' : 'ours';
    const old = known.flatMap(frame => (frame[key] === undefined ? [] : [String(frame[key])]));
    return verdictOf(old, String(mine[key]), String(other[key]));
  };
  const holds = <K extends keyof Frame>(key: K): Frame[K] => (verdict(key) === 'theirs' ? other : mine)[key];
  return { mark: holds('mark'), end: holds('end'), isOpen: holds('isOpen') };
}
