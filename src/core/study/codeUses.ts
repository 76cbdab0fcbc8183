import type { Coding } from '../coding/coding.js';
import type { CodingFile } from '../coding/file.js';
import { compareTexts } from '../text/compare.js';
import { firstWhere } from '../text/firstWhere.js';
import { grouped } from '../text/grouped.js';

/** Codings of one code in one coding file. */
export interface UseInFile {
  readonly file: CodingFile;
  readonly codings: readonly Coding[];
}

/**
 * Where one code id is used. Opening a study needs no more than numbers: files are sorted when somebody asks for them, the codings of
 * a file when somebody asks for those. A change then puts one file to its place.
 */
export class CodeUses {
  private readonly files = new Set<CodingFile>();
  private sorted: readonly UseInFile[] | undefined;
  private total = 0;

  constructor(private readonly code: string) {}

  /** How many codings there are. */
  get count(): number {
    return this.total;
  }

  /** One coding more, which stands in a file. */
  add(file: CodingFile): void {
    this.total++;
    if (this.files.has(file)) return;
    this.files.add(file);
    this.sorted = this.sorted?.toSpliced(placeIn(this.sorted, file), 0, new CodingsInFile(file, this.code));
  }

  /** One coding less, which stood in a file of which none will be left. */
  remove(file: CodingFile): void {
    this.total--;
    if (this.files.delete(file)) this.sorted = this.sorted?.toSpliced(placeIn(this.sorted, file), 1);
  }

  /** One entry a file, by transcript, then coder; another list after every change. */
  list(): readonly UseInFile[] {
    this.sorted ??= [...this.files].sort(compareFiles).map(file => new CodingsInFile(file, this.code));
    return this.sorted;
  }
}

/** The uses of several code ids as those of one. */
export function together(lists: readonly (readonly UseInFile[])[]): readonly UseInFile[] {
  if (lists.length === 1) return lists[0] as readonly UseInFile[];
  const byFile = [...grouped(lists.flat(), ({ file }) => file.path).values()] as [UseInFile, ...UseInFile[]][];
  return byFile
    .sort(([a], [b]) => compareFiles(a.file, b.file))
    .map(uses => ({
      file: uses[0].file,
      get codings() {
        return uses.flatMap(({ codings }) => codings);
      },
    }));
}

class CodingsInFile implements UseInFile {
  constructor(
    readonly file: CodingFile,
    private readonly code: string,
  ) {}

  get codings(): readonly Coding[] {
    return codingsByCode(this.file).get(this.code) ?? [];
  }
}

/** The codings of each file by code. */
const knownByCode = new WeakMap<CodingFile, ReadonlyMap<string, readonly Coding[]>>();

function codingsByCode(file: CodingFile): ReadonlyMap<string, readonly Coding[]> {
  const known = knownByCode.get(file) ?? grouped(file.codings, coding => coding.code);
  knownByCode.set(file, known);
  return known;
}

/** No two coding files of a study have one path. */
function compareFiles(a: CodingFile, b: CodingFile): number {
  return compareTexts(a.transcript, b.transcript) || compareTexts(a.coder, b.coder) || compareTexts(a.path, b.path);
}

function placeIn(sorted: readonly UseInFile[], file: CodingFile): number {
  return firstWhere(sorted, other => compareFiles(other.file, file) >= 0);
}
