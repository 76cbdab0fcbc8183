import type { FileState, Respects } from './state.js';

/** What stands twice is wrong by itself. */
const TWICE = / again \d+$/;
const OTHER = /^(?:where|record) |^book$/;

/** What an id stands for: an entry of its own, or none, and then perhaps for another one; or nobody knows. */
export type Standing =
  | { readonly is: 'there' }
  | { readonly is: 'gone'; readonly into: string | undefined }
  | { readonly is: 'torn' };

/** A codebook as one version has it, and what follows from it. */
export class BookState {
  constructor(readonly state: FileState) {}

  /** Ids of entries, and former ids. */
  *ids(): Generator<string> {
    for (const name of this.state.keys()) {
      if (!OTHER.test(name) && !TWICE.test(name)) yield name;
      else if (name.startsWith('where ') && !TWICE.test(name)) yield name.slice('where '.length);
    }
  }

  entry(id: string): Respects | undefined {
    return OTHER.test(id) ? undefined : this.state.get(id);
  }

  /** The entry that an id is a former id of. */
  holder(id: string): string | undefined {
    return this.state.get(`where ${id}`)?.get('in');
  }

  standing(id: string): Standing {
    return this.entry(id) === undefined ? { is: 'gone', into: this.holder(id) } : { is: 'there' };
  }

  /** What is recorded of a merged code. */
  record(id: string): string | undefined {
    return this.state.get(`record ${id}`)?.get('text');
  }

  formerOf(id: string): string[] {
    return [...this.ids()].filter(other => this.holder(other) === id).sort();
  }

  childrenOf(id: string): string[] {
    return [...this.ids()].filter(other => this.entry(other)?.get('moved') === id);
  }

  /** An entry, what it stands in, and so on to the top. */
  above(id: string): string[] {
    const chain: string[] = [];
    for (let at = id; at !== '' && !chain.includes(at); at = this.entry(at)?.get('moved') ?? '') chain.push(at);
    return chain;
  }

  /** The first of a chain that is there, or what it was merged into; the top where none is. */
  homeOf(chain: readonly string[]): string {
    for (const id of chain) {
      const at = this.entry(id) === undefined ? this.holder(id) : id;
      if (at !== undefined) return at;
    }
    return '';
  }

  /** Whether an entry stands elsewhere than in another version, but for what follows from what became of that place. */
  isMoved(id: string, before: BookState): boolean {
    const old = before.entry(id)?.get('moved') ?? '';
    return this.entry(id)?.get('moved') !== this.homeOf(before.above(old));
  }
}
