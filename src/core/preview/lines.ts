import type { MarkdownToken } from './token.js';

/**
 * Finds the source of inline blocks in the whole text. A block's own source is the lines of the text without what makes
 * them a quotation, a list item, a heading or a row of a table.
 */
export class BlockLines {
  private readonly starts: number[] = [0];
  /** The cells of a row share a line: where the last one ended. */
  private cellAt = { line: -1, column: 0 };

  constructor(private readonly text: string) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
  }

  /**
   * @param inline the token of an inline block
   * @param first its first line; a cell has that of its row
   * @param isCell whether it shares its line with others
   * @returns for every line of the block's source where it starts in the text, in UTF-16 units
   */
  place(inline: MarkdownToken, first: number, isCell: boolean): number[] {
    return inline.content.split('\n').map((line, i) => {
      const number = first + i;
      const start = this.starts[number] ?? this.text.length;
      const written = this.text.slice(start, (this.starts[number + 1] ?? this.text.length + 1) - 1);
      if (!isCell) return start + columnOf(written, line);
      const from = this.cellAt.line === number ? this.cellAt.column : 0;
      const found = written.indexOf(line, from);
      const column = found === -1 ? from : found;
      this.cellAt = { line: number, column: column + line.length };
      return start + column;
    });
  }
}

/** Where a line of a block is in its line of the text: at its end as a rule, for what makes the block stands before it. */
function columnOf(written: string, line: string): number {
  const [full, part] = [written.trimEnd(), line.trimEnd()];
  if (full.endsWith(part)) return full.length - part.length;
  const found = written.indexOf(part);
  if (found !== -1) return found;
  // Tabs before the text may have been made spaces.
  const bare = written.indexOf(part.trimStart());
  return bare === -1 ? 0 : bare - (part.length - part.trimStart().length);
}
