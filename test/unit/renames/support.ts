import { Study } from '../../../src/core/study/study.js';
import { fixedEnvironment } from '../support/environment.js';
import { MemoryStore } from '../support/memoryStore.js';

/** Files of a study, opened; `follow` looks for what was renamed. */
export async function open(
  files: Readonly<Record<string, string>>,
  store = new MemoryStore(files),
): Promise<{ store: MemoryStore; study: Study; follow: () => Promise<void> }> {
  const study = new Study(store, fixedEnvironment());
  await study.refresh();
  const follow = async (): Promise<void> => {
    await study.refresh();
    await study.followRenames();
  };
  return { store, study, follow };
}
