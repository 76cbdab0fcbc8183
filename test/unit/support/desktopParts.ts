import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Metafile, type Plugin } from 'esbuild';

/** The desktop extension as it is shipped, built in memory. */
export interface DesktopParts {
  readonly metafile: Metafile;
  /** By path below the repository, with `/`: each file as it is written. */
  readonly files: ReadonlyMap<string, string>;
  /** Paths of the files that are loaded together with the entry. */
  readonly atOnce: readonly string[];
}

const ENTRY = 'src/extension/desktop.ts';
let parts: Promise<DesktopParts> | undefined;

/** Builds the desktop extension, once for all who ask. */
export function desktopParts(): Promise<DesktopParts> {
  parts ??= make();
  return parts;
}

async function make(): Promise<DesktopParts> {
  const script = (name: string) => import(pathToFileURL(path.resolve('scripts/lib', name)).href);
  const { buildOptions, desktopExtension } = (await script('bundles.mjs')) as {
    buildOptions(isProduction: boolean): object;
    desktopExtension: { plugins: Plugin[] };
  };
  const { loadedWith } = (await script('parts.mjs')) as {
    loadedWith(entryPoint: string, metafile: Metafile): string[];
  };
  const { metafile, outputFiles } = await build({
    ...buildOptions(true),
    ...desktopExtension,
    metafile: true,
    write: false,
  });
  const files = (outputFiles as unknown as { path: string; contents: string }[]).map(
    ({ path: file, contents }) => [path.relative('', file).replaceAll('\\', '/'), contents] as const,
  );
  return { metafile, files: new Map(files), atOnce: loadedWith(ENTRY, metafile) };
}
