import type { Chance } from './chance.js';
import { type Line, type Model, type Node, type Owned, textOf } from './model.js';

/** A model as files, written in one of the many ways that mean the same. */
export function written(model: Model, chance: Chance, isNoisy = true): Record<string, string> {
  const noise = isNoisy ? new Noise(chance) : undefined;
  const files: Record<string, string> = {
    'codebook.md': finish(bookOf(model, noise), noise),
    'participants.csv': finish(participantsOf(model, noise), noise),
    'verbatim.json': finish(noise?.json(model.config) ?? JSON.stringify(model.config), noise),
    // What Verbatim does not read is none of its business.
    'notes.txt': noise === undefined ? '' : chance.sentence(3),
    'data.json': noise === undefined ? '{}' : JSON.stringify(chance.words(2)),
  };
  // A transcript's bytes are its version: noise in it would be another version of it.
  for (const [path, transcript] of Object.entries(model.transcripts)) files[path] = textOf(transcript);
  for (const [path, { title, text }] of Object.entries(model.memos)) {
    const body = noise === undefined ? text : text.replace(/ /g, () => chance.pick([' ', ' ', '\n']));
    files[path] = finish(`---\ntitle: ${title}\n---\n\n${body}\n`, noise);
  }
  const add = (path: string, line: string): void => {
    files[path] = `${files[path] ?? ''}${line}\n`;
  };
  for (const { coder, transcript, line } of order(model.codings, noise))
    add(fileOf(coder, transcript, '.jsonl'), lineOf(line, noise));
  for (const { coder, transcript, line } of model.broken) add(fileOf(coder, transcript, '.jsonl'), line);
  for (const { coder, transcript, state, since } of model.states)
    add(fileOf(coder, transcript, '.reading.ndjson'), lineOf({ state, since }, noise));
  for (const { coder, transcript, line } of order(model.notes, noise))
    add(fileOf(coder, transcript, '.reading.ndjson'), lineOf(line, noise));
  for (const { coder, line } of order(model.comments, noise))
    add(`codings/${coder}/discussion.ndjson`, lineOf(line, noise));
  for (const path of Object.keys(files))
    if (path.startsWith('codings/')) files[path] = finish(files[path] as string, noise);
  return files;
}

function fileOf(coder: string, transcript: string, ending: string): string {
  return `codings/${coder}/${transcript.replace(/\.md$/, '')}${ending}`;
}

function order<T extends Owned | Model['comments'][number]>(
  items: readonly T[],
  noise: Noise | undefined,
): readonly T[] {
  return noise?.chance.is(0.5) ? noise.chance.shuffled(items) : items;
}

function lineOf(line: Line | Record<string, unknown>, noise: Noise | undefined): string {
  return noise?.json(line) ?? JSON.stringify(line);
}

/** Line ends, a byte order mark, a final line end, blank lines at the end. */
function finish(text: string, noise: Noise | undefined): string {
  return noise?.ends(text) ?? text;
}

class Noise {
  constructor(readonly chance: Chance) {}

  json(value: Record<string, unknown>): string {
    const { chance } = this;
    const entries = chance.is(0.4) ? chance.shuffled(Object.entries(value)) : Object.entries(value);
    const [colon, comma] = [chance.pick([':', ': ', ' : ']), chance.pick([',', ', '])];
    return `{${entries.map(([key, one]) => `${JSON.stringify(key)}${colon}${JSON.stringify(one)}`).join(comma)}}`;
  }

  ends(text: string): string {
    const { chance } = this;
    let result = text;
    const end = chance.pick(['\n', '\n', '\n', '', '\n\n\n']);
    result = result.replace(/\n$/, end);
    if (chance.is(0.3)) result = result.replaceAll('\n', '\r\n');
    return chance.is(0.2) ? `\ufeff${result}` : result;
  }
}

function participantsOf(model: Model, noise: Noise | undefined): string {
  const rows = Object.entries(model.participants);
  const mark = noise?.chance.pick([',', ';', '\t']) ?? ',';
  const columns = [...new Set(rows.flatMap(([, row]) => Object.keys(row)))];
  const shuffled = noise === undefined ? columns : noise.chance.shuffled(columns);
  const sorted = noise === undefined ? rows : noise.chance.shuffled(rows);
  const lines = sorted.map(([id, row]) => [id, ...shuffled.map(name => row[name] ?? '')].join(mark));
  return [['participant', ...shuffled].join(mark), ...lines, ''].join('\n');
}

function bookOf(model: Model, noise: Noise | undefined): string {
  const parts = ['# Codebook', model.intro];
  const blank = (): string => (noise === undefined ? '\n\n' : noise.chance.pick(['\n\n', '\n\n\n', '\n \n']));
  const add = (one: Node, level: number): void => {
    parts.push(headingOf(one, level, noise), ...textBelow(one, noise));
    for (const child of one.children) add(child, level + 1);
  };
  for (const root of model.roots) add(root, 2);
  return `${parts.reduce((text, part) => `${text}${blank()}${part}`)}\n`;
}

function headingOf(one: Node, level: number, noise: Noise | undefined): string {
  const slug = one.title.toLowerCase().replaceAll(' ', '-');
  const isWritten = one.id !== slug || (noise?.chance.is(0.6) ?? true);
  const items = [
    ...(isWritten ? [`#${one.id}`] : []),
    ...(one.kind === 'theme' ? ['.theme'] : []),
    ...(one.phase === undefined ? [] : [`.${one.phase}`]),
    ...one.classes.map(name => `.${name}`),
    ...(one.color === undefined ? [] : [`color=${one.color}`]),
    ...(one.formerly.length === 0 ? [] : [`formerly="${one.formerly.join(' ')}"`]),
    ...one.attributes,
  ];
  const sorted = noise === undefined ? items : noise.chance.shuffled(items);
  const space = noise?.chance.pick([' ', '  ']) ?? ' ';
  return `${'#'.repeat(level)}${space}${one.title}${sorted.length === 0 ? '' : ` {${sorted.join(space)}}`}`;
}

function textBelow(one: Node, noise: Noise | undefined): string[] {
  const wrap = (text: string): string =>
    noise === undefined ? text : text.replace(/ /g, () => noise.chance.pick([' ', ' ', ' ', '\n']));
  const listed = (keyword: string, items: readonly string[]): string[] => {
    if (noise?.chance.is(0.3) && items.length > 0) return [`${keyword}:`, items.map(item => `- ${item}`).join('\n')];
    return items.map(item => `${keyword}: ${wrap(item)}`);
  };
  return [
    ...(one.definition === undefined ? [] : [wrap(one.definition)]),
    ...listed('Include', one.include),
    ...listed('Exclude', one.exclude),
    ...listed('Example', one.example),
    ...one.text.map(wrap),
    ...one.merged.flatMap(({ heading, text }) => [`Merged: Gone ${heading}`, `> ${text}`]),
  ];
}
