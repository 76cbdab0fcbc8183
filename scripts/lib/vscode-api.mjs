import { readFile } from 'node:fs/promises';

/**
 * Makes `import * as vscode` what it is in the extension host, a `require`. Left to esbuild, each file that imports the API gets a copy
 * of it with some hundreds of properties, all of them made while the extension is activated.
 * @param text JavaScript or TypeScript; what comes back is as long, so that source maps stay right
 */
export function requiringApi(text) {
  return text.replace(/import\s*\*\s*as\s+([\w$]+)\s+from\s*(["'])vscode\2;?/g, (all, name) =>
    `var ${name}=require("vscode");`.padEnd(all.length),
  );
}

/** Asks the extension host for the API once a bundle: it looks up each time who asks. */
export const apiOnce = {
  name: 'api-once',
  setup(build) {
    build.onResolve({ filter: /^vscode$/ }, ({ kind, namespace }) =>
      kind === 'require-call' && namespace !== 'api' ? { path: 'vscode', namespace: 'api' } : { external: true },
    );
    build.onLoad({ filter: /.*/, namespace: 'api' }, () => ({ contents: 'module.exports = require("vscode");' }));
  },
};

/** Both, for a bundle that esbuild makes of the sources in one step. */
export const vscodeApi = {
  name: 'vscode-api',
  setup(build) {
    apiOnce.setup(build);
    build.onLoad({ filter: /[\\/]src[\\/]extension[\\/].*\.ts$/ }, async ({ path }) => ({
      contents: requiringApi(await readFile(path, 'utf8')),
      loader: 'ts',
    }));
  },
};
