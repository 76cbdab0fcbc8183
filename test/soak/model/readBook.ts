import { type FileState, type Respects, said } from './state.js';

interface Heading {
  readonly level: number;
  readonly id: string;
  readonly former: readonly string[];
  readonly respects: Map<string, string>;
  readonly lines: string[];
}

const KEYWORDS = ['include', 'exclude', 'example'] as const;
const PHASES = ['candidate', 'reviewed', 'defined'];

/**
 * Reads a codebook as plainly as can be: headings with what stands below each, paragraph by paragraph. Good for the codebooks that the
 * simulation writes, which have neither code blocks nor comments. What stands before the first entry is the subject `book`; a former id is the
 * subject `where ID`, and what is recorded of a merged code the subject `record ID`.
 */
export function readBook(text: string | undefined): FileState {
  const found = new Map<string, Respects>();
  if (text === undefined) return found;
  const before: string[] = [];
  const open: Heading[] = [];
  const all: Heading[] = [];
  for (const line of text.split('\n')) {
    const heading = headingIn(line);
    if (heading === undefined) {
      (all.at(-1)?.lines ?? before).push(line);
      continue;
    }
    while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop();
    const parent = heading.respects.get('moved') ?? open.at(-1)?.id ?? '';
    heading.respects.set('moved', parent);
    open.push(heading);
    all.push(heading);
  }
  found.set('book', new Map([['text', said(paragraphs(before))]]));
  const put = (id: string, respects: Respects): void => {
    let name = id;
    for (let n = 2; found.has(name); n++) name = `${id} again ${n}`;
    found.set(name, respects);
  };
  for (const { id, former, respects, lines } of all) {
    const { own, records } = readProse(paragraphs(lines));
    put(id, new Map([...respects, ...own]));
    for (const other of former) put(`where ${other}`, new Map([['in', id]]));
    for (const [other, texts] of records) put(`record ${other}`, new Map([['text', said(texts)]]));
  }
  return found;
}

function headingIn(line: string): Heading | undefined {
  const match = /^(#{2,6}) (.*)$/.exec(line);
  if (match === null) return undefined;
  const [, hashes = '', rest = ''] = match;
  const braces = / ?\{([^{}]*)\}$/.exec(rest);
  const title = braces === null ? rest : rest.slice(0, braces.index);
  const respects = new Map([['title', said(title)]]);
  const classes: string[] = [];
  let id = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  respects.set('kind', 'code');
  const former: string[] = [];
  for (const item of (braces?.[1] ?? '').match(/[^\s"]+(?:"[^"]*")?/g) ?? []) {
    const [key = '', value = ''] = item.replaceAll('"', '').split(/=(.*)/s);
    if (item.startsWith('#')) id = item.slice(1);
    else if (item === '.theme') respects.set('kind', 'theme');
    else if (item.startsWith('.')) classes.push(item.slice(1));
    else if (key === 'formerly') former.push(...value.split(/[\s,]+/).filter(Boolean));
    else respects.set(key === 'parent' ? 'moved' : key, key === 'parent' ? value : said(value));
  }
  const phase = classes.filter(name => PHASES.includes(name));
  if (phase.length > 0) respects.set('phase', said(phase));
  for (const name of classes) if (!phase.includes(name)) respects.set(`class ${name}`, 'there');
  return { level: hashes.length, id, former, respects, lines: [] };
}

/** Stretches of lines between blank ones, each as one text. */
function paragraphs(lines: readonly string[]): string[] {
  return lines
    .join('\n')
    .split(/\n[ \t]*\n/)
    .map(part => part.replace(/^\n+|\n+$/g, ''))
    .filter(part => part.trim() !== '');
}

/**
 * What stands below a heading: one definition; each criterion, example and further paragraph for itself; and the records of merged codes, each
 * with the quotation below it.
 */
function readProse(parts: readonly string[]): { own: Map<string, string>; records: Map<string, string[]> } {
  const own = new Map<string, string>();
  const records = new Map<string, string[]>();
  let record: string[] | undefined;
  let isFirst = true;
  for (const part of parts) {
    const merged = /^Merged: (.*?) ?\{#([^\s}]+)([^}]*)\}/.exec(part);
    if (merged !== null) {
      const items = (merged[3] ?? '').match(/[^\s"]+(?:"[^"]*")?/g) ?? [];
      // Where it stood, and what had been merged into it, says nothing of the code itself.
      const own = items.filter(item => !/^(?:parent|stood-after|stood-before|formerly)=/.test(item));
      record = [merged[1] as string, ...own.sort()];
      records.set(merged[2] as string, record);
    } else if (record !== undefined && part.startsWith('>')) record.push(part);
    else {
      record = undefined;
      const keyword = KEYWORDS.find(word => part.toLowerCase().startsWith(`${word}:`));
      if (keyword === undefined && isFirst) own.set('definition', said(part));
      else own.set(`${keyword ?? 'text'} ${part}`, 'there');
      isFirst = false;
    }
  }
  return { own, records };
}
