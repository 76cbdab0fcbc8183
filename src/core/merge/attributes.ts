import { CODEBOOK_FILE, CODINGS_FOLDER, PARTICIPANTS_FILE, STUDY_FILE } from '../study/layout.js';

/** The file by which git is told what to do with files, in the folder of a study. */
export const ATTRIBUTES_FILE = '.gitattributes';
/** What git calls the way in which Verbatim merges. */
export const DRIVER = 'verbatim';

const BEGIN =
  '# Verbatim merges these files by their meaning. Written by “verbatim git setup”; “verbatim git unset” takes it away.';
/** The same where it had to end the line above first. */
const BEGIN_OPEN = `${BEGIN} The line above had no end.`;
const END = '# End of what Verbatim wrote.';
const PATTERNS = [
  ...[`${CODINGS_FOLDER}/**/*.jsonl`, `${CODINGS_FOLDER}/**/*.ndjson`],
  ...[CODEBOOK_FILE, PARTICIPANTS_FILE, STUDY_FILE],
];
const LINES = [BEGIN, ...PATTERNS.map(pattern => `/${pattern} merge=${DRIVER}`), END];

/** Files of every kind that is merged by meaning, be they there or not. */
export const MERGED_SAMPLES: readonly string[] = [
  ...[`${CODINGS_FOLDER}/EA/transcripts/pp-01.jsonl`, `${CODINGS_FOLDER}/EA/transcripts/pp-01.reading.ndjson`],
  ...[`${CODINGS_FOLDER}/EA/discussion.ndjson`, CODEBOOK_FILE, PARTICIPANTS_FILE, STUDY_FILE],
];

/** Whether a file of attributes has the lines that we write, or what is left of them. */
export function hasBlock(text: string): boolean {
  return linesOf(text).some(line => isBegin(bare(line)));
}

/**
 * A file of attributes with our lines, which come last where they are new. All other lines stay as they are; the line ends are those of the file.
 * @param text undefined where there is no such file
 */
export function withBlock(text: string | undefined): string {
  const lines = linesOf(text ?? '');
  const end = lines.some(line => line.endsWith('\r\n')) ? '\r\n' : '\n';
  const at = lines.findIndex(line => isBegin(bare(line)));
  if (at !== -1) {
    const { own, others } = blockAt(lines, at);
    const begin = bare(lines[at] as string);
    const block = [begin, ...LINES.slice(1)];
    if (own.length === block.length && others.length === 0 && own.every((line, i) => bare(line) === block[i]))
      return text ?? '';
    return [...lines.slice(0, at), ...block.map(line => line + end), ...others, ...restBehind(lines, at)].join('');
  }
  const isOpen = lines.length > 0 && !(lines.at(-1) as string).endsWith('\n');
  const block = isOpen ? ['', BEGIN_OPEN, ...LINES.slice(1)] : LINES;
  return (text ?? '') + block.map(line => line + end).join('');
}

/**
 * The file without our lines, whatever was written around them or between them since.
 * @returns undefined where nothing else is in it
 */
export function withoutBlock(text: string): string | undefined {
  let lines = linesOf(text);
  for (let at = 0; at !== -1; at = lines.findIndex(line => isBegin(bare(line)))) {
    const begin = lines[at];
    if (begin === undefined || !isBegin(bare(begin))) continue;
    const { others } = blockAt(lines, at);
    const [above, rest] = [lines.slice(0, at), [...others, ...restBehind(lines, at)]];
    const last = above.at(-1);
    if (bare(begin) === BEGIN_OPEN && last !== undefined && rest.length === 0) above[above.length - 1] = bare(last);
    lines = [...above, ...rest];
  }
  return lines.length === 0 ? undefined : lines.join('');
}

/** Our lines from where they begin, and what somebody else wrote between them. */
function blockAt(lines: readonly string[], at: number): { own: string[]; others: string[] } {
  const block = lines.slice(at, endOf(lines, at));
  const isOurs = (line: string): boolean => isOwn(bare(line));
  return { own: block.filter(isOurs), others: block.filter(line => !isOurs(line)) };
}

const restBehind = (lines: readonly string[], at: number): string[] => lines.slice(endOf(lines, at));

/** Behind the last of our lines: the mark at the end, or where that is gone, the last line that can only be ours. */
function endOf(lines: readonly string[], at: number): number {
  const next = lines.findIndex((line, i) => i > at && isBegin(bare(line)));
  const limit = next === -1 ? lines.length : next;
  const end = lines.findIndex((line, i) => i > at && i < limit && bare(line) === END);
  if (end !== -1) return end + 1;
  let last = at + 1;
  while (last < limit && isOwn(bare(lines[last] as string))) last++;
  return last;
}

const isBegin = (line: string): boolean => line === BEGIN || line === BEGIN_OPEN;
const isOwn = (line: string): boolean => isBegin(line) || LINES.includes(line);

/** A line without its end, and without spaces there. */
const bare = (line: string): string => line.trimEnd();

/** A text as its lines with their ends. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
