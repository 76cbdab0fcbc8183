import type { Cancellation } from '../../core/ports.js';
import { failureOf } from './gitFailure.js';
import type { Place } from './place.js';
import { runGit } from './runGit.js';

/** What git is to do where a study is. */
export interface OwnGitRun {
  readonly args: readonly string[];
  /** As it follows “Git could not”. */
  readonly purpose: string;
  readonly input?: string | Uint8Array;
  readonly variables?: Readonly<Record<string, string>>;
  readonly cancellation?: Cancellation | undefined;
  /** Exit codes that are answers and no failures; 0 always is. */
  readonly answers?: readonly number[];
  /** Absolute path of the folder it works in; otherwise the root of the repository. */
  readonly folder?: string;
}

/**
 * Runs git as the person's own.
 * @returns what it wrote
 * @throws `VersionFailure` where it fails
 */
export async function ownGit(place: Place, run: OwnGitRun): Promise<string> {
  const answer = await runGit({ folder: place.top, ...run });
  if (answer.code !== 0 && !run.answers?.includes(answer.code)) throw await failureOf(place, run.purpose, answer);
  return answer.stdout;
}

/** The same, for what git writes as pieces that each end with NUL. */
export async function ownGitList(place: Place, run: OwnGitRun): Promise<string[]> {
  return (await ownGit(place, run)).split('\0').slice(0, -1);
}
