import type { Problem } from '../problem.js';
import type { Study } from '../study/study.js';
import { type CoderFile, mirroredBy } from './lost.js';
import type { Move } from './moveAlong.js';

/** The files of coders whose transcript is not where their paths say: renamed, perhaps renamed, or gone. */
export function lostProblems(study: Study): Problem[] {
  const files: CoderFile[] = [...study.index.allFiles(), ...study.readings.allFiles()];
  return files.flatMap(file => {
    const old = mirroredBy(file);
    if (file.transcript !== old) return [renamed(file, old)];
    return study.exists(old) ? [] : [missing(file, study.renames.offersFor(old))];
  });
}

/** Where the files of a transcript may go, as a problem about one of them says; best first. */
export function movesFor({ rule, data }: Problem): Move[] {
  const { from, to, offered } = data ?? {};
  if (from === undefined || (rule !== 'transcript-renamed' && rule !== 'missing-transcript')) return [];
  return [...(to === undefined ? [] : [to]), ...(offered?.split('\n') ?? [])].map(home => ({ from, to: home }));
}

function renamed(file: CoderFile, from: string): Problem {
  return {
    rule: 'transcript-renamed',
    severity: 'info',
    file: file.path,
    line: 1,
    message: `The transcript ${from} is ${file.transcript} now; ${whatIn(file)} shown there.`,
    remedy: `Move this file along: verbatim transcripts move ${quoted(from)} ${quoted(file.transcript)}, or the light bulb.`,
    data: { from, to: file.transcript },
  };
}

function missing(file: CoderFile, offered: readonly string[]): Problem {
  const without =
    'codings' in file ? `so ${file.codings.length} codings have no place` : withoutNotes(file.notes.length);
  const maybe = offered.length === 0 ? '' : ` It may be ${offered.join(' or ')} now.`;
  return {
    rule: 'missing-transcript',
    severity: 'warning',
    file: file.path,
    line: 1,
    message: `The transcript ${file.transcript} is not there, ${without}.${maybe}`,
    remedy:
      offered.length === 0
        ? 'Put the transcript back, or move this file to where the transcript went.'
        : 'Say which one it is by the light bulb or with verbatim transcripts move, or put the transcript back.',
    data: { from: file.transcript, ...(offered.length === 0 ? {} : { offered: offered.join('\n') }) },
  };
}

function withoutNotes(notes: number): string {
  return notes === 0 ? 'so its state says nothing' : `so ${notes} notes have no place`;
}

function whatIn(file: CoderFile): string {
  const [count, one] = 'codings' in file ? [file.codings.length, 'coding'] : [file.notes.length, 'note'];
  if (count === 0) return 'what is said of it is';
  return count === 1 ? `1 ${one} is` : `${count} ${one}s are`;
}

/** A path as it is typed in a terminal. */
function quoted(path: string): string {
  if (/^[\p{L}\p{N}_./-]+$/u.test(path)) return path;
  return /["$`\\!]/.test(path) ? `'${path.replaceAll("'", "'\\''")}'` : `"${path}"`;
}
