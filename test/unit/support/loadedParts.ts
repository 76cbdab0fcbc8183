import { createRequire } from 'node:module';
import path from 'node:path';

/** Files of CommonJS that are loaded from memory. */
export interface LoadedParts {
  /** Loads the file of a path, with those it asks for. */
  load(file: string): unknown;
  /** Paths of the files that were loaded, and names of Node's own modules. */
  readonly loaded: ReadonlySet<string>;
  /** Calls what waits for a time, and what comes to wait because of that. */
  passTime(): Promise<void>;
}

/** @param modules those that are no files, by name; of others Node's own are there */
export function loadedParts(
  files: ReadonlyMap<string, string>,
  modules: Readonly<Record<string, unknown>>,
): LoadedParts {
  const nodeRequire = createRequire(path.resolve('package.json'));
  const cache = new Map<string, { exports: unknown }>();
  const loaded = new Set<string>();
  const waiting = new Map<number, () => void>();
  let timers = 0;
  const later = (work: () => void): number => waiting.set(++timers, work) && timers;
  const forget = (timer: number): boolean => waiting.delete(timer);
  const load = (file: string): unknown => {
    const known = cache.get(file);
    if (known !== undefined) return known.exports;
    const module = { exports: {} as unknown };
    cache.set(file, module);
    loaded.add(file);
    const ask = (name: string): unknown => {
      if (name.startsWith('.')) return load(path.posix.join(path.posix.dirname(file), name));
      if (name in modules) return modules[name];
      loaded.add(name);
      return nodeRequire(name);
    };
    const text = files.get(file);
    if (text === undefined) throw new Error(`There is no part ${file}.`);
    new Function('module', 'exports', 'require', 'setTimeout', 'clearTimeout', text)(
      module,
      module.exports,
      ask,
      later,
      forget,
    );
    return module.exports;
  };
  const passTime = async (): Promise<void> => {
    do {
      await new Promise(resolve => setImmediate(resolve));
      const due = [...waiting.values()];
      waiting.clear();
      for (const work of due) work();
      await new Promise(resolve => setImmediate(resolve));
    } while (waiting.size > 0);
  };
  return { load, loaded, passTime };
}
