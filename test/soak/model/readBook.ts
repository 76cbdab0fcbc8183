import { type FileState, type Respects, said } from './state.js';

interface Heading {
  readonly level: number;
  readonly id: string;
  readonly respects: Map<string, string>;
  readonly lines: string[];
}

const KEYWORDS = ['include', 'exclude', 'example'] as const;
const PHASES = ['candidate', 'reviewed', 'defined'];

/**
 * Reads a codebook as plainly as can be: headings with what stands below each, paragraph by paragraph. Good for the codebooks that the
 * simulation writes, which have neither code blocks nor comments. What stands before the first entry is the subject `book`.
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
    const parent = heading.respects.get('moved') ?? said(open.at(-1)?.id ?? '');
    heading.respects.set('moved', parent);
    open.push(heading);
    all.push(heading);
  }
  found.set('book', new Map([['text', said(paragraphs(before))]]));
  for (const { id, respects, lines } of all) {
    for (const [name, value] of readProse(paragraphs(lines))) respects.set(name, value);
    let name = id;
    for (let n = 2; found.has(name); n++) name = `${id} again ${n}`;
    found.set(name, respects);
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
  for (const item of (braces?.[1] ?? '').match(/[^\s"]+(?:"[^"]*")?/g) ?? []) {
    if (item.startsWith('#')) id = item.slice(1);
    else if (item === '.theme') respects.set('kind', 'theme');
    else if (item.startsWith('.')) classes.push(item.slice(1));
    else takePair(respects, item);
  }
  const phase = classes.filter(name => PHASES.includes(name));
  if (phase.length > 0) respects.set('phase', said(phase));
  const further = classes.filter(name => !PHASES.includes(name)).sort();
  if (further.length > 0) respects.set('classes', said(further));
  return { level: hashes.length, id, respects, lines: [] };
}

function takePair(respects: Map<string, string>, item: string): void {
  const [key = '', ...rest] = item.split('=');
  const value = rest.join('=').replaceAll('"', '');
  if (key === 'parent') respects.set('moved', said(value));
  else if (key === 'formerly')
    for (const id of value.split(/[\s,]+/).filter(Boolean)) respects.set(`formerly ${id}`, 'true');
  else respects.set(key === 'color' ? 'color' : `attribute ${key}`, said(value));
}

/** Stretches of lines between blank ones, each as one text. */
function paragraphs(lines: readonly string[]): string[] {
  return lines
    .join('\n')
    .split(/\n[ \t]*\n/)
    .map(part => part.replace(/^\n+|\n+$/g, ''))
    .filter(part => part.trim() !== '');
}

/** What stands below a heading: the records of merged codes are told apart, each with the quotation below it. */
function readProse(parts: readonly string[]): Map<string, string> {
  const found = new Map<string, string[]>();
  let merged: string | undefined;
  let isFirst = true;
  for (const part of parts) {
    const record = /^Merged: .*\{#([^\s}]+)/.exec(part);
    if (record !== null) merged = `merged ${record[1]}`;
    else if (!part.startsWith('>')) merged = undefined;
    const keyword = KEYWORDS.find(word => part.toLowerCase().startsWith(`${word}:`));
    const name = merged ?? keyword ?? (isFirst ? 'definition' : 'text');
    if (merged === undefined) isFirst = false;
    found.set(name, [...(found.get(name) ?? []), part]);
  }
  return new Map([...found].map(([name, texts]) => [name, said(texts)]));
}
