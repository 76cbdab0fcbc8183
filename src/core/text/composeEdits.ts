import { EditConflict, type LineEdit } from './lineEdit.js';

/** A line of a text that is being changed, and where it stood at first; undefined for a line that came in since. */
interface TracedLine {
  readonly text: string;
  readonly origin: number | undefined;
}

/** A text that is changed several times and in the end tells the edits that lead there at once. */
export class EditedLines {
  private readonly before: readonly string[];
  private lines: TracedLine[];

  /** @param lines lines without their line ends; the empty one behind a final line end is not among them */
  constructor(lines: readonly string[]) {
    this.before = lines;
    this.lines = lines.map((text, origin) => ({ text, origin }));
  }

  /** The lines as they are now. */
  get now(): string[] {
    return this.lines.map(line => line.text);
  }

  /**
   * Applies edits; their line numbers are those of the lines as they are now.
   * @throws EditConflict where a line to be removed is another one
   */
  apply(edits: readonly LineEdit[]): void {
    const result: TracedLine[] = [];
    let done = 0;
    for (const { line, remove, insert } of [...edits].sort((a, b) => a.line - b.line)) {
      const at = Math.min(line, this.lines.length);
      if (at < done) throw new EditConflict(line);
      remove.forEach((expected, i) => {
        if (this.lines[at + i]?.text !== expected) throw new EditConflict(at + i);
      });
      for (let i = done; i < at; i++) result.push(this.lines[i] as TracedLine);
      for (const text of insert) result.push({ text, origin: undefined });
      done = at + remove.length;
    }
    for (let i = done; i < this.lines.length; i++) result.push(this.lines[i] as TracedLine);
    this.lines = result;
  }

  /** The edits that lead from the first lines to those of now: as few lines as the edits touched, less what came back. */
  edits(): LineEdit[] {
    const edits: LineEdit[] = [];
    let from = 0;
    let insert: string[] = [];
    const flush = (to: number): void => {
      const edit = trimmed({ line: from, remove: this.before.slice(from, to), insert });
      if (edit !== undefined) edits.push(edit);
      insert = [];
    };
    for (const { text, origin } of this.lines) {
      if (origin === undefined) insert.push(text);
      else {
        flush(origin);
        from = origin + 1;
      }
    }
    flush(this.before.length);
    return edits;
  }
}

/** An edit without the lines at its ends that stay as they are; undefined where nothing is left of it. */
function trimmed({ line, remove, insert }: LineEdit): LineEdit | undefined {
  const most = Math.min(remove.length, insert.length);
  let start = 0;
  while (start < most && remove[start] === insert[start]) start++;
  let end = 0;
  while (end < most - start && remove[remove.length - 1 - end] === insert[insert.length - 1 - end]) end++;
  const edit = {
    line: line + start,
    remove: remove.slice(start, remove.length - end),
    insert: insert.slice(start, insert.length - end),
  };
  return edit.remove.length === 0 && edit.insert.length === 0 ? undefined : edit;
}
