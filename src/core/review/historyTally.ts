import type { CodingFilePlace } from '../coding/file.js';
import type { Figures } from './historyModel.js';
import type { ThemeStructure } from './themeStructure.js';

/** How many codings a file has of each code, by the ids written in it. */
export type CodeCounts = ReadonlyMap<string, number>;

/** How many codings a version has, kept up to date one file at a time. */
export class Tally {
  private constructor(
    private readonly coders: Map<string, number>,
    private readonly codes: Map<string, number>,
    private readonly transcripts: Map<string, number>,
  ) {}

  static empty(): Tally {
    return new Tally(new Map(), new Map(), new Map());
  }

  copy(): Tally {
    return new Tally(new Map(this.coders), new Map(this.codes), new Map(this.transcripts));
  }

  /** Adds the codings of a file, or takes them away. */
  count({ coder, transcript }: CodingFilePlace, counts: CodeCounts, sign: 1 | -1): void {
    let all = 0;
    for (const [code, count] of counts) {
      change(this.codes, code, sign * count);
      all += count;
    }
    change(this.coders, coder, sign * all);
    change(this.transcripts, transcript, sign * all);
  }

  figures(structure: ThemeStructure): Figures {
    const byTheme = new Map<string, number>();
    for (const [code, count] of this.codes) change(byTheme, structure.themeOf(code), count);
    let codings = 0;
    for (const count of this.coders.values()) codings += count;
    return {
      codings,
      byCoder: new Map([...this.coders].sort(([a], [b]) => (a < b ? -1 : 1))),
      byTheme,
      transcripts: this.transcripts.size,
      codes: structure.codes,
      themes: structure.themes,
    };
  }
}

function change(counts: Map<string, number>, key: string, by: number): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}
