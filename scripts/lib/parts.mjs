import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { transform } from 'esbuild';

/**
 * Makes CommonJS of what esbuild splits, which it can do for ES modules only: the extension host loads CommonJS. `import()` becomes a
 * `require` that runs then. Source maps stay right: the second step reads the first one's.
 */
export const commonJsParts = {
  name: 'common-js-parts',
  setup(build) {
    const options = build.initialOptions;
    const isWritten = options.write !== false;
    Object.assign(options, { format: 'esm', splitting: true, write: false, sourcemap: 'inline' });
    build.onEnd(async result => {
      const parts = (result.outputFiles ?? []).map(part => commonJs(part, options));
      result.outputFiles = (await Promise.all(parts)).flat();
      if (isWritten) await Promise.all(result.outputFiles.map(write));
    });
  },
};

async function commonJs({ path: file, text }, { minify, target, sourcesContent }) {
  const { code, map } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    supported: { 'dynamic-import': false },
    minify: minify ?? false,
    target,
    sourcemap: 'external',
    sourcesContent: sourcesContent ?? true,
    sourcefile: path.basename(file),
  });
  return [
    { path: file, contents: `${code}//# sourceMappingURL=${path.basename(file)}.map\n` },
    { path: `${file}.map`, contents: map },
  ];
}

async function write({ path: file, contents }) {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, contents);
}

/** The outputs that are loaded together with an entry: itself and whatever it imports statically. */
export function loadedWith(entryPoint, { outputs }) {
  const loaded = new Set();
  const waiting = Object.keys(outputs).filter(file => outputs[file].entryPoint === entryPoint);
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (loaded.has(file) || !outputs[file]) continue;
    loaded.add(file);
    waiting.push(...outputs[file].imports.filter(each => each.kind === 'import-statement').map(each => each.path));
  }
  return [...loaded];
}
