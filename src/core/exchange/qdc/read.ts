import { readColor, toHex } from '../colors.js';
import { checkCount, checkLength, type Draft, draftOf, readTitle } from '../draft.js';
import { fieldsOfMarkdown, fieldsOfText, textOfFields } from '../fields.js';
import { readGuid } from '../guid.js';
import { type ExchangeCodebook, ExchangeError, type Remark, walk } from '../model.js';
import { MARK, type Mark, readMark } from './mark.js';
import { type CodeSet, reshape } from './programs.js';
import { shownColor } from './write.js';
import { type Element, readXml } from './xml.js';

/** What a reader answers: the codebook, and what of the file it could not take over or had to change. */
export interface ReadFile {
  readonly book: ExchangeCodebook;
  readonly remarks: readonly Remark[];
}

/**
 * Reads a REFI-QDA codebook (`.qdc`) or the codebook in a project file (`.qde`), as programs really write them: any
 * version of the namespace, empty containers, `rgba()` colours, GUIDs in braces or twice, no `isCodable`.
 * @param text decoded, line ends LF
 * @throws ExchangeError where it is no XML, no codebook, or dangerous
 */
export function readQdc(text: string): ReadFile {
  const root = readXml(text);
  const remarks: Remark[] = [];
  const codebook = root.name === 'CodeBook' ? root : childrenNamed(root, 'CodeBook')[0];
  if (codebook === undefined) {
    const isProject = root.name === 'Project';
    throw new ExchangeError(
      isProject
        ? 'This project holds no codebook.'
        : `This XML file holds no codebook, but “${root.name.slice(0, 60)}”.`,
      'Export the codebook as REFI-QDA .qdc.',
    );
  }
  const isOurs = codebook.instructions(MARK).length > 0;
  const codes = childrenNamed(codebook, 'Codes').flatMap(each => childrenNamed(each, 'Code'));
  const reader = new CodeReader(remarks);
  const roots = codes.map(code => reader.read(code));
  const origin = (codebook.attributes.get('origin') ?? root.attributes.get('origin') ?? '').trim();
  const sets = [...new Set([codebook, root])].flatMap(holder => childrenNamed(holder, 'Sets')).flatMap(setsOf);
  const entries = isOurs ? roots : reshape(roots, sets, origin, remarks);
  if (root !== codebook)
    remarks.push({ what: 'Of the project only the codebook was read: no sources, codings or memos.' });
  const head = readMark(codebook.instructions(MARK)[0] ?? '');
  return {
    book: {
      ...(head.title !== undefined && { title: head.title }),
      ...(head.prose !== undefined && { intro: head.prose }),
      entries,
    },
    remarks,
  };
}

class CodeReader {
  private count = 0;

  constructor(private readonly remarks: Remark[]) {}

  read(code: Element): Draft {
    checkCount(++this.count, () => code.line());
    const instruction = code.instructions(MARK)[0];
    const mark = instruction === undefined ? undefined : readMark(instruction);
    const name = code.attributes.get('name') ?? '';
    checkLength(name, name, () => code.line());
    const title = mark === undefined ? readTitle(name, this.remarks) : (mark.title ?? name);
    const entry = draftOf(title, isTheme(code) ? 'theme' : 'code');
    // MAXQDA and flat lists do not tell themes from codes.
    if (mark === undefined && !isTheme(code)) entry.isKindGuessed = true;
    const guid = readGuid(code.attributes.get('guid'));
    if (guid !== undefined) entry.guid = guid;
    if (mark?.id !== undefined) entry.id = mark.id;
    entry.classes = mark?.classes ?? [];
    entry.formerly = mark?.formerly ?? [];
    this.readColor(code, mark, entry);
    this.readText(code, mark, entry);
    if (childrenNamed(code, 'NoteRef').length > 0)
      this.remarks.push({ entry: title, what: 'Memos linked to a code are not taken over; only its description is.' });
    entry.children = childrenNamed(code, 'Code').map(child => this.read(child));
    return entry;
  }

  /** The colour in the mark counts as long as nobody changed the one that others see. */
  private readColor(code: Element, mark: Mark | undefined, entry: Draft): void {
    const written = code.attributes.get('color')?.trim() ?? '';
    const own = { ...entry, ...(mark?.color !== undefined && { color: mark.color }) };
    const shown = mark === undefined ? undefined : shownColor(own);
    const isUntouched = mark !== undefined && (shown === undefined ? '' : toHex(shown)) === written.toUpperCase();
    const color = isUntouched ? mark.color : readColor(written);
    if (color !== undefined) entry.color = color;
    else if (!isUntouched && written !== '')
      this.remarks.push({ entry: entry.title, what: 'A colour could not be read; the code gets one of its own.' });
  }

  /** Likewise the Markdown in the mark as long as nobody changed the description. */
  private readText(code: Element, mark: Mark | undefined, entry: Draft): void {
    const text = childrenNamed(code, 'Description')
      .map(each => each.text.trim())
      .filter(each => each !== '')
      .join('\n\n');
    for (const each of [text, mark?.prose ?? '']) checkLength(entry.title, each, () => code.line());
    const own = mark?.prose === undefined ? undefined : fieldsOfMarkdown(mark.prose);
    if (own !== undefined && mark?.prose !== undefined && sameText(textOfFields(own), text)) {
      Object.assign(entry, own, { prose: mark.prose });
    } else Object.assign(entry, fieldsOfText(text), mark !== undefined && text === '' ? { prose: '' } : {});
  }
}

/** XML cannot hold every character, and some programs fold white space. */
function sameText(a: string, b: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them
  const fold = (text: string): string => text.replace(/[\0-\x1f\ufffd-\uffff\s]|\p{Surrogate}/gu, '');
  return fold(a) === fold(b);
}

function isTheme(code: Element): boolean {
  return /^(false|0)$/i.test(code.attributes.get('isCodable')?.trim() ?? '');
}

function setsOf(sets: Element): CodeSet[] {
  return childrenNamed(sets, 'Set').map(set => ({
    name: readTitle(set.attributes.get('name') ?? '', []),
    description: childrenNamed(set, 'Description')[0]?.text ?? '',
    // `.qdc` says guid, `.qde` targetGUID.
    guids: childrenNamed(set, 'MemberCode').flatMap(
      member => readGuid(member.attributes.get('guid') ?? member.attributes.get('targetGUID')) ?? [],
    ),
  }));
}

function childrenNamed(element: Element, name: string): Element[] {
  return element.children.filter(child => child.name === name);
}

/** How many entries a codebook has. */
export function countOf(book: ExchangeCodebook): number {
  let count = 0;
  for (const _ of walk(book.entries)) count++;
  return count;
}
