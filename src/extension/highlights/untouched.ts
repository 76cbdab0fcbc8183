import type * as vscode from 'vscode';

/**
 * Which lines of a document were edited since somebody looked last. As long as no line came in or went, whatever stands on other lines is where
 * it was.
 */
export class EditedLines {
  private readonly lines = new Set<number>();
  private isMoved = false;

  /** Takes an edit in. */
  edit(changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    for (const { range, text } of changes) {
      this.isMoved ||= !range.isSingleLine || /[\r\n]/.test(text);
      this.lines.add(range.start.line);
    }
  }

  /** Whether nothing happened on the lines of some ranges, nor to their numbers. */
  leaves(ranges: readonly vscode.Range[]): boolean {
    if (this.isMoved) return false;
    const lines = [...this.lines];
    return !ranges.some(({ start, end }) => lines.some(line => start.line <= line && line <= end.line));
  }
}

/** Whether two lists have the same ranges in the same order. */
export function sameRanges(a: readonly vscode.Range[], b: readonly vscode.Range[]): boolean {
  return a.length === b.length && a.every((range, i) => range.isEqual(b[i] as vscode.Range));
}
