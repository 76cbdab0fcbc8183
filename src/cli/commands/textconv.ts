import { readFileSync } from 'node:fs';
import path from 'node:path';
import { decodeUtf8 } from '../../core/text/utf8.js';
import { type ExitCode, type Io, writeAll } from '../io.js';
import { Refusal } from '../refusal.js';
import { readableText } from '../textconv/text.js';
import { runPlainVerb, type Verb } from '../verb.js';

export const verb: Verb = {
  name: 'textconv',
  leaving: 'team',
  summary: 'Print a file of codings as text for people, for git to compare.',
  positionals: 'FILE',
  options: {},
  notes: [
    'FILE is any file of a coder: codings, reading or discussion, under whatever name. It needs no study. Lines that are',
    'no records are printed as they are. To have git use it, see docs/reviewing.md.',
  ],
  examples: [['codings/EA/transcripts/pp-03.jsonl', 'EA’s codings of a transcript']],
  exits: ['Printed.', undefined, 'The file cannot be read.'],
};

/** `verbatim textconv` */
export function run(args: readonly string[], io: Io): Promise<ExitCode> {
  return runPlainVerb(verb, args, io, async ({ positionals: [file] }) => {
    if (file === undefined) throw new Refusal('arguments', 'The file is missing.', 'Write verbatim textconv FILE.');
    writeAll(io, [readableText(decodeUtf8(read(path.resolve(io.cwd, file), file)))]);
    return 0;
  });
}

function read(absolute: string, name: string): Uint8Array {
  try {
    return readFileSync(absolute);
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code);
    throw new Refusal('unreadable', `${name} cannot be read (${code}).`, 'Check its name, and that you may read it.');
  }
}
