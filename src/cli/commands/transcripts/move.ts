import path from 'node:path';
import { mirroredBy } from '../../../core/renames/lost.js';
import { filesAlong, type Move } from '../../../core/renames/moveAlong.js';
import { moveTranscripts, type TranscriptsMoved } from '../../../core/renames/moveTranscripts.js';
import { canBeCoded } from '../../../core/study/config.js';
import { isMarkdown } from '../../../core/study/layout.js';
import type { Study } from '../../../core/study/study.js';
import { type ExitCode, type Io, writeJson } from '../../io.js';
import { findTranscript, pathInside } from '../../names.js';
import { countOf } from '../../phrases.js';
import { Refusal } from '../../refusal.js';
import { plain } from '../../table.js';
import { type Call, runVerb, type Verb } from '../../verb.js';

export const verb: Verb = {
  name: 'transcripts move',
  leaving: 'team',
  summary: 'Move a transcript, or a folder of them, with the codings and notes of all coders.',
  positionals: 'OLD NEW',
  mostPositionals: 2,
  writes: true,
  options: { 'dry-run': { help: 'Say what would be moved, and move nothing.' } },
  notes: [
    'Where the transcript was moved already, by git or by hand, the files of its coders go after it. Where such a file is',
    'there already, lines go into it and none is lost. Links in memos are written anew. What was broken off is finished by',
    'the same call. NEW may be a folder for a file to go into; a folder takes over the names in the old one.',
  ],
  examples: [
    ['transcripts/pp-03.md transcripts/interview-03.md', 'rename a transcript, or catch up with a git mv'],
    ['transcripts/pp-03.md transcripts/peers/', 'move it into a folder'],
    ['transcripts interviews --dry-run', 'see what would be moved with a whole folder'],
  ],
  exits: [
    'All is where it was to go.',
    'Moved, but lines that are no text (UTF-8) stay where they were; the report says where.',
    'Refused; nothing was moved.',
  ],
};

/** `verbatim transcripts move` */
export function run(args: readonly string[], io: Io): Promise<ExitCode> {
  return runVerb(verb, args, io, async call => {
    const { study } = call;
    const moves = movesOf(call);
    const files = filesAlong(study, moves).map(file => ({ ...file, merged: study.exists(file.to) }));
    const dryRun = call.args.has('dry-run');
    const done: Pick<TranscriptsMoved, 'transcripts' | 'memos'> = dryRun
      ? { transcripts: moves.filter(({ from }) => study.exists(from)), memos: [] }
      : await moveTranscripts(study, moves);
    const left = dryRun ? [] : filesAlong(study, moves).map(({ from }) => from);
    print(call, moves, files, done, left);
    return left.length > 0 ? 1 : 0;
  });
}

/** The transcripts that are meant, and where each goes. */
function movesOf({ args, study, root, io }: Call): Move[] {
  const [old, wanted] = args.positionals;
  if (old === undefined || wanted === undefined)
    throw new Refusal('arguments', 'An old and a new path are needed.', 'Write verbatim transcripts move OLD NEW.');
  const known = [...new Set([...study.transcriptPaths(), ...study.paths(), ...mirrored(study)])].filter(canBeCoded);
  const inFolder = (folder: string): string[] => known.filter(each => each.startsWith(`${folder}/`));
  const from = findTranscript(
    study,
    { root, cwd: io.cwd },
    old,
    each => known.includes(each) || inFolder(each).length > 0,
  );
  // The new path is named from where the old one is.
  const base = pathInside(root, path.resolve(root, old)) === from ? root : io.cwd;
  const to = pathInside(root, path.resolve(base, wanted));
  if (to === undefined)
    throw new Refusal('outside-study', `${wanted} is outside the study ${root}.`, 'Name a path in the study.');
  const moves = known.includes(from)
    ? [{ from, to: isFolder(study, wanted, to) ? `${to}/${path.posix.basename(from)}` : to }]
    : inFolder(from).map(each => ({ from: each, to: to + each.slice(from.length) }));
  for (const move of moves) refuseUnfit(study, move);
  if (to.startsWith(`${from}/`) && !known.includes(from))
    throw new Refusal('arguments', `${to} lies in ${from} itself.`, 'Name another folder.');
  return moves;
}

/** Transcripts that files of coders are about, be they there or not. */
function mirrored(study: Study): string[] {
  return [...study.index.allFiles(), ...study.readings.allFiles()].map(mirroredBy);
}

function isFolder(study: Study, written: string, to: string): boolean {
  return written.endsWith('/') || [...study.paths()].some(each => each.startsWith(`${to}/`));
}

function refuseUnfit(study: Study, { from, to }: Move): void {
  if (!isMarkdown(to))
    throw new Refusal(
      'not-markdown',
      `${to} is not Markdown.`,
      'Name it with its ending, .md, or a folder with / at its end.',
    );
  if (!canBeCoded(to))
    throw new Refusal(
      'no-transcript',
      `${to} is no place for a transcript.`,
      'Name a path outside memos/ and codings/.',
    );
  if (!study.exists(from) && !study.exists(to))
    throw new Refusal(
      'missing-transcript',
      `There is neither ${from} nor ${to}.`,
      'Name the path that the transcript has now.',
    );
}

function print(
  { json, io, args }: Call,
  moves: readonly Move[],
  files: readonly (Move & { readonly coder: string; readonly merged: boolean })[],
  { transcripts, memos }: Pick<TranscriptsMoved, 'transcripts' | 'memos'>,
  left: readonly string[],
): void {
  const dryRun = args.has('dry-run');
  if (json) {
    const moved = new Set(transcripts.map(({ from }) => from));
    const rows = moves.map(({ from, to }) => ({ from, to, moved: moved.has(from) }));
    const counts = { transcripts: transcripts.length, files: files.length, memos: memos.length, left: left.length };
    writeJson(io, { dryRun, transcripts: rows, files, memos, left, counts });
    return;
  }
  const say = (what: string, { from, to }: Move): void => io.stdout(`${what} ${plain(from)} to ${plain(to)}.\n`);
  const [move, merge] = dryRun ? ['Would move', 'Would merge'] : ['Moved', 'Merged'];
  for (const each of transcripts) say(move, each);
  for (const each of files) say(each.merged ? `  ${merge}` : `  ${move}`, each);
  if (memos.length > 0)
    io.stdout(`Links in ${countOf(memos.length, 'memo')} written anew: ${memos.map(plain).join(', ')}.\n`);
  if (transcripts.length + files.length + memos.length === 0) io.stdout('Nothing to move: all is there already.\n');
  for (const each of left) io.stderr(`Hint: ${plain(each)} has lines that are no text (UTF-8); they stay there.\n`);
}
