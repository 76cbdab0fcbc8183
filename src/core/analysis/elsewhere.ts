import { FoldedIndex, type Sought, soughtOf } from '../anchoring/foldedIndex.js';
import type { Candidate } from '../anchoring/resolution.js';
import type { Anchored } from '../coding/coding.js';
import type { Cancellation } from '../ports.js';
import type { Study } from '../study/study.js';
import { CodePoints } from '../text/codePoints.js';
import { normaliseText } from '../text/normalise.js';
import { UNSPACED } from '../transcript/words.js';
import { likenessOfContext } from './surroundings.js';

/** A passage whose words are gone from its transcript. */
export interface Lost extends Pick<Anchored, 'quote' | 'context'> {
  /** Path of the transcript it was in. */
  readonly transcript: string;
}

/** A place in another transcript at which the words of a lost passage stand. */
export interface PlaceElsewhere extends Candidate {
  /** Path of that transcript. */
  readonly transcript: string;
}

/** Letters a quote must have to be looked for in other transcripts: “yes, of course” stands in all of them. */
const FEWEST_LETTERS = 12;
/** A character of a script without spaces says as much as so many letters. */
const UNSPACED_COUNTS = 3;

/**
 * Finds passages that went from one transcript to another. Each transcript is read once for all that are looked for, and
 * once again when it changed; one searcher is for one study.
 */
export class ElsewhereSearch {
  /** For each transcript what was looked for in it, and what was found. */
  private readonly searched = new Map<string, Map<string, readonly PlaceElsewhere[]>>();

  constructor(private readonly study: Study) {}

  /** Takes note of files that changed. */
  forget(paths: readonly string[]): void {
    for (const path of paths) this.searched.delete(path);
  }

  /** What is known by now of where a lost passage went, the likeliest first. */
  places(lost: Lost): readonly PlaceElsewhere[] {
    const key = keyOf(lost);
    const found = [...this.searched.values()].flatMap(byKey => byKey.get(key) ?? []);
    return found.sort((a, b) => b.score - a.score);
  }

  /** Whether passages have to be looked for. */
  isDue(all: readonly Lost[]): boolean {
    const wanted = soughtBy(all);
    return this.study.transcriptPaths().some(path => this.study.exists(path) && this.missing(path, wanted).length > 0);
  }

  /**
   * Looks for passages in all transcripts but their own; what was looked for before is not looked for again.
   * @param progress counts the transcripts
   * @returns whether all was looked at; false where the search was cancelled
   */
  async search(
    all: readonly Lost[],
    progress?: (done: number, total: number) => void,
    cancellation?: Cancellation,
  ): Promise<boolean> {
    const wanted = soughtBy(all);
    const paths = this.study.transcriptPaths().filter(path => this.study.exists(path));
    let done = 0;
    for (const path of paths) {
      if (cancellation?.cancelled) return false;
      const missing = this.missing(path, wanted);
      if (missing.length > 0) await this.searchIn(path, missing);
      progress?.(++done, paths.length);
    }
    return true;
  }

  private missing(path: string, wanted: ReadonlyMap<string, Wanted>): [string, Wanted][] {
    const known = this.searched.get(path);
    return [...wanted].filter(([key, { lost }]) => lost.transcript !== path && !known?.has(key));
  }

  private async searchIn(path: string, wanted: readonly (readonly [string, Wanted])[]): Promise<void> {
    const byKey = this.searched.get(path) ?? new Map<string, readonly PlaceElsewhere[]>();
    // Set before it is read: what changes meanwhile takes it away again.
    this.searched.set(path, byKey);
    // A file that cannot be read holds nothing that could be offered; `check` says so.
    const file = await this.study.transcripts.base(path).catch(() => undefined);
    const text = normaliseText(file?.text ?? '');
    const points = new CodePoints(text);
    const index = new FoldedIndex(text);
    for (const [key, { lost, sought }] of wanted) {
      const places = index.find(sought).map((units): PlaceElsewhere => {
        const span = { start: points.fromUtf16(units.start), end: points.fromUtf16(units.end) };
        return { ...span, transcript: path, score: 0.6 + 0.4 * likenessOfContext(lost, points, span) };
      });
      byKey.set(key, places);
    }
  }
}

interface Wanted {
  readonly lost: Lost;
  readonly sought: Sought;
}

function soughtBy(all: readonly Lost[]): Map<string, Wanted> {
  const wanted = new Map<string, Wanted>();
  for (const lost of all) {
    const key = keyOf(lost);
    if (wanted.has(key)) continue;
    const sought = soughtOf(lost.quote);
    if (isTelling(sought.folded)) wanted.set(key, { lost, sought });
  }
  return wanted;
}

function isTelling(text: string): boolean {
  let letters = 0;
  for (const character of text) {
    if (/[\p{L}\p{N}]/u.test(character)) letters += UNSPACED.test(character) ? UNSPACED_COUNTS : 1;
    if (letters >= FEWEST_LETTERS) return true;
  }
  return false;
}

const keyOf = ({ transcript, quote, context }: Lost): string => JSON.stringify([transcript, quote, context]);
