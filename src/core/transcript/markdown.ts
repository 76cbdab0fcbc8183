import type { Code, Heading, InlineCode, Nodes, Root } from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { alignCode, alignText, endOfInk, insideTicks, literal, type Part } from './align.js';
import type { Layout } from './layout.js';
import type { TextRun } from './transcript.js';

const processor = unified().use(dialect).use(remarkParse);

/**
 * The tree of a stretch of Markdown, as transcripts and manuscripts are read: with tables, without link definitions. Offsets are UTF-16
 * units of the stretch.
 */
export function parseMarkdown(source: string): Root {
  // Remark drops a byte order mark and counts on behind it: with one to drop, it counts from the start of the stretch.
  return processor.parse(`\ufeff${source}`);
}

/** Tables are read; link definitions are not: `[Ann]: Yes` is speech, and `[laughs]` never a link. */
function dialect(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [gfmTable(), { disable: { null: ['definition'] } }];
  data.fromMarkdownExtensions = [gfmTableFromMarkdown()];
}

/** More containers on a line, or more marks between two blank lines, than anybody writes: reading them would take minutes. */
const TOO_DEEP = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){30}|^[ \t]{120}/m;
const MOST_MARKS = 4000;

/** Whether a stretch of Markdown would take out of proportion long to read; it is then shown as its source says. */
export function isTooIntricate(source: string): boolean {
  if (TOO_DEEP.test(source)) return true;
  if (source.length <= MOST_MARKS) return false;
  let marks = 0;
  for (let at = 0; at < source.length; at++) {
    const unit = source.charCodeAt(at);
    // * _ ` [ ] ! & < \ and a blank line, which starts the count again
    if (unit === 0x2a || unit === 0x5f || unit === 0x60 || unit === 0x5b || unit === 0x5d || unit === 0x26) marks++;
    else if (unit === 0x21 || unit === 0x3c || unit === 0x5c) marks++;
    else if (unit === 0x0a && source.charCodeAt(at + 1) === 0x0a) marks = 0;
    if (marks > MOST_MARKS) return true;
  }
  return false;
}

/**
 * Lays out a stretch of Markdown, read by remark.
 * @param base where the stretch starts in the text
 */
export function readMarkdown(source: string, base: number, layout: Layout): void {
  new Reader(source, base, layout).read(parseMarkdown(source));
}

/** Walks the tree. What it does not name has no text of its own, or, as HTML and images, none that is shown. */
class Reader {
  private kind: TextRun['kind'] = 'prose';
  private heading = 0;
  /** Whether what comes next starts a line. */
  private fresh = false;
  /** Whether that line is the first of its block. */
  private first = true;

  constructor(
    private readonly source: string,
    private readonly base: number,
    private readonly layout: Layout,
  ) {}

  read(node: Nodes): void {
    const { source } = this;
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? start;
    if (this.fresh) this.line(start);
    if (node.type === 'paragraph') this.open('prose');
    else if (node.type === 'table') this.open('table');
    else if (node.type === 'heading') this.openHeading(node, start);
    else if (node.type === 'code') this.code(node, start, end);
    else if (node.type === 'inlineCode') this.inlineCode(node, start, end);
    else if (node.type === 'break') this.lineEnd(source.indexOf('\n', start));
    else if (node.type === 'text') for (const part of alignText(source, start, end, node.value)) this.text(part);
    if (node.type === 'link' && source[start] === '<') this.piece(literal(source, start + 1, end - 1));
    else if ('children' in node) for (const child of node.children) this.read(child);
    // The address behind the text of a link may start a line, where no label can stand.
    if (node.type === 'link') this.fresh = false;
  }

  private open(kind: TextRun['kind'], heading = 0): void {
    this.layout.blocks++;
    this.kind = kind;
    this.heading = heading;
    this.fresh = kind === 'prose' || kind === 'heading';
    this.first = true;
  }

  private openHeading({ children, depth }: Heading, start: number): void {
    const isUnderlined = children[0]?.position?.start.offset === start;
    this.open('heading', isUnderlined ? 0 : depth);
    this.line(start);
  }

  private line(start: number): void {
    const { base, first, heading } = this;
    const end = endOfInk(this.source, start, this.source.length);
    this.layout.lines.push({ start: base + start, end: base + end, block: this.layout.blocks, first, heading });
    this.fresh = false;
    this.first = false;
  }

  private text(part: Part): void {
    if (this.source[part.start] === '\n') this.lineEnd(part.start);
    else {
      if (this.fresh) this.line(part.start);
      this.piece(part);
    }
  }

  private lineEnd(start: number): void {
    this.piece(literal(this.source, start, start + 1));
    this.fresh = true;
  }

  private code({ value }: Code, start: number, end: number): void {
    this.open('code');
    const isFenced = /[`~]/.test(this.source[start] as string);
    const from = isFenced ? this.source.indexOf('\n', start) + 1 : start;
    const parts = [...alignCode(this.source, from, end, value)];
    // Line ends before the first and behind the last line with text are left out.
    const isText = ({ text }: Part): boolean => text !== '\n';
    for (const part of parts.slice(parts.findIndex(isText), parts.findLastIndex(isText) + 1)) this.piece(part);
  }

  private inlineCode({ value }: InlineCode, start: number, end: number): void {
    // In a table a bar in code is written with a backslash, which remark takes away.
    const written = this.kind === 'table' ? value.replaceAll('|', '\\|') : value;
    const [from, to] = insideTicks(this.source, start, end, written);
    for (const part of alignCode(this.source, from, to, written)) this.piece(part, this.base + start + 1);
  }

  private piece({ start, end, text }: Part, own = 0): void {
    const { base, kind } = this;
    this.layout.pieces.push({ start: base + start, end: base + end, text, kind, block: this.layout.blocks, own });
  }
}
