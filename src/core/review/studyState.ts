import { Anchors } from '../anchoring/anchors.js';
import type { Codebook } from '../codebook/codebook.js';
import { parseCodebook } from '../codebook/parse.js';
import { BASE_LENGTH } from '../coding/blobId.js';
import type { Anchored, Coding } from '../coding/coding.js';
import { parseCodingFile } from '../coding/file.js';
import { parseReadingFile, type ReadingFile } from '../reading/file.js';
import { parseStudyConfig, type StudyConfig, transcriptFilter } from '../study/config.js';
import {
  CODEBOOK_FILE,
  isMarkdown,
  PARTICIPANTS_FILE,
  type PlaceInCodings,
  placeOf,
  readingPlaceOf,
  STUDY_FILE,
} from '../study/layout.js';
import { type Participants, parseParticipants } from '../study/participants.js';
import type { Version } from '../study/places.js';
import { CodePoints } from '../text/codePoints.js';
import { normaliseText } from '../text/normalise.js';
import type { CodingSide, NoteSide } from './change.js';
import type { Snapshot, StateName } from './state.js';
import { VersionTexts } from './versionTexts.js';

/** How many texts of transcripts are kept. */
const MOST_KEPT = 40;

/**
 * A study as it is at one state: read when somebody asks, and not again. What cannot be read as what it should be counts as
 * in a study that is open: it is left out.
 */
export class StudyState {
  private readonly kept = new Map<string, Promise<unknown>>();
  private readonly texts = new Map<string, Promise<Version | undefined>>();
  private readonly versions: VersionTexts;
  private ofCoders: readonly PlaceInCodings[] | undefined;

  constructor(readonly snapshot: Snapshot) {
    this.versions = new VersionTexts([snapshot]);
  }

  get name(): StateName {
    return this.snapshot.name;
  }

  /** Whether a file is there. */
  has(path: string): boolean {
    return this.snapshot.files.has(path);
  }

  /** The themes and codes; none where there is no codebook. */
  codebook(): Promise<Codebook> {
    return this.once(CODEBOOK_FILE, async () => parseCodebook((await this.read(CODEBOOK_FILE)) ?? ''));
  }

  participants(): Promise<Participants> {
    return this.once(PARTICIPANTS_FILE, async () => parseParticipants(await this.read(PARTICIPANTS_FILE)));
  }

  config(): Promise<StudyConfig> {
    return this.once(STUDY_FILE, async () => parseStudyConfig(await this.read(STUDY_FILE)));
  }

  /** Paths of the transcripts that are there, sorted: those the study file names or the default finds, and all that somebody coded. */
  transcriptPaths(): Promise<readonly string[]> {
    return this.once('transcripts', async () => {
      const paths = [...this.snapshot.files.keys()];
      const markdown = paths.filter(isMarkdown);
      const listed = markdown.filter(transcriptFilter(await this.config(), markdown));
      const coded = this.coderFiles().map(({ transcript }) => transcript);
      return [...new Set([...listed, ...coded])].filter(path => this.has(path)).sort();
    });
  }

  /** A transcript's text and the beginning of its blob id; undefined where it is not there. */
  transcriptText(path: string): Promise<Version | undefined> {
    const found = this.texts.get(path) ?? this.load(path);
    this.texts.delete(path);
    this.texts.set(path, found);
    const oldest = this.texts.keys().next().value;
    if (this.texts.size > MOST_KEPT && oldest !== undefined) this.texts.delete(oldest);
    return found;
  }

  /** A file as text; undefined where it is not there. */
  async read(path: string): Promise<string | undefined> {
    return this.has(path) ? this.snapshot.read(path) : undefined;
  }

  /** An older version of any transcript: no byte order mark, line ends LF; undefined where nobody has it. */
  versionText(base: string): Promise<string | undefined> {
    return this.versions.get(base);
  }

  /** The files in coders' folders that hold codings or notes, with the transcripts that their paths name. */
  coderFiles(): readonly PlaceInCodings[] {
    this.ofCoders ??= [...this.snapshot.files.keys()].flatMap(path => placeOf(path) ?? readingPlaceOf(path) ?? []);
    return this.ofCoders;
  }

