import type { Environment } from '../../../src/core/ports.js';
import { Study } from '../../../src/core/study/study.js';
import { fixedEnvironment } from '../support/environment.js';
import { MemoryStore } from '../support/memoryStore.js';
import { smallStudy } from '../support/studies.js';

/** The small study, and a clock that a test sets. */
export interface Talk {
  readonly store: MemoryStore;
  readonly study: Study;
  /** Makes it so many seconds later (or earlier). */
  wait(seconds: number): void;
}

/** Opens the small study, with more files in it. */
export async function openTalk(files: Readonly<Record<string, string>> = {}): Promise<Talk> {
  const fixed = fixedEnvironment();
  let now = fixed.now();
  const environment: Environment = { now: () => now, random: fixed.random };
  const store = new MemoryStore({ ...smallStudy(), ...files });
  const study = new Study(store, environment);
  await study.refresh();
  return {
    store,
    study,
    wait: seconds => {
      now += seconds * 1000;
    },
  };
}
