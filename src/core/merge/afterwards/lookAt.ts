import type { FileStore, MadeFile, MadeMerge, StudyGit } from '../../ports.js';
import { decodeUtf8 } from '../../text/utf8.js';
import { isMergedByMeaning } from '../kinds.js';
import { splitMarks } from '../marks.js';
import type { FileVersions } from '../merge.js';
import { isText, readBlob, versionsOf } from '../mergeStudy.js';
import { afterMerge } from './afterMerge.js';
import { markedVersions } from './markedVersions.js';
import { type Decisions, meaning, type Outcome } from './outcome.js';
import { lineSides } from './textSides.js';
import { betweenMarks, underWay } from './underWay.js';

/** A file that was looked at, and what it is to become. */
export interface LookedAt {
  readonly path: string;
  /** The file on disk; undefined: there is none. */
  readonly now: Uint8Array | undefined;
  readonly outcome: Outcome;
  /** What was put together; undefined where only the marks in the file tell. */
  readonly merge: MadeMerge | undefined;
  readonly isUnmerged: boolean;
  /** Git writes other line ends here than it stores: CRLF, of which the outcome has none. */
  readonly isConverted: boolean;
}

/** A file that git has as a conflict and that cannot be settled here. */
export interface NotSettled {
  readonly path: string;
  /** `names`: the sides gave it different names, or one of them has it alone; `no-text`: it is no text in UTF-8. */
  readonly why: 'names' | 'no-text';
}

/**
 * Looks at the files that git put together, or tried to, and at all that have conflict marks, and says what each is to become. Nothing is written.
 * @param merges older ones first; what is under way comes alone
 * @param wanted which files are to be looked at
 * @param decisions by the path of a file
 */
export async function lookAt(
  store: FileStore,
  git: StudyGit,
  merges: readonly MadeMerge[],
  wanted: (path: string) => boolean,
  decisions: (path: string) => Decisions,
): Promise<{ readonly files: readonly LookedAt[]; readonly left: readonly NotSettled[] }> {
  const files = new Map<string, LookedAt>();
  const left: NotSettled[] = [];
  for (const merge of merges) {
    const made = merge.made === undefined ? undefined : await git.files({ commit: merge.made });
    for (const file of merge.files.filter(({ path }) => wanted(path))) {
      if (!file.isUnmerged && !isMergedByMeaning(file.path)) continue;
      const known = files.get(file.path);
      const now = known === undefined ? await store.read(file.path) : known.now;
      const versions = isOneSided(file) ? 'names' : await readVersions(git, file, now);
      if (typeof versions === 'string') {
        if (file.isUnmerged) left.push({ path: file.path, why: versions });
        continue;
      }
      const today = known === undefined ? now && decodeUtf8(now) : known.outcome.text;
      const blobs = [file.left, made?.get(file.path)].map(blob => readBlob(git, file.path, blob));
      const [leftBytes, madeBytes] = await Promise.all(blobs);
      const texts = { left: leftBytes && decodeUtf8(leftBytes), made: madeBytes && decodeUtf8(madeBytes), now: today };
      const outcome = outcomeOf(merge, file, versions, texts, decisions(file.path));
      const isConverted = today?.includes('\r\n') === true && !hasCr(versions.ours) && !hasCr(versions.theirs);
      files.set(file.path, {
        ...{ path: file.path, now, merge, isUnmerged: file.isUnmerged, isConverted },
        outcome: joined(known, outcome),
      });
    }
  }
  const marked = (await store.list()).map(({ path }) => path).filter(path => isMergedByMeaning(path) && wanted(path));
  for (const path of marked.filter(each => !files.has(each) && !left.some(file => file.path === each))) {
    const found = await fromMarks(store, git, path, decisions(path));
    if (found !== undefined) files.set(path, found);
  }
  return { files: [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)), left };
}

const hasCr = (text: string | undefined): boolean => text?.includes('\r') === true;

interface Texts {
  readonly left: string | undefined;
  readonly made: string | undefined;
  readonly now: string | undefined;
}

function outcomeOf(
  merge: MadeMerge,
  file: MadeFile,
  versions: FileVersions,
  { left, made, now }: Texts,
  decisions: Decisions,
): Outcome {
  if (merge.underWay !== undefined) return underWay({ versions, isUnmerged: file.isUnmerged, left, now }, decisions);
  const marked = now === undefined ? undefined : splitMarks(now);
  if (marked !== undefined) return betweenMarks(versions, marked, lineSides(versions), decisions);
  // Marks that were saved are gone by now: what is there was put there by a person.
  const became = made !== undefined && splitMarks(made) !== undefined ? now : made;
  return afterMerge({ versions, made: became, now }, decisions);
}

/** What several merges one after the other say of one file. */
function joined(before: LookedAt | undefined, { text, conflicts, marked }: Outcome): Outcome {
  if (before === undefined) return { text, conflicts, ...(marked && { marked }) };
  const known = before.outcome.conflicts;
  const more = conflicts.filter(({ key }) => !known.some(each => each.key === key));
  return { text, conflicts: [...known, ...more] };
}

/** Only one version has it under this name: what is in question is a name. */
function isOneSided({ isUnmerged, bases, ours, theirs }: MadeFile): boolean {
  const isKnown = bases.some(base => base !== undefined);
  return (
    isUnmerged && (isKnown ? ours === undefined && theirs === undefined : ours === undefined || theirs === undefined)
  );
}

async function readVersions(
  git: StudyGit,
  file: MadeFile,
  now: Uint8Array | undefined,
): Promise<FileVersions | 'no-text'> {
  const [ours, theirs, ...bases] = await Promise.all(
    [file.ours, file.theirs, ...file.bases].map(blob => readBlob(git, file.path, blob)),
  );
  return [now, ours, theirs].every(isText) ? versionsOf(file.path, bases, ours, theirs) : 'no-text';
}

/** A file with marks that git knows nothing of. */
async function fromMarks(
  store: FileStore,
  git: StudyGit,
  path: string,
  decisions: Decisions,
): Promise<LookedAt | undefined> {
  const now = await store.read(path);
  const marked = now === undefined || !isText(now) ? undefined : splitMarks(decodeUtf8(now));
  if (marked === undefined) return undefined;
  const versions = await markedVersions(git, path);
  const bases = marked.base === undefined ? [] : [marked.base];
  const outcome =
    versions === undefined
      ? meaning({ path, bases, ours: marked.ours, theirs: marked.theirs }, decisions)
      : betweenMarks(versions, marked, lineSides(versions), decisions);
  return { path, now, outcome, merge: undefined, isUnmerged: false, isConverted: false };
}
