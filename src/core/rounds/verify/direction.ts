import type { LoggedCommit } from '../../ports.js';
import type { Contradiction, NamedVersion, Reason } from './report.js';
import type { Ending, Scope } from './scope.js';
import { idsMadeBy, type Trace, tracesOf } from './traces.js';

/** A coder with what the history has of their work. */
export interface Worked extends Ending {
  /** Versions of the coder's work on these transcripts. */
  readonly versions: readonly LoggedCommit[];
}

/** What speaks against that one coder did not have the other's work, and what keeps it from being shown. */
export interface Findings {
  readonly contradictions: readonly Contradiction[];
  readonly reasons: readonly Reason[];
}

/** Looks for the work of `other` in the histories on which `coder` made versions of theirs. */
export async function findingsOf(scope: Scope, coder: Worked, other: Worked): Promise<Findings> {
  const contradictions: Contradiction[] = [];
  const reasons: Reason[] = [];
  const { evidence, opening } = scope;
  const aside: NamedVersion[] = [];
  const together: NamedVersion[] = [];
  for (const version of coder.versions) {
    if (!(await evidence.isIn(opening.version.id, version.id))) aside.push(named(version));
  }
  const traces = await tracesOf(scope, coder, other.coder, await idsMadeBy(scope, other.coder, other.versions));
  // Where nothing of the other is in the whole history up to the end, it is in none of the histories before it.
  for (const version of traces.length === 0 ? [] : coder.versions) {
    const history = new Set((await evidence.range(version.id, opening.version.id)).map(({ id }) => id));
    const here = traces.filter(trace => history.has(trace.version.id));
    const own = here.filter(trace => trace.version.id === version.id && version.parents.length < 2);
    if (own.some(({ is }) => is !== 'lines')) together.push(named(version));
    const earlier = here.filter(trace => !own.includes(trace));
    const certain = await lastOnOpening(scope, earlier);
    if (certain !== undefined) {
      contradictions.push({
        coder: coder.coder,
        version: named(version),
        other: other.coder,
        holds: named(certain.version),
      });
      continue;
    }
    for (const trace of [...earlier, ...own.filter(({ is }) => is === 'lines')]) {
      if (trace.is === 'work') aside.push(named(trace.version));
      else if (trace.is === 'lines')
        reasons.push({ why: 'copied', coder: other.coder, version: named(trace.version), path: trace.path });
      else if (scope.gone !== undefined) reasons.push({ why: 'moved', transcript: scope.gone });
    }
  }
  if (aside.length > 0) reasons.push({ why: 'aside', coder: coder.coder, versions: unique(aside) });
  if (together.length > 0) {
    const coders = [coder.coder, other.coder].sort() as [string, string];
    reasons.push({ why: 'together', coders, versions: unique(together) });
  }
  return { contradictions, reasons };
}

/** The latest of some traces that is beyond doubt: the coder's own file of a transcript of the round, changed after it was opened. */
async function lastOnOpening({ evidence, opening }: Scope, traces: readonly Trace[]): Promise<Trace | undefined> {
  // A merge only brought what others made.
  const made = traces.filter(({ version }) => version.parents.length < 2);
  for (const trace of [...traces.filter(trace => !made.includes(trace)), ...made].toReversed()) {
    if (trace.is === 'work' && (await evidence.isIn(opening.version.id, trace.version.id))) return trace;
  }
  return undefined;
}

/** What a report says of a version. */
export function named({ id, author, date }: NamedVersion): NamedVersion {
  return { id, author, date };
}

function unique(versions: readonly NamedVersion[]): NamedVersion[] {
  return [...new Map(versions.map(version => [version.id, version])).values()];
}
