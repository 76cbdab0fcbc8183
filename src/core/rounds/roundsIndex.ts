import type { RoundsFile } from './file.js';
import { type Round, roundsIn } from './round.js';

/** The rounds of a study. Takes in one file at a time; what follows from all of them is worked out when somebody asks. */
export class RoundsIndex {
  private readonly files = new Map<string, RoundsFile>();
  private known: readonly Round[] | undefined;
  private changes = 0;

  /** Another number after every change. */
  get version(): number {
    return this.changes;
  }

  /** Puts a file in, in place of what was there under its path. */
  set(file: RoundsFile): void {
    this.changes++;
    this.known = undefined;
    this.files.set(file.path, file);
  }

  /** Takes a file out. */
  delete(path: string): void {
    if (!this.files.delete(path)) return;
    this.changes++;
    this.known = undefined;
  }

  /** All files, in the order they came in. */
  allFiles(): Iterable<RoundsFile> {
    return this.files.values();
  }

  /** All rounds, in the order they were opened. */
  all(): readonly Round[] {
    this.known ??= roundsIn(this.files.values());
    return this.known;
  }

  /** Whether an id is taken. */
  has(id: string): boolean {
    return [...this.files.values()].some(({ records }) => records.some(record => record.id === id));
  }
}
