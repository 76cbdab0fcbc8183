import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { splitMarks } from '../../core/merge/marks.js';
import { markedFile, mergeFile } from '../../core/merge/mergeFile.js';
import { basesIn } from '../../core/merge/mergeStudy.js';
import { STUDY_FILE } from '../../core/study/layout.js';
import type { ExitCode, Io } from '../io.js';
import { labelsOf } from '../mergeDriver/labels.js';
import { readVersion } from '../mergeDriver/readVersion.js';
import { studyPathOf } from '../mergeDriver/studyPath.js';
import { Refusal } from '../refusal.js';
import { runPlainVerb, type Verb } from '../verb.js';

export const verb: Verb = {
  name: 'merge-driver',
  leaving: 'nothing',
  summary: 'Merge one file by its meaning; git calls this.',
  positionals: 'BASE OURS THEIRS SIZE PATH [NAMES]',
  mostPositionals: 8,
  options: { say: { help: 'Print “merged” or “marked”, for what called this to know that it came to its end.' } },
  notes: [
    'verbatim git setup has git call this, with %O %A %B %L %P and the names %S %X %Y. OURS becomes the merged file, at the',
    'very end; marks of SIZE signs stand around what is in question. What is over 50 MB, no text in UTF-8 or has marks',
    'already is left as it is: then git merges by lines.',
  ],
  examples: [['base.tmp ours.tmp theirs.tmp 7 codebook.md', 'what git does for a codebook']],
  exits: [
    'OURS is merged, and nothing is in question.',
    'OURS is merged, with marks around what is in question.',
    'OURS is as it was, for git to merge.',
  ],
};

/** `verbatim merge-driver` */
export function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  return runPlainVerb(verb, argv, io, async args => {
    const [base, ours, theirs, size, file, ...names] = args.positionals;
    if (base === undefined || ours === undefined || theirs === undefined || size === undefined || file === undefined)
      throw new Refusal('arguments', 'Five arguments are needed at least.', 'Leave it to git: verbatim git setup.');
    const inside = studyPathOf(file, io.cwd);
    if (inside === undefined) throw left(`${file} is no file that has a meaning to merge by`);
    await refuseNewerAt(path.join(io.cwd, file.slice(0, file.length - inside.length), STUDY_FILE));
    const at = (name: string): string => path.resolve(io.cwd, name);
    const [before, mine, other] = [base, ours, theirs].map(name => readVersion(at(name), file)) as [
      string,
      string,
      string,
    ];
    if ([mine, other].some(text => splitMarks(text) !== undefined)) throw left(`${file} has marks of an earlier merge`);
    // Git hands over an empty file where there was none.
    const versions = {
      path: inside,
      bases: basesIn(inside, before === '' ? undefined : before),
      ours: mine,
      theirs: other,
    };
    const { text, conflicts } = mergeFile(versions);
    const labels = labelsOf({ base: names[0], ours: names[1], theirs: names[2] }, process.env);
    const marked = conflicts.length === 0 ? text : markedFile(versions, new Map(), labels, Number(size) || undefined);
    replace(at(ours), marked ?? '');
    const isMerged = conflicts.length === 0;
    if (args.has('say')) io.stdout(isMerged ? 'merged\n' : 'marked\n');
    return isMerged ? 0 : 1;
  });
}

/** Where the study of the file is of a newer format, what its lines mean is not known here. */
async function refuseNewerAt(studyFile: string): Promise<void> {
  if (existsSync(studyFile)) (await import('../../core/study/format.js')).refuseNewerFile(readFileSync(studyFile));
}

const left = (why: string): Refusal => new Refusal('left-to-git', `${why}.`, 'Git merges it line by line.');

/** Whole or not at all: as long as this has not come to its end, git can still merge what is there. */
function replace(target: string, text: string): void {
  const temporary = `${target}.${randomBytes(4).toString('hex')}`;
  try {
    writeFileSync(temporary, text);
    chmodSync(temporary, statSync(target).mode);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw left(`${target} cannot be written (${String((error as NodeJS.ErrnoException).code)})`);
  }
}
