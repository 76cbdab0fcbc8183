import type { Codebook } from '../codebook/codebook.js';
import { parseCodebook } from '../codebook/parse.js';
import { parseCodingFile } from '../coding/file.js';
import type { StudyGit } from '../ports.js';
import { decodeUtf8 } from '../text/utf8.js';
import type { CodeCounts } from './historyTally.js';
import { structureOf, type ThemeStructure } from './themeStructure.js';

/** How many characters of texts are kept: a version is compared with the next one soon after it was read. */
const MOST_KEPT = 16 * 1024 * 1024;
/** How many parsed codebooks are kept: branches take turns. */
const MOST_CODEBOOKS = 8;

/** The blobs of a history, each read once while it is of use. */
export class HistoryBlobs {
  /** Every structure there ever was, each once. */
  readonly structures: ThemeStructure[] = [];
  private readonly texts = new Map<string, Promise<string | undefined>>();
  private readonly lengths = new Map<string, number>();
  private readonly counts = new Map<string, Promise<CodeCounts>>();
  private readonly structureAt = new Map<string, Promise<number>>();
  private readonly codebooks = new Map<string, Promise<Codebook>>();
  private kept = 0;

  constructor(private readonly git: Pick<StudyGit, 'read'>) {}

  /** The text of a blob; undefined where git does not have it. */
  text(id: string): Promise<string | undefined> {
    const known = this.texts.get(id);
    if (known !== undefined) {
      // The one used last goes last.
      this.texts.delete(id);
      this.texts.set(id, known);
      return known;
    }
    const text = this.git.read(id).then(bytes => bytes && decodeUtf8(bytes));
    this.texts.set(id, text);
    return text.then(read => {
      this.keep(id, read?.length ?? 0);
      return read;
    });
  }

  /** How many codings of each code a coding file has. */
  codes(id: string): Promise<CodeCounts> {
    return once(this.counts, id, async () => {
      const { codings } = parseCodingFile((await this.text(id)) ?? '', { path: '', coder: '', transcript: '' });
      const counts = new Map<string, number>();
      for (const { code } of codings) counts.set(code, (counts.get(code) ?? 0) + 1);
      return counts;
    });
  }

  /** A codebook; the last few are kept. Without an id that of a study that has none. */
  codebook(id: string | undefined): Promise<Codebook> {
    const key = id ?? '';
    const found = this.codebooks.get(key) ?? this.parse(id);
    this.codebooks.delete(key);
    this.codebooks.set(key, found);
    const oldest = this.codebooks.keys().next().value;
    if (this.codebooks.size > MOST_CODEBOOKS && oldest !== undefined) this.codebooks.delete(oldest);
    return found;
  }

  /** Index of the structure of a codebook; without an id that of a study that has none. */
  structure(id: string | undefined): Promise<number> {
    return once(this.structureAt, id ?? '', async () => {
      return this.structures.push(structureOf(await this.codebook(id))) - 1;
    });
  }

  private async parse(id: string | undefined): Promise<Codebook> {
    return parseCodebook((id === undefined ? undefined : await this.text(id)) ?? '');
  }

  private keep(id: string, length: number): void {
    if (this.lengths.has(id)) return;
    this.lengths.set(id, length);
    this.kept += length;
    for (const old of this.texts.keys()) {
      if (this.kept <= MOST_KEPT || old === id) return;
      this.texts.delete(old);
      this.kept -= this.lengths.get(old) ?? 0;
      this.lengths.delete(old);
    }
  }
}

function once<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  let found = known.get(key);
  if (found === undefined) {
    found = make();
    known.set(key, found);
  }
  return found;
}
