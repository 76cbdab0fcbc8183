import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { apiOnce, requiringApi } from './vscode-api.mjs';

/**
 * Makes CommonJS of what esbuild splits, which it can do for ES modules only: the extension host loads CommonJS. Whatever is loaded
 * together with the entry is joined with it; each part that comes later is a file, and `import()` has the entry require it with all
 * that it needs, one file after the other (`common/loading.ts`). Source maps stay right: the second step reads the first one's.
 */
export const commonJsParts = {
  name: 'common-js-parts',
  setup(first) {
    const options = first.initialOptions;
    const isWritten = options.write !== false;
    Object.assign(options, { format: 'esm', splitting: true, write: false, sourcemap: 'inline' });
    first.onEnd(async result => {
      if (!result.metafile) return;
      result.outputFiles = await joinAndConvert(result, options);
      if (isWritten) await Promise.all(result.outputFiles.map(write));
    });
  },
};

async function joinAndConvert(
  { outputFiles, metafile },
  { absWorkingDir, entryPoints, minify, target, sourcesContent },
) {
  const texts = new Map(outputFiles.map(({ path: file, text }) => [file, requiringApi(text)]));
  const joined = loadedWith(entryPoints[0].in, metafile).map(file => path.join(absWorkingDir, file));
  const [entry] = joined;
  const nameOf = file => path.relative(absWorkingDir, file).replaceAll('\\', '/');
  const partName = file => `part${joined.indexOf(file)}`;
  /** What a file imports: other files stay outside, and what was joined with the entry is found in it. */
  const imports = file => ({
    name: 'imports',
    setup(second) {
      const inEntry = file === entry ? 'joined' : 'shared';
      second.onResolve({ filter: /^\./ }, ({ path: asked, resolveDir, namespace }) => {
        const wanted = path.resolve(resolveDir, asked);
        return joined.includes(wanted) && namespace !== 'shared'
          ? { path: wanted, namespace: inEntry }
          : { path: relative(file, wanted), external: true };
      });
      const resolved = (wanted, contents) => ({ contents, resolveDir: path.dirname(wanted) });
      second.onLoad({ filter: /.*/, namespace: 'joined' }, ({ path: wanted }) => resolved(wanted, texts.get(wanted)));
      second.onLoad({ filter: /.*/, namespace: 'shared' }, ({ path: wanted }) =>
        resolved(wanted, `module.exports = require('${relative(file, entry)}').${partName(wanted)};`),
      );
    },
  });
  /** @param outfile under which name it is written, in the same folder */
  const convert = async (file, outfile) => {
    const own = joined.map(
      part => `export * ${part === entry ? '' : `as ${partName(part)} `}from '${relative(file, part)}';`,
    );
    const contents = file === entry ? own.join('\n') : texts.get(file);
    const converted = await build({
      ...{ bundle: true, write: false, format: 'cjs', platform: 'node', sourcemap: true, logLevel: 'warning' },
      ...{ minify, target, sourcesContent, supported: { 'dynamic-import': false } },
      ...{
        stdin: { contents, resolveDir: path.dirname(file), sourcefile: file },
        outfile,
        plugins: [apiOnce, imports(file)],
      },
    });
    return converted.outputFiles;
  };
  const files = [...texts.keys()].filter(file => file === entry || !joined.includes(file));
  const asked = new Set(
    Object.values(metafile.outputs).flatMap(({ imports: all }) => all.filter(isAsked).map(each => each.path)),
  );
  const outputs = await Promise.all(
    files.map(async file => {
      const name = nameOf(file);
      if (!asked.has(name)) return convert(file, file);
      const needed = neededBy(name, metafile).map(each => path.join(absWorkingDir, each));
      const own = file.replace(/js$/, 'own.js');
      const parts = [...needed.filter(each => !joined.includes(each)), own].map(
        part => `() => require("${relative(file, part)}")`,
      );
      const text = `exports.then = require("${relative(file, entry)}").loadingInTurns([${parts.join(', ')}]);\n`;
      return [{ path: file, contents: Buffer.from(text), text }, ...(await convert(file, own))];
    }),
  );
  return outputs.flat();
}

const isAsked = ({ kind, external }) => kind === 'dynamic-import' && !external;

/** The outputs that one imports, and those that they import, each behind what it needs itself. */
function neededBy(file, { outputs }, seen = new Set()) {
  return (outputs[file]?.imports ?? []).flatMap(({ kind, path: each }) => {
    if (kind !== 'import-statement' || !outputs[each] || seen.has(each)) return [];
    seen.add(each);
    return [...neededBy(each, { outputs }, seen), each];
  });
}

function relative(from, to) {
  return `./${path.relative(path.dirname(from), to).replaceAll('\\', '/')}`;
}

async function write({ path: file, contents }) {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, contents);
}

/** The outputs that are loaded together with an entry, which comes first: itself and whatever it imports statically. */
export function loadedWith(entryPoint, metafile) {
  const entries = Object.keys(metafile.outputs).filter(file => metafile.outputs[file].entryPoint === entryPoint);
  return [...entries, ...entries.flatMap(file => neededBy(file, metafile))];
}
