import type { Environment } from '../core/ports.js';
import type { Program } from '../node/merging/driverCommand.js';

/** 0: clean; 1: there are findings; 2: the verb could not do what was asked, and nothing was written. */
export type ExitCode = 0 | 1 | 2;

/** What a verb knows of the world; tests hand in their own. */
export interface Io {
  /** Absolute path of the current folder. */
  readonly cwd: string;
  stdout(text: string): void;
  stderr(text: string): void;
  /** Time and chance for what is written. */
  readonly environment: Environment;
  /** How this command line is started, for git to start it; the running one where it is not said. */
  readonly program?: Program;
}

const CHUNK = 1 << 16;

/** Writes texts one after the other, in pieces of a size that neither memory nor the system minds. */
export function writeAll(io: Io, parts: Iterable<string>): void {
  let chunk = '';
  for (const part of parts) {
    chunk += part;
    if (chunk.length < CHUNK) continue;
    io.stdout(chunk);
    chunk = '';
  }
  if (chunk !== '') io.stdout(chunk);
}

/** A list that is written as JSON; what is put in is kept as the text it will be, and holds nothing else in memory. */
export class JsonList {
  private readonly items: string[] = [];

  get length(): number {
    return this.items.length;
  }

  add(item: unknown): void {
    this.items.push(indented(item, ITEM));
  }

  [Symbol.iterator](): Iterator<string> {
    return this.items[Symbol.iterator]();
  }
}

/** How far an item of a list is indented. */
const ITEM = '    ';

/** Writes an object as JSON, indented by two spaces, with a line end. Its entries may be longer than a string can be. */
export function writeJson(io: Io, value: Readonly<Record<string, unknown>>): void {
  writeAll(io, jsonParts(value));
}

function* jsonParts(value: Readonly<Record<string, unknown>>): Generator<string> {
  let before = '{\n';
  for (const [key, entry] of Object.entries(value)) {
    yield `${before}  ${JSON.stringify(key)}: `;
    before = ',\n';
    const isList = Array.isArray(entry) || entry instanceof JsonList;
    if (!isList || entry.length === 0) {
      yield indented(isList ? [] : entry, '  ');
      continue;
    }
    let open = `[\n${ITEM}`;
    for (const item of entry) {
      yield open + (entry instanceof JsonList ? item : indented(item, ITEM));
      open = `,\n${ITEM}`;
    }
    yield '\n  ]';
  }
  yield before === '{\n' ? '{}\n' : '\n}\n';
}

function indented(value: unknown, by: string): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${by}`);
}
