import type { CodebookEntry } from './codebook.js';
import type { Section } from './sections.js';
import { freeId, slugOf } from './slug.js';

/**
 * Gives every entry without a written id the slug of its title. Written and former ids have precedence wherever they
 * stand: a heading that is typed later never takes over the codings of another code.
 */
export function assignIds(sections: readonly Section[]): void {
  const taken = new Set(sections.flatMap(({ entry }) => [...entry.formerly, ...(entry.idWritten ? [entry.id] : [])]));
  const counts = new Map<string, number>();
  for (const { entry } of sections) {
    if (entry.idWritten) continue;
    const slug = slugOf(entry.title);
    entry.id = freeId(slug, id => taken.has(id), counts.get(slug));
    if (entry.id !== slug) counts.set(slug, Number(entry.id.slice(slug.length + 1)) + 1);
    taken.add(entry.id);
  }
}

/** Looks entries up by the id they have or had. */
export class IdIndex<Entry extends CodebookEntry> {
  private readonly live = new Map<string, Entry>();
  private readonly former = new Map<string, Entry>();

  /** @param entries in document order: of two with the same id the first is found */
  constructor(entries: readonly Entry[]) {
    for (const entry of entries) {
      if (!this.live.has(entry.id)) this.live.set(entry.id, entry);
      for (const id of entry.formerly) if (!this.former.has(id)) this.former.set(id, entry);
    }
  }

  /** The entry that now goes by an id: its own before a former one; no folding of case. */
  find(id: string): Entry | undefined {
    return this.live.get(id) ?? this.former.get(id);
  }

  /** The entry whose own id this is. */
  findLive(id: string): Entry | undefined {
    return this.live.get(id);
  }

  /** The first entry that had the id once. */
  findFormer(id: string): Entry | undefined {
    return this.former.get(id);
  }
}
