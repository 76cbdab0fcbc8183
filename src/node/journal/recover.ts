import * as fs from 'node:fs/promises';
import path from 'node:path';
import type { CutOff } from '../../core/ports.js';
import { mayHoldFiles } from '../../core/study/layout.js';
import { orMissing } from '../disk.js';
import { isGone } from '../lock.js';
import { CUT_OFF, type OwnFolder } from '../ownFolder.js';
import { digest, type JournalEntry, parseEntries, writerOf } from './entries.js';
import { isJournal, isRunning } from './journalFile.js';

/** Another machine's journal that nobody has written to for so long, in milliseconds, was left behind. */
const ABANDONED_AFTER = 600_000;

/** A change of several files that was cut off: its journal, and what it did, in its order. */
interface Left {
  readonly file: string;
  readonly modified: number;
  readonly entries: readonly JournalEntry[];
}

/** The files of the study, as recovery needs them. */
export interface Files {
  read(file: string): Promise<Uint8Array | undefined>;
  /** Makes a file say something, or be gone, durably. Refuses what leads out of the study. */
  write(file: string, bytes: Uint8Array | undefined): Promise<void>;
  /** Gives a file that is there a name that differs in letter case at most, and the folders it is in theirs. */
  recase(to: string): Promise<void>;
}

/** The changes that were cut off, the last first. @param names of what is in Verbatim's own folder */
export async function leftJournals(own: OwnFolder, names: readonly string[]): Promise<Left[]> {
  const all = await Promise.all(names.filter(isJournal).map(name => look(own.at(name))));
  return all.filter(left => left !== undefined).sort((a, b) => b.modified - a.modified);
}

async function look(file: string): Promise<Left | undefined> {
  const [text, stat] = await Promise.all([orMissing(fs.readFile(file, 'utf8')), orMissing(fs.stat(file))]);
  if (text === undefined || stat === undefined) return undefined;
  const isOld = Date.now() - stat.mtimeMs > ABANDONED_AFTER;
  const isLeft = isGone(writerOf(text) ?? '', isRunning(file), isOld);
  // Whoever made a journal held the lock until there was something in it.
  if (!isLeft && writerOf(text) !== undefined) return undefined;
  // Whoever else made this file: it is not about what is hidden, such as settings of git or of an editor.
  const entries = parseEntries(text).filter(({ path: file, renamed = '' }) =>
    [...file.split('/'), ...renamed.split('/')].every(mayHoldFiles),
  );
  return { file, modified: stat.mtimeMs, entries };
}

/**
 * Takes a change back that was cut off, as a whole: every file says again what it said before. Where one of them says something else than the
 * change left, none is touched; what they said before is kept beside, for a person to decide. Only under the lock.
 */
export async function takeBackLeft(files: Files, own: OwnFolder, left: Left): Promise<void> {
  const changed: JournalEntry[] = [];
  let isOurs = true;
  for (const entries of byPath(left.entries)) {
    const [first] = entries as [JournalEntry];
    const now = digest(await files.read(first.path));
    if (now === digest(first.before)) continue;
    changed.unshift(first);
    isOurs &&= isWithoutGap(entries) && entries.some(({ after }) => after === now);
  }
  // A file whose name changed in letter case is found under either, and gets what it said before that name is given back.
  for (const { path: file, before } of changed) {
    if (isOurs) await files.write(file, before);
    else await keepBeside(own, path.basename(left.file, path.extname(left.file)), file, before);
  }
  for (const { path: file, renamed } of left.entries.toReversed())
    if (isOurs && renamed !== undefined) await files.recase(file);
  await fs.rm(left.file, { force: true });
}

/** Whether nobody wrote in between: each time the file said what the time before had left. */
function isWithoutGap(entries: readonly JournalEntry[]): boolean {
  return entries.every((entry, i) => i === 0 || digest(entry.before) === entries[i - 1]?.after);
}

/** The entries about each file; one whose name changed in letter case is the same file. */
function byPath(entries: readonly JournalEntry[]): Iterable<JournalEntry[]> {
  const files = new Map<string, JournalEntry[]>();
  for (const entry of entries) {
    const ofFile = files.get(entry.path) ?? [];
    ofFile.push(entry);
    files.set(entry.path, ofFile);
    if (entry.renamed !== undefined) files.set(entry.renamed, ofFile);
  }
  return new Set(files.values());
}

/** A file that was not there before is kept as an empty one. */
async function keepBeside(own: OwnFolder, name: string, file: string, before: Uint8Array | undefined): Promise<void> {
  const target = own.at(CUT_OFF, name, file);
  await fs.mkdir(path.dirname(target), { recursive: true });
  await own.writeDurably(target, before ?? new Uint8Array());
}

/** The files of changes that were cut off and wait for a person's decision. */
export async function keptBeside(own: OwnFolder): Promise<CutOff[]> {
  const folder = own.at(CUT_OFF);
  const names = (await orMissing(fs.readdir(folder, { recursive: true, withFileTypes: true }))) ?? [];
  return names
    .filter(entry => entry.isFile())
    .map(entry => {
      const [, ...parts] = path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep);
      const kept = path.relative(path.dirname(own.folder), path.join(entry.parentPath, entry.name));
      return { path: parts.join('/'), kept: kept.split(path.sep).join('/') };
    });
}
