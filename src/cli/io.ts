import type { Environment } from '../core/ports.js';
import { jsonParts } from '../core/report/json.js';
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

/** Writes an object as JSON, indented by two spaces, with a line end. Its entries may be longer than a string can be. */
export function writeJson(io: Io, value: Readonly<Record<string, unknown>>): void {
  writeAll(io, jsonParts(value));
}
