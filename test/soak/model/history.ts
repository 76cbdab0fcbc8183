/** What a version's history holds: all that anything it came from ever had, and what was written over what. */
export class History {
  private readonly subjects = new Set<string>();
  private readonly writes = new Set<number>();

  /** A file, or what came of it, has a subject. */
  has(path: string, subject: string): void {
    this.subjects.add(`${path}\n${subject}`);
  }

  /** Whether a file, or anything it came from, ever had a subject. */
  had(path: string, subject: string): boolean {
    return this.subjects.has(`${path}\n${subject}`);
  }

  /** Something was written over something else. @param write its number in the ledger */
  wrote(write: number): void {
    this.writes.add(write);
  }

  /** Whether something was written over something else in this history. */
  knows(write: number | undefined): boolean {
    return write !== undefined && this.writes.has(write);
  }

  /** Takes in another history. */
  take(other: History): void {
    for (const subject of other.subjects) this.subjects.add(subject);
    for (const write of other.writes) this.writes.add(write);
  }
}
