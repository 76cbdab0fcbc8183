import type { LoggedCommit } from '../../ports.js';
import { workAt } from './evidence.js';
import type { Ending, Scope } from './scope.js';

/** A version that has something of a coder's work in the round. */
export interface Trace {
  readonly version: LoggedCommit;
  /** `work`: in the coder's own file of a transcript of the round; `maybe`: in one that may be of it; `lines`: in a file of somebody else. */
  readonly is: 'work' | 'maybe' | 'lines';
  readonly path: string;
}

/**
 * The versions of one coder's history that have something of another's work in them, be it that it came by a merge, that they changed it, or that
 * its lines, known by their ids, stand in other files.
 * @param ids of what the other made in the round
 */
export async function tracesOf(
  scope: Scope,
  { range }: Ending,
  other: string,
  ids: ReadonlySet<string>,
): Promise<readonly Trace[]> {
  const traces: Trace[] = [];
  for (const version of range) {
    for (const { path, after } of version.files) {
      if (scope.holds(path, other)) {
        traces.push({ version, is: scope.isCertain(path) ? 'work' : 'maybe', path });
        continue;
      }
      if (after === undefined || workAt(path) === undefined || ids.size === 0) continue;
      const here = await scope.evidence.recordsIn(path, after);
      if ([...here.keys()].some(id => ids.has(id))) traces.push({ version, is: 'lines', path });
    }
  }
  return traces;
}

/** Ids of what a coder made in the round: all that ever stood in the coder's files of these transcripts and was not there when it was opened. */
export async function idsMadeBy(
  scope: Scope,
  coder: string,
  versions: readonly LoggedCommit[],
): Promise<ReadonlySet<string>> {
  const before = await scope.recordsOf(coder, scope.opening.version.id);
  const ids = new Set<string>();
  for (const { files } of versions) {
    for (const { path, after } of files) {
      if (after === undefined || !scope.holds(path, coder)) continue;
      for (const id of (await scope.evidence.recordsIn(path, after)).keys()) if (!before.has(id)) ids.add(id);
    }
  }
  return ids;
}
