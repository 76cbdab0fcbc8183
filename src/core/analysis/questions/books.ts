import type { Codebook, CodebookEntry } from '../../codebook/codebook.js';
import { colorOf } from '../../codebook/colors.js';
import { parseCodebook } from '../../codebook/parse.js';
import { themePath } from '../../codebook/query.js';
import type { FileVersions, MergeSide } from '../../merge/merge.js';
import { CODEBOOK_FILE } from '../../study/layout.js';
import type { Study } from '../../study/study.js';
import type { ShownCode } from './question.js';

/** What codes are called on either side: a code that only one side has made is in its codebook alone. */
export class Books {
  private readonly sides: Readonly<Record<MergeSide, Codebook | undefined>>;

  /** @param files the files that are merged; the codebook is among them where both sides changed it */
  constructor(
    private readonly study: Study,
    files: readonly FileVersions[],
  ) {
    const file = files.find(({ path }) => path === CODEBOOK_FILE);
    const book = (text: string | undefined): Codebook | undefined =>
      text === undefined ? undefined : parseCodebook(text);
    this.sides = { ours: book(file?.ours), theirs: book(file?.theirs) };
  }

  /** A code by its id, as a side has it; an id that no codebook knows stands for itself. */
  code(id: string, side: MergeSide): ShownCode {
    const entry = this.entry(id, side);
    return { title: entry?.title ?? id, color: colorOf(entry ?? { id }) };
  }

  /** Titles of the themes that an entry is in, from the top, and its colour, as a side has them. */
  place(id: string, side: MergeSide): { readonly within: readonly string[]; readonly color?: string } {
    const entry = this.entry(id, side);
    if (entry === undefined) return { within: [] };
    return { within: themePath(entry), ...(entry.kind === 'code' ? { color: colorOf(entry) } : {}) };
  }

  private entry(id: string, side: MergeSide): CodebookEntry | undefined {
    const other = side === 'ours' ? 'theirs' : 'ours';
    return this.sides[side]?.find(id) ?? this.study.entry(id) ?? this.sides[other]?.find(id);
  }
}
