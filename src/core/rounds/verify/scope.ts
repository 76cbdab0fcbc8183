import type { LoggedCommit } from '../../ports.js';
import type { Opening } from '../record.js';
import { type Evidence, workAt } from './evidence.js';
import type { Recorded } from './recorded.js';

/** How a coder ended the round, as far as the history tells. */
export interface Ending {
  readonly coder: string;
  readonly closing: LoggedCommit | undefined;
  /** The last version that is looked at: the closing, else the last one there is. */
  readonly end: string;
  /** What is in the history of that and not in that of the opening, older ones first. */
  readonly range: readonly LoggedCommit[];
}

/** Which files are about a round. */
export class Scope {
  private constructor(
    readonly evidence: Evidence,
    readonly opening: Recorded<Opening>,
    /** A transcript of the round that is not at its path any more, at some version; then any other path may be it. */
    readonly gone: string | undefined,
    private readonly transcripts: ReadonlySet<string>,
  ) {}

  /** @param all every version in the history of the last one that is not in that of the opening */
  static async of(
    evidence: Evidence,
    opening: Recorded<Opening>,
    head: string,
    all: readonly LoggedCommit[],
  ): Promise<Scope> {
    const transcripts = new Set(opening.record.transcripts);
    const now = await evidence.tree(head);
    const removed = all
      .flatMap(({ files }) => files.filter(({ after }) => after === undefined))
      .map(({ path }) => path);
    const gone = [...transcripts].find(path => !now.has(path) || removed.includes(path));
    return new Scope(evidence, opening, gone, transcripts);
  }

  /** Whether a path is that of a coder's work on a transcript of the round, or may be. */
  holds(path: string, coder: string): boolean {
    const work = workAt(path);
    return work?.coder === coder && (this.gone !== undefined || this.transcripts.has(work.transcript));
  }

  /** Whether there is no doubt that a path is of a transcript of the round. */
  isCertain(path: string): boolean {
    return this.transcripts.has(workAt(path)?.transcript ?? '');
  }

  /** The versions in which a coder's work on these transcripts came to be what it was. */
  async versionsOf(coder: string, range: readonly LoggedCommit[]): Promise<readonly LoggedCommit[]> {
    const versions: LoggedCommit[] = [];
    for (const version of range) {
      if (!version.files.some(({ path }) => this.holds(path, coder))) continue;
      const made = await this.evidence.made(version);
      if (made.some(({ path }) => this.holds(path, coder))) versions.push(version);
    }
    return versions;
  }

  /** A coder's codings and notes of these transcripts at a version, by their ids. */
  async recordsOf(coder: string, commit: string): Promise<ReadonlyMap<string, string>> {
    const records = new Map<string, string>();
    for (const [path, blob] of await this.evidence.tree(commit)) {
      if (!this.holds(path, coder)) continue;
      for (const [id, said] of await this.evidence.recordsIn(path, blob)) records.set(id, said);
    }
    return records;
  }
}
