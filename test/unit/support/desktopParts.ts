import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Metafile, type Plugin } from 'esbuild';

/** The desktop extension as it is shipped, built in memory. */
export interface DesktopParts {
  readonly metafile: Metafile;
  /** By path below the repository, with `/`: each file as it is written. */
  readonly files: ReadonlyMap<string, string>;
  /** By path, the bytes that each source has in the entry, which is what activating loads. */
  readonly atOnce: ReadonlyMap<string, number>;
}

const SOURCE = 'src/extension/desktop.ts';
/** The file of the entry. */
export const ENTRY = 'dist/extension.js';
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
  const files = outputFiles.map(
    ({ path: file, text }) => [path.relative('', file).replaceAll('\\', '/'), text] as const,
  );
  const atOnce = new Map<string, number>();
  for (const part of loadedWith(SOURCE, metafile))
    for (const [source, { bytesInOutput }] of Object.entries(metafile.outputs[part]?.inputs ?? {}))
      if (bytesInOutput > 0) atOnce.set(source, (atOnce.get(source) ?? 0) + bytesInOutput);
  return { metafile, files: new Map(files), atOnce };
}
