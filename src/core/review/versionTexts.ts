import { normaliseText } from '../text/normalise.js';
import { decodeUtf8 } from '../text/utf8.js';
import type { Snapshot } from './state.js';

/** How many UTF-16 units of texts are kept. */
const MOST_KEPT = 8_000_000;

/** Versions of transcripts by the beginning of their blob ids, from whichever snapshot has them; the last ones are kept. */
export class VersionTexts {
  private readonly texts = new Map<string, string>();
  private size = 0;

  constructor(private readonly snapshots: readonly Snapshot[]) {}

  /** A version: no byte order mark, line ends LF; undefined where nobody has it. */
  async get(base: string): Promise<string | undefined> {
    const text = this.texts.get(base) ?? (await this.bring(base));
    if (text !== undefined) this.keep(base, text);
    return text;
  }

  private async bring(base: string): Promise<string | undefined> {
    // A base is content of a line: only what can be the beginning of an id is asked for.
    if (!/^[0-9a-f]{7,64}$/.test(base)) return undefined;
    for (const snapshot of this.snapshots) {
      const bytes = await snapshot.version(base);
      if (bytes !== undefined) return normaliseText(decodeUtf8(bytes));
    }
    return undefined;
  }

  private keep(base: string, text: string): void {
    if (!this.texts.delete(base)) this.size += text.length;
    this.texts.set(base, text);
    for (const [oldest, { length }] of this.texts) {
      if (this.size <= MOST_KEPT || oldest === base) return;
      this.texts.delete(oldest);
      this.size -= length;
    }
  }
}