  /** The codings of a transcript, file by file, each in the order of its file. */
  async codings(transcript: string): Promise<readonly CodingSide[]> {
    const files = await this.filesOf(transcript);
    const book = await this.codebook();
    const sides: CodingSide[] = [];
    for (const { path, coder } of files) {
      const place = placeOf(path);
      if (place === undefined) continue;
      const { codings } = parseCodingFile((await this.read(path)) ?? '', place);
      for (const coding of codings) sides.push(codingSide({ path, coder, transcript }, coding, book));
    }
    return sides;
  }

  /** The notes without codes on a transcript, likewise. */
  async notes(transcript: string): Promise<readonly NoteSide[]> {
    const files = await this.readings(transcript);
    return files.flatMap(({ path, coder, notes }) => notes.map(note => ({ path, coder, transcript, note })));
  }

  /** What coders said of a transcript. */
  async readings(transcript: string): Promise<readonly ReadingFile[]> {
    const read = async (file: PlaceInCodings): Promise<ReadingFile | undefined> =>
      readingPlaceOf(file.path) && parseReadingFile((await this.read(file.path)) ?? '', file);
    const files = await Promise.all((await this.filesOf(transcript)).map(read));
    return files.filter(file => file !== undefined);
  }

  /**
   * Where codings and notes are in the transcript as it is at this state, with the older versions that they need.
   * @returns undefined where the transcript is not there
   */
  async anchors(transcript: string): Promise<Anchors | undefined> {
    const version = await this.transcriptText(transcript);
    if (version === undefined) return undefined;
    const texts = new Map<string, string>();
    const anchors = new Anchors(version.points, version.base, texts);
    const records: Anchored[] = (await this.codings(transcript)).map(({ coding }) => coding);
    for (const { note } of await this.notes(transcript)) records.push(note);
    const wanted = new Set(records.filter(record => anchors.wantsVersion(record)).flatMap(({ base }) => base ?? []));
    for (const base of wanted) {
      const text = await this.versionText(base);
      if (text !== undefined) texts.set(base, text);
    }
    return anchors;
  }

  /** The coders' files about a transcript: those that mirror it, and those left behind when it was renamed. */
  private async filesOf(transcript: string): Promise<readonly PlaceInCodings[]> {
    const homes = await this.homes();
    const files = this.coderFiles().map(file => ({ ...file, transcript: homes.get(file.path) ?? file.transcript }));
    return files.filter(file => file.transcript === transcript);
  }

  /**
   * The transcripts of coders' files whose own is gone, by their paths: where it has another path, and what was coded is just
   * what stands there, in a transcript that no file mirrors.
   */
  private homes(): Promise<ReadonlyMap<string, string>> {
    return this.once('homes', async () => {
      const homes = new Map<string, string>();
      const files = this.coderFiles();
      const mirrored = new Set(files.map(({ transcript }) => transcript));
      const free = new Map<string, string>();
      for (const path of await this.transcriptPaths())
        if (!mirrored.has(path)) free.set((this.snapshot.files.get(path) ?? '').slice(0, BASE_LENGTH), path);
      if (free.size === 0) return homes;
      for (const file of files.filter(({ transcript }) => !this.has(transcript))) {
        const text = (await this.read(file.path)) ?? '';
        const bases = new Set([...text.matchAll(/"base": ?"([0-9a-f]{12})"/g)].map(match => match[1] as string));
        const found = [...bases].flatMap(base => free.get(base) ?? []);
        if (found.length === 1) homes.set(file.path, found[0] as string);
      }
      return homes;
    });
  }

  private async load(path: string): Promise<Version | undefined> {
    const text = await this.read(path);
    const base = this.snapshot.files.get(path)?.slice(0, BASE_LENGTH);
    if (text === undefined || base === undefined) return undefined;
    return { points: new CodePoints(normaliseText(text)), base };
  }

  private once<T>(key: string, work: () => Promise<T>): Promise<T> {
    const found = this.kept.get(key) as Promise<T> | undefined;
    if (found !== undefined) return found;
    const made = work();
    this.kept.set(key, made);
    // What failed once is tried again at the next look.
    made.catch(() => this.kept.delete(key));
    return made;
  }
}

/** A coding with what its code goes by in a codebook. */
export function codingSide(place: PlaceInCodings, coding: Coding, book: Codebook): CodingSide {
  const entry = book.find(coding.code);
  const code = { id: entry?.id ?? coding.code, title: entry?.title ?? coding.code };
  return { coder: place.coder, path: place.path, transcript: place.transcript, coding, code };
}
