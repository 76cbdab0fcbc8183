export const BYTE_ORDER_MARK = '\ufeff';

/** A text as its lines with their line ends, without byte order mark. */
export function wholeLines(text: string): string[] {
  const body = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  return body.match(/[^\r\n]*(?:\r\n?|\n)|[^\r\n]+$/g) ?? [];
}

/** Whether a line is a mark of some size. */
export function isMark(line: string, sign: '<' | '|' | '=' | '>', size: number): boolean {
  for (let i = 0; i < size; i++) if (line[i] !== sign) return false;
  const next = line[size];
  return next === undefined || next === ' ' || next === '\t' || next === '\r' || next === '\n';
}
