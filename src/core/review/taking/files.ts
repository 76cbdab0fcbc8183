import { ChangeRefused } from '../../codebook/change.js';
import { moveTranscripts } from '../../renames/moveTranscripts.js';
import { STUDY_FILE } from '../../study/layout.js';
import type { Study } from '../../study/study.js';
import { findFrontMatter } from '../../text/frontMatter.js';
import { normaliseText } from '../../text/normalise.js';
import type { MemoChange, StudyFileChange, TranscriptChange } from '../change.js';
import { isAnother } from './refusals.js';
import type { Standing } from './respect.js';
import { otherSide, type Side, type Sources } from './source.js';
import type { Taking } from './taking.js';
import { transcriptToday } from './transcriptToday.js';
import { editsBetween, standingOfText, type Texts } from './wholeText.js';

/** A change of a file that is taken over as a whole, or one of the two parts of a transcript. */
export type FileChange = TranscriptChange | MemoChange | StudyFileChange;

type Renamed = Extract<FileChange, { readonly from: string }>;
type Part = 'all' | 'front' | 'body';

/** Which side a file has today. */
export async function standingOfFile(study: Study, change: FileChange, sources: Sources): Promise<Standing> {
  if (isRename(change)) return standingOfPath(study, change);
  const texts = await textsOf(change, sources);
  return standingOfText(partOf(await study.textOf(pathToday(study, change, sources)), partIn(change)), texts);
}

/** Takes a change of a file over. */
export async function takeFile(taking: Taking, change: FileChange): Promise<void> {
  const { study, side, sources } = taking;
  if (isRename(change)) {
    await rename(taking, change);
    return;
  }
  const path = pathToday(study, change, sources);
  const part = partIn(change);
  const texts = await textsOf(change, sources);
  if (texts[side] === undefined) refuseLoss(study, path, change);
  const goes = part === 'all' && texts[side] === undefined;
  await taking.update(
    path,
    text => {
      const standing = standingOfText(partOf(text, part), texts);
      if (standing === side) return [];
      if (standing !== otherSide(side)) throw isAnother(path);
      return editsBetween(text, withPart(text, part, texts[side]));
    },
    goes,
  );
}

function isRename(change: FileChange): change is Renamed {
  return change.what === 'transcript-renamed' || change.what === 'memo-renamed';
}

function standingOfPath(study: Study, { from, path }: Renamed): Standing {
  const [old, now] = [study.exists(from), study.exists(path)];
  if (old === now) return 'other';
  return now ? 'after' : 'before';
}

async function rename({ study, side, keep }: Taking, change: Renamed): Promise<void> {
  const standing = standingOfPath(study, change);
  if (standing === side) return;
  const [from, to] = side === 'after' ? [change.from, change.path] : [change.path, change.from];
  if (standing === 'other') {
    throw study.exists(from)
      ? new ChangeRefused(
          `There are both ${from} and ${to} today.`,
          'Move one of them away, or give it another name, first.',
        )
      : new ChangeRefused(`There is no ${from} today.`, 'Put it back first.');
  }
  if (change.what === 'transcript-renamed') {
    const moved = await moveTranscripts(study, [{ from, to }]);
    for (const edit of moved.edits) keep(edit);
  } else if (await study.move(from, to)) keep({ path: to, edits: [], movedFrom: from });
  else throw new ChangeRefused(`${from} could not be moved to ${to}.`, 'Look whether another file has that name.');
}

/** What a side says of the file, or of the part of it that the change is about. */
async function textsOf(change: FileChange, sources: Sources): Promise<Texts> {
  const part = partIn(change);
  const read = async (side: Side): Promise<string | undefined> =>
    partOf(await sources[side].read(pathOn(change, side, sources)), part);
  return { before: await read('before'), after: await read('after') };
}

function partIn({ what }: FileChange): Part {
  if (what === 'transcript-edited') return 'body';
  return what === 'transcript-facts' ? 'front' : 'all';
}

/** The path of the file on a side. */
function pathOn({ path, what }: FileChange, side: Side, sources: Sources): string {
  if (side === 'after') return path;
  const kind = what.startsWith('memo') ? 'memo-renamed' : 'transcript-renamed';
  const renamed = (sources.changes ?? []).find(other => other.what === kind && other.path === path);
  return renamed !== undefined && isRename(renamed as FileChange) ? (renamed as Renamed).from : path;
}

function pathToday(study: Study, change: FileChange, sources: Sources): string {
  if (change.what === 'study-file') return STUDY_FILE;
  if (change.what.startsWith('transcript')) return transcriptToday(study, [change.path], sources);
  return study.exists(change.path) ? change.path : pathOn(change, 'before', sources);
}

/** A transcript that is coded does not go as long as it is. */
function refuseLoss(study: Study, path: string, change: FileChange): void {
  if (!change.what.startsWith('transcript')) return;
  const count = [...study.recordsOf(path)].length;
  if (count === 0) return;
  throw new ChangeRefused(
    `${path} has ${count === 1 ? 'a coding or note' : `${count} codings and notes`} today.`,
    'Take over first that these are gone; then the transcript can go.',
  );
}

function frontEnd(text: string): number {
  const front = findFrontMatter(text);
  return front === undefined || front === 'unclosed' ? 0 : front.bodyStart;
}

/** A part of a text; undefined of a file that is not there. */
function partOf(raw: string | undefined, part: Part): string | undefined {
  if (raw === undefined || part === 'all') return raw;
  const text = normaliseText(raw);
  return part === 'front' ? text.slice(0, frontEnd(text)) : text.slice(frontEnd(text));
}

/** A text with another one in place of a part of it. */
function withPart(raw: string | undefined, part: Part, goal: string | undefined): string | undefined {
  if (part === 'all' || goal === undefined) return goal;
  const text = normaliseText(raw ?? '');
  const end = frontEnd(text);
  return part === 'front' ? goal + text.slice(end) : text.slice(0, end) + goal;
}
