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

/** What was mended after the fact, where git had put several versions one on the other without stopping. */
export interface Mended extends Asked {
  /** The commit that has it. */
  readonly got: string;
  /** Commits that were put on later, before anybody looked: what they changed is theirs. */
  readonly later: readonly string[];
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
  readonly mended?: Mended;
  /** Git put it together, and the product looked at it afterwards. */
  readonly isAfterwards?: true;
}
