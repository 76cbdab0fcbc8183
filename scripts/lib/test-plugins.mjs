import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { repoRoot } from './paths.mjs';

/** `import 'verbatim:tests'` imports the test files given here: one bundle holds them all, as a web worker can load only one. */
export function testList(files) {
  return {
    name: 'test-list',
    setup(build) {
      build.onResolve({ filter: /^verbatim:tests$/ }, () => ({ path: 'tests', namespace: 'verbatim' }));
      build.onLoad({ filter: /.*/, namespace: 'verbatim' }, () => ({
        contents: files.map(file => `import ${JSON.stringify(`./${file}`)};`).join('\n'),
        resolveDir: repoRoot,
      }));
    },
  };
}

/** In a test, `import.meta.url` is where the source is, not the bundle: fixtures are found beside the source. */
export const sourceLocations = {
  name: 'source-locations',
  setup(build) {
    build.onLoad({ filter: /[\\/]test[\\/].*\.ts$/ }, async ({ path: file }) => {
      const source = await readFile(file, 'utf8');
      const contents = source
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href))
        .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(file)));
      return { contents, loader: 'ts' };
    });
  },
};
