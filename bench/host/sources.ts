import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CallFrame } from './tasks';

/** Says of functions in the bundles of the extension which of the source they are. */
export class Sources {
  private readonly maps = new Map<string, SourceMap | undefined>();
  private readonly bundles: string;

  /** @param dist folder of the bundles, whose source maps stand beside them */
  constructor(private readonly dist: string) {
    this.bundles = path.join(dist, 'extension');
  }

  /** Whether a function is one of the extension's. */
  readonly isOurs = ({ url }: CallFrame): boolean => {
    const file = fileOf(url);
    return file.startsWith(`${this.bundles}.`) || file.startsWith(`${this.bundles}${path.sep}`);
  };

  /** A function by its name, source file and line (from 1). */
  nameOf({ functionName, url, lineNumber, columnNumber }: CallFrame): string {
    const found = this.mapOf(fileOf(url))?.findEntry(lineNumber, columnNumber);
    // What the bundler put in itself has no source.
    if (found === undefined || !('originalSource' in found) || found.originalSource === undefined)
      return `${functionName || '(anonymous)'} (${path.basename(url)}:${lineNumber + 1})`;
    const name = 'name' in found && found.name ? String(found.name) : functionName || '(anonymous)';
    const source = path.relative(path.dirname(this.dist), path.resolve(this.dist, found.originalSource));
    return `${name} (${source.replace(/^.*(?=src\/|node_modules\/)/, '')}:${found.originalLine + 1})`;
  }

  private mapOf(file: string): SourceMap | undefined {
    if (!this.maps.has(file)) this.maps.set(file, readMap(file));
    return this.maps.get(file);
  }
}

function readMap(file: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
  } catch {
    // A bundle without a source map: the names of its functions must do.
    return undefined;
  }
}

function fileOf(url: string): string {
  return url.startsWith('file:') ? fileURLToPath(url) : url;
}
