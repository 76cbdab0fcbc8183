import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';

/** The folder mode of git's trees. */
const FOLDER = '40000';
/** In bytes, of an id in a tree. */
const ID = 20;

/**
 * The objects of a repository that git keeps in files of their own, read without git: to start one for each version that is looked at would be most of
 * the work of a simulation.
 */
export class LooseObjects {
  private readonly folder: string;

  /** @param root absolute path of a repository with a working tree */
  constructor(root: string) {
    this.folder = path.join(root, '.git', 'objects');
  }

  /** The content of an object; undefined where it is packed, or not there. */
  read(id: string): Buffer | undefined {
    const file = path.join(this.folder, id.slice(0, 2), id.slice(2));
    if (!existsSync(file)) return undefined;
    const bytes = inflateSync(readFileSync(file));
    return bytes.subarray(bytes.indexOf(0) + 1);
  }

  /**
   * Blob ids of a commit's files by path; undefined where something of it is packed.
   * @param commit full id, or one with `^` behind it: the commit that it was made on
   */
  files(commit: string): Map<string, string> | undefined {
    const own = this.read(commit.slice(0, 2 * ID))?.toString('utf8');
    const parent = commit.endsWith('^') ? /^parent ([0-9a-f]+)$/m.exec(own ?? '')?.[1] : undefined;
    const text = parent === undefined ? own : this.read(parent)?.toString('utf8');
    const tree = /^tree ([0-9a-f]+)$/m.exec(text ?? '')?.[1];
    if (tree === undefined || (commit.endsWith('^') && parent === undefined)) return undefined;
    const files = new Map<string, string>();
    return this.take(tree, '', files) ? files : undefined;
  }

  /** Takes down the files of a tree; false where it, or one in it, is packed. */
  private take(tree: string, folder: string, files: Map<string, string>): boolean {
    const bytes = this.read(tree);
    if (bytes === undefined) return false;
    for (let at = 0; at < bytes.length; ) {
      const end = bytes.indexOf(0, at);
      const [, mode, name] = /^(\d+) (.+)$/s.exec(bytes.toString('utf8', at, end)) ?? [];
      const id = bytes.toString('hex', end + 1, end + 1 + ID);
      if (mode !== FOLDER) files.set(`${folder}${name}`, id);
      else if (!this.take(id, `${folder}${name}/`, files)) return false;
      at = end + 1 + ID;
    }
    return true;
  }
}
