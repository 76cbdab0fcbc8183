import type { Resolution } from '../anchoring/resolution.js';
import type { SeenTranscript } from '../coding/actions.js';
import { type Entry, lineOf } from '../coding/seenRecord.js';
import type { Study } from '../study/study.js';
import { CodePoints } from '../text/codePoints.js';
import { compareTexts } from '../text/compare.js';
import { normaliseText } from '../text/normalise.js';
import type { Transcript } from '../transcript/transcript.js';
import type { PlaceElsewhere } from './elsewhere.js';
import { type PassageWish, type ReviewPassage, reviewPassage } from './reviewEntry.js';
import { type ReviewKind, reviewKind } from './reviewKind.js';

/** A file in a coder's folder. */
interface OwnFile {
  readonly path: string;
  readonly coder: string;
}

/** A coding or note that is to be reviewed, and what became of its passage. */
export interface FoundRecord {
  readonly entry: Entry;
  readonly file: OwnFile;
  readonly kind: ReviewKind;
  readonly resolution: Resolution;
}

/** What of one transcript is to be reviewed; good as long as the transcript stays. */
export class ReviewedTranscript {
  /** In the order of the text. */
  found: readonly FoundRecord[] = [];
  /** The transcript as it was read; undefined where the file is not there. */
  seen: SeenTranscript | undefined;
  private isRead = false;
  private files: readonly unknown[] = [];
  /** Passages as they were laid out, by all that they depend on. */
  private passages = new Map<string, ReviewPassage>();
  /** Parsed texts, for as long as passages are laid out. */
  private readonly parsed = new Map<string, Promise<Transcript | undefined>>();

  constructor(
    private readonly study: Study,
    readonly path: string,
  ) {}

  /**
   * Finds what is to be reviewed, where its files are others than before.
   * @param me whose notes are looked at; those of others are theirs to review
   */
  async read(me: string | undefined): Promise<void> {
    const { study, path } = this;
    const codings = study.index.filesOf(path);
    const notes = study.readings.filesOf(path).filter(({ coder }) => coder === me);
    const files = [...codings, ...notes];
    if (this.isRead && files.length === this.files.length && files.every((file, i) => file === this.files[i])) return;
    if (!this.isRead) this.seen = await seenNow(study, path);
    const anchors = this.seen && (await study.places.in(path, this.seen));
    const found: FoundRecord[] = [];
    const take = (entries: readonly Entry[], file: OwnFile): void => {
      for (const entry of entries) {
        const resolution = anchors?.resolve(entry) ?? { outcome: 'orphan', candidates: [] };
        const kind = reviewKind(entry, resolution);
        if (kind !== undefined) found.push({ entry, file, kind, resolution });
      }
    };
    for (const file of codings) take(file.codings, file);
    for (const file of notes) take(file.notes, file);
    this.found = found.sort(byPlace);
    this.files = files;
    this.isRead = true;
    const lines = new Set(found.map(({ entry }) => lineOf(entry)));
    for (const key of this.passages.keys()) if (!lines.has(JSON.parse(key)[0])) this.passages.delete(key);
  }

  /** How a passage was, and where it may be. */
  async passageOf(
    { entry, resolution }: FoundRecord,
    wish: PassageWish,
    elsewhere: readonly PlaceElsewhere[],
  ): Promise<ReviewPassage> {
    const key = JSON.stringify([lineOf(entry), wish, elsewhere]);
    const known = this.passages.get(key);
    if (known !== undefined) return known;
    const parse = (text: string): Transcript => this.study.transcripts.parse(text, this.path);
    const others = elsewhere.slice(0, wish.most);
    const loaded = others.map(async place => {
      const transcript = await this.text(place.transcript, async () => {
        const seen = await seenNow(this.study, place.transcript);
        return seen && this.study.transcripts.parse(seen.points.text, place.transcript);
      });
      return transcript === undefined ? [] : [{ transcript, place }];
    });
    const sources = {
      today: await this.text('', async () => this.seen && parse(this.seen.points.text)),
      past: await this.past(entry, parse),
      parse,
      elsewhere: (await Promise.all(loaded)).flat(),
    };
    const shown = reviewPassage(entry, resolution, sources, wish);
    const passage = { ...shown, morePlaces: shown.morePlaces + elsewhere.length - others.length };
    this.passages.set(key, passage);
    return passage;
  }

  /** Takes note that other transcripts changed. */
  forgetPlacesIn(paths: readonly string[]): void {
    const names = paths.map(path => JSON.stringify(path));
    for (const key of this.passages.keys()) if (names.some(name => key.includes(name))) this.passages.delete(key);
  }

  /** Lets go of what takes much memory. */
  rest(): void {
    this.parsed.clear();
  }

  private async past({ base }: Entry, parse: (text: string) => Transcript): Promise<Transcript | undefined> {
    if (base === undefined) return undefined;
    if (base === this.seen?.base) return this.text('', async () => this.seen && parse(this.seen.points.text));
    return this.text(`base ${base}`, async () => {
      const text = await this.study.places.textOf(base);
      return text === undefined ? undefined : parse(text);
    });
  }

  private text(key: string, make: () => Promise<Transcript | undefined>): Promise<Transcript | undefined> {
    const known = this.parsed.get(key) ?? make();
    this.parsed.set(key, known);
    return known;
  }
}

/** A transcript as it is now, in an editor where it has unsaved changes. A file that cannot be read counts as missing. */
export async function seenNow(study: Study, path: string): Promise<SeenTranscript | undefined> {
  const now = await study.transcripts.base(path).catch(() => undefined);
  return now && { transcript: path, points: new CodePoints(normaliseText(now.text)), base: now.base };
}

function byPlace(a: FoundRecord, b: FoundRecord): number {
  return startOf(a) - startOf(b) || compareTexts(a.file.coder, b.file.coder) || compareTexts(a.entry.id, b.entry.id);
}

/** What is gone stands where it was, not where something sounds like it. */
function startOf({ entry, resolution: { outcome, span, candidates } }: FoundRecord): number {
  return span?.start ?? (outcome === 'ambiguous' ? candidates[0]?.start : undefined) ?? entry.at[0];
}
