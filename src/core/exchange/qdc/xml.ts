import { parseXml, XmlElement, XmlError, XmlProcessingInstruction, XmlText } from '@rgrove/parse-xml';
import { DEEPEST, ExchangeError } from '../model.js';

/** An XML element as far as we look: names without their namespace prefix. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  /** Its own text, entities resolved. */
  readonly text: string;
  /** Line in the file, from 1, that it starts in. */
  line(): number;
  /** Contents of its processing instructions of one target, in order. */
  instructions(target: string): readonly string[];
}

/**
 * Reads XML that may come from anybody. Before anything is parsed, document types (and with them entity declarations and
 * external entities) and great depth are refused; entities other than the five of XML itself are refused as well.
 * @throws ExchangeError with the line
 */
export function readXml(text: string): Element {
  guard(text);
  try {
    const { root } = parseXml(text, { includeOffsets: true });
    if (root === null) throw notXml('It holds no element.', 1);
    return toElement(root, text);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    const reason = (error.message.split('\n')[0] ?? '').replace(/ \(line \d+, column \d+\)$/, '');
    if (reason.startsWith("Named entity isn't defined")) {
      throw new ExchangeError(
        'The file uses an XML entity other than the five of XML itself; it was not read.',
        'Export the codebook again from the program it comes from.',
        error.line,
      );
    }
    throw notXml(`${reason}.`, error.line);
  }
}

function notXml(reason: string, line: number): ExchangeError {
  return new ExchangeError(
    `The file is not complete, correct XML: ${reason}`,
    'Export the codebook again; the file may have been cut off on the way.',
    line,
  );
}

/** One pass over the tags, without recursion: refuses what would be dangerous or endless to parse. */
function guard(text: string): void {
  let depth = 0;
  let count = 0;
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at)) {
    if (++count > MOST_TAGS) {
      throw new ExchangeError(
        `The file holds more than ${MOST_TAGS} tags, which no codebook does.`,
        'Export the codebook alone, without sources and codings.',
        lineAt(text, at),
      );
    }
    const skipped = SKIPPED.find(([start]) => text.startsWith(start, at));
    if (skipped !== undefined) at = endOf(text, skipped[1], at + skipped[0].length);
    else if (text.startsWith('<!', at)) {
      throw new ExchangeError(
        'The file declares a document type or entities (<!…>). No codebook needs that, and it can be used to do harm; it was not read.',
        'Export the codebook again from the program it comes from, or take the declaration out.',
        lineAt(text, at),
      );
    } else if (text.startsWith('</', at)) {
      depth--;
      at = endOf(text, '>', at);
    } else {
      const start = at;
      at = endOfTag(text, at + 1);
      if (text[at - 2] !== '/') depth++;
      if (depth > DEEPEST) throw tooDeep(lineAt(text, start));
    }
  }
}

/** Parsers take memory for each, however short. */
const MOST_TAGS = 400_000;
const MOST_ATTRIBUTES = 1000;

/** The refusal of what is nested too deeply. */
export function tooDeep(line?: number): ExchangeError {
  return new ExchangeError(
    `The file is nested more than ${DEEPEST} levels deep, which no codebook is.`,
    'Export the codebook again from the program it comes from.',
    line,
  );
}

const SKIPPED = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

function endOf(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  return at === -1 ? text.length : at + end.length;
}

/** Behind the `>` of a tag; those in quotes do not count. */
function endOfTag(text: string, from: number): number {
  const mark = /["'>]/g;
  mark.lastIndex = from;
  let quotes = 0;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    if (found[0] === '>') return found.index + 1;
    if (++quotes > MOST_ATTRIBUTES) {
      throw new ExchangeError(
        `A tag has more than ${MOST_ATTRIBUTES} attributes, which no codebook has.`,
        'Export the codebook again from the program it comes from.',
        lineAt(text, from),
      );
    }
    mark.lastIndex = endOf(text, found[0], found.index + 1);
  }
  return text.length;
}

function lineAt(text: string, at: number): number {
  let line = 1;
  for (let found = text.indexOf('\n'); found !== -1 && found < at; found = text.indexOf('\n', found + 1)) line++;
  return line;
}

function toElement(node: XmlElement, source: string): Element {
  const children: Element[] = [];
  const texts: string[] = [];
  const instructions: XmlProcessingInstruction[] = [];
  for (const child of node.children) {
    if (child instanceof XmlElement) children.push(toElement(child, source));
    else if (child instanceof XmlText) texts.push(child.text);
    else if (child instanceof XmlProcessingInstruction) instructions.push(child);
  }
  return {
    name: localName(node.name),
    attributes: new Map(Object.entries(node.attributes)),
    children,
    text: texts.join(''),
    line: () => lineAt(source, node.start),
    instructions: target => instructions.filter(({ name }) => name === target).map(({ content }) => content),
  };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
