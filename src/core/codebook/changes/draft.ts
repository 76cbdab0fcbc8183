import { EditedLines } from '../../text/composeEdits.js';
import type { LineEdit } from '../../text/lineEdit.js';
import { normaliseText } from '../../text/normalise.js';
import { ChangeRefused } from '../change.js';
import type { Codebook, CodebookEntry } from '../codebook.js';
import { parseCodebook } from '../parse.js';

/** A codebook while a change to it is worked out in steps, each of which sees what the one before left. */
export class BookDraft {
  private readonly edited: EditedLines;
  private parsed: Codebook | undefined;

  /**
   * @param raw the codebook as text
   * @param parsed the same read, where somebody has done so
   */
  constructor(raw: string, parsed = parseCodebook(raw)) {
    this.edited = new EditedLines(linesOf(raw));
    this.parsed = parsed;
  }

  /** The codebook as it is now. */
  get book(): Codebook {
    this.parsed ??= parseCodebook(this.text);
    return this.parsed;
  }

  /** Its text as it is now, with a byte order mark, so that a second one in a file is not taken for the mark. */
  get text(): string {
    return `\uFEFF${this.edited.now.join('\n')}`;
  }

  /** Its lines as they are now. */
  get lines(): string[] {
    return this.edited.now;
  }

  /**
   * The entry that now goes by an id.
   * @throws ChangeRefused where there is none
   */
  entry(id: string): CodebookEntry {
    const entry = this.book.find(id);
    if (entry !== undefined) return entry;
    throw new ChangeRefused(`The codebook has no code or theme “${id}” any more.`, 'Look at codebook.md as it is now.');
  }

  /** The entries that now go by some ids, each once. */
  entriesOf(ids: readonly string[]): CodebookEntry[] {
    return [...new Set(ids.map(id => this.entry(id)))];
  }

  /**
   * Applies edits to the lines as they are now.
   * @param parsed what comes of it, where somebody has read that
   */
  apply(edits: readonly LineEdit[], parsed?: Codebook): void {
    if (edits.length === 0) return;
    this.edited.apply(edits);
    this.parsed = parsed;
  }

  /** All edits so far, as one step from the text it began with. */
  edits(): LineEdit[] {
    return this.edited.edits();
  }
}

/** The lines of a text; behind a final line end there is no further line. */
function linesOf(raw: string): string[] {
  const lines = normaliseText(raw).split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
