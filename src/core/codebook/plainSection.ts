import type { Block } from './markdown.js';

/** A heading that starts its line. Nothing but a code block or an HTML block around it can make it anything else. */
export const HEADING = /^#{1,6}(?=[ \t]|$)/;

/** A line of nothing but spaces. */
export const BLANK = /^[ \t]*$/;

/** Text that can only go on with a paragraph, or start one. */
const TEXT = /^(?:[^\s#>*+\-_=`~<[\d\0\uFEFF]|\d+(?![\d.)])|[*_]{1,2}\p{L})/u;

/** What a line may be besides: blank, or of a list or quote that holds text. */
const MARKER = /^[-*+>] /;

/**
 * Reads a section that consists of a heading, paragraphs, and lists and quotes of a single level, as nearly all do.
 * Gives what remark would, much faster.
 * @returns undefined where anything else is in it
 */
export function readPlainSection(lines: readonly string[], from: number, to: number): Block[] | undefined {
  const blocks: Block[] = [];
  const heading = HEADING.exec(lines[from] ?? '');
  if (heading !== null) blocks.push({ kind: 'heading', level: heading[0].length, line: from });
  const section = new PlainSection(lines, blocks);
  for (let line = heading === null ? from : from + 1; line < to; line++) if (!section.add(line)) return undefined;
  section.close(to);
  return blocks;
}

/** Takes a section line by line. */
class PlainSection {
  /** First line of the paragraph that is open. */
  private paragraph: number | undefined;
  /** Whether the next line of text goes on with a quote. */
  private inQuote = false;
  /** The list that is open, and whether the next line of text goes on with its last item. */
  private list: { readonly marker: string; readonly items: string[]; goesOn: boolean } | undefined;

  constructor(
    private readonly lines: readonly string[],
    private readonly blocks: Block[],
  ) {}

  /** @returns whether the line is of a kind that is read here */
  add(line: number): boolean {
    const text = this.lines[line] as string;
    if (BLANK.test(text)) this.blank(line);
    else if (TEXT.test(text)) this.text(line, text);
    else if (MARKER.test(text) && TEXT.test(text.slice(2))) this.marked(line, text[0] as string, text.slice(2));
    else return false;
    return true;
  }

  /** Ends the paragraph that is open, if any. */
  close(line: number): void {
    if (this.paragraph === undefined) return;
    const text = this.lines.slice(this.paragraph, line).join('\n');
    this.blocks.push({ kind: 'paragraph', line: this.paragraph, text });
    this.paragraph = undefined;
  }

  private blank(line: number): void {
    this.close(line);
    this.inQuote = false;
    if (this.list !== undefined) this.list.goesOn = false;
  }

  private text(line: number, text: string): void {
    if (this.list?.goesOn) this.list.items.push(`${this.list.items.pop()}\n${text}`);
    else if (!this.inQuote) {
      this.list = undefined;
      this.paragraph ??= line;
    }
  }

  private marked(line: number, marker: string, text: string): void {
    this.close(line);
    if (marker === '>') {
      if (!this.inQuote) this.blocks.push({ kind: 'other', line });
      this.inQuote = true;
      this.list = undefined;
      return;
    }
    this.inQuote = false;
    if (this.list?.marker === marker) this.list.items.push(text);
    else {
      this.list = { marker, items: [text], goesOn: true };
      this.blocks.push({ kind: 'list', line, items: this.list.items });
    }
    this.list.goesOn = true;
  }
}
