import type { Choice } from '../model/check.js';

/** What was asked while versions were put together, and what was decided: names of conflicts by file. */
export interface Asked {
  readonly asked: Map<string, Set<string>>;
  readonly decided: Map<string, Map<string, Choice>>;
}

/** Nothing was asked. */
export function nothingAsked(): Asked {
  return { asked: new Map(), decided: new Map() };
}

/** Two versions that became one, by whatever way: ids of commits. */
export interface Step extends Asked {
  /** In words, for whoever reads of a failure. */
  readonly how: string;
  readonly bases: readonly string[];
  readonly ours: string;
  readonly theirs: string;
  /** The commit that came of it. */
  readonly got: string;
}
