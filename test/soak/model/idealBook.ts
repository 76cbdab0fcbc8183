import { BookState } from './bookState.js';
import type { ExpectedFile, ExpectedSubject } from './merge.js';
import { type Expected, idealRespects } from './merge.js';
import type { FileState, Respects } from './state.js';

/**
 * The ideal merge of a codebook: as of records, but that an entry stands somewhere, may have been merged into another one, and goes along
 * with what it stands in. Each id stands for one entry at most.
 */
export function idealBook(bases: readonly FileState[], ours: FileState, theirs: FileState): ExpectedFile {
  return new BookMerge(
    bases.map(base => new BookState(base)),
    new BookState(ours),
    new BookState(theirs),
  ).merged();
}

class BookMerge {
  constructor(
    private readonly bases: readonly BookState[],
    private readonly ours: BookState,
    private readonly theirs: BookState,
  ) {}

  merged(): ExpectedFile {
    const expected = new Map<string, ExpectedSubject>();
    const versions = [...this.bases, this.ours, this.theirs];
    const ringed = this.rings();
    for (const id of new Set(versions.flatMap(version => [...version.ids()]))) {
      const entry = ringed.get(id) ?? this.entry(id);
      expected.set(id, entry);
      expected.set(`where ${id}`, this.where(id, entry));
      expected.set(`record ${id}`, { is: 'any' });
    }
    breakCircles(expected);
    const texts = versions.map(version => version.state.get('book'));
    const [mine, other] = [this.ours.state.get('book'), this.theirs.state.get('book')];
    if (mine !== undefined && other !== undefined)
      expected.set('book', {
        is: 'there',
        respects: idealRespects(known(texts.slice(0, this.bases.length)), mine, other),
      });
    return expected;
  }

  /** Codes that the sides merged into each other: what one side made of all of them holds, and that is one question. */
  private rings(): Map<string, ExpectedSubject> {
    const found = new Map<string, ExpectedSubject>();
    for (const id of this.ours.ids()) {
      const into = this.theirs.entry(id) === undefined ? this.theirs.holder(id) : undefined;
      if (into === undefined || this.ours.entry(into) !== undefined || this.ours.holder(into) !== id) continue;
      const first = id < into ? id : into;
      for (const one of [id, into]) {
        const torn = { is: 'torn', ours: this.ours.entry(one), theirs: this.theirs.entry(one) } as const;
        found.set(one, one === first ? torn : { ...torn, by: first });
      }
    }
    return found;
  }

  private entry(id: string): ExpectedSubject {
    const [mine, other] = [this.ours.entry(id), this.theirs.entry(id)];
    const known = this.bases.filter(base => base.entry(id) !== undefined);
    if (mine !== undefined && other !== undefined)
      return { is: 'there', respects: this.respects(id, known, mine, other) };
    if (mine === undefined && other === undefined) return this.bothGone(id);
    const [side, without] = mine === undefined ? [this.theirs, this.ours] : [this.ours, this.theirs];
    const there = side.entry(id) as Respects;
    const isNew = known.length === 0;
    // Merged into another one on a side that had never heard of it: that can only be told as a removal.
    if (isNew) {
      const isStillMerged = without.holder(id) === undefined || this.bases.some(base => base.holder(id) !== undefined);
      if (isStillMerged) return { is: 'there', respects: this.alone(side, id, there) };
      return { is: 'torn', ours: mine, theirs: other };
    }
    const isMixed = known.length < this.bases.length;
    // Where histories crossed, the side without it may be as one version before; then what the other one changed since holds.
    if (isMixed && known.every(base => this.isChanged(id, base, side, without)))
      return { is: 'there', respects: this.alone(side, id, there) };
    return isMixed || known.every(base => this.isChanged(id, base, side, without))
      ? { is: 'torn', ours: mine, theirs: other }
      : { is: 'gone' };
  }

  /** Merged into different ones: only one of them can stand for it. */
  private bothGone(id: string): ExpectedSubject {
    const [mine, other] = [this.ours.holder(id), this.theirs.holder(id)];
    if (mine === undefined || other === undefined || mine === other) return { is: 'gone' };
    if (this.bases.every(base => base.entry(id) === undefined && base.holder(id) === undefined)) return { is: 'gone' };
    if (this.theirs.holder(mine) === other || this.ours.holder(other) === mine) return { is: 'gone' };
    // Where histories crossed it is asked even if one side is as a version before: nothing is lost by a question.
    const wasEntry = this.bases.some(base => base.entry(id) !== undefined);
    const isChanged = this.isTransferred(id, this.ours) && this.isTransferred(id, this.theirs);
    if (!wasEntry && !isChanged) return { is: 'gone' };
    return { is: 'torn', ours: undefined, theirs: undefined };
  }

  private isChanged(id: string, base: BookState, side: BookState, without: BookState): boolean {
    const own = (state: BookState): string =>
      JSON.stringify([...(state.entry(id) ?? [])].filter(([name]) => name !== 'moved').sort());
    if (own(base) !== own(side) || side.isMoved(id, base)) return true;
    // What was put into an entry goes along where it is merged into another one; where it is deleted somebody has to say.
    if (without.holder(id) !== undefined) return false;
    const isFilled = side.childrenOf(id).some(child => {
      const known = this.bases.filter(old => old.entry(child) !== undefined);
      // What may be kept in it keeps the place in question as well.
      if (known.length > 0 && without.entry(child) === undefined && this.entry(child).is === 'torn') return true;
      return known.length === 0 ? without.entry(child) === undefined : known.every(old => side.isMoved(child, old));
    });
    return isFilled || side.formerOf(id).join(' ') !== base.formerOf(id).join(' ');
  }

  private respects(
    id: string,
    bases: readonly BookState[],
    mine: Respects,
    other: Respects,
  ): ReadonlyMap<string, Expected> {
    const without = (respects: Respects): Respects => new Map([...respects].filter(([name]) => name !== 'moved'));
    const merged = new Map(
      idealRespects(
        bases.map(base => without(base.entry(id) as Respects)),
        without(mine),
        without(other),
      ),
    );
    merged.set('moved', this.moved(id, bases, mine, other));
    // Of an entry that no version had before, nobody knows which of its former ids, and of what is recorded of them, are new.
    if (bases.length === 0) merged.set('formerly', { is: 'any' }).set('text', { is: 'any' });
    return merged;
  }

  /** Where it stands: what holds is the side that put it elsewhere; what follows from something else is no move. */
  private moved(id: string, bases: readonly BookState[], mine: Respects, other: Respects): Expected {
    const [ours, theirs] = [mine.get('moved') ?? '', other.get('moved') ?? ''];
    const isMoved = (side: BookState): boolean => bases.every(base => side.isMoved(id, base));
    const [isOurs, isTheirs] = [isMoved(this.ours), isMoved(this.theirs)];
    if (ours === theirs) return this.home(this.ours, ours);
    // What one side has it in is gone, and went where the other one has it.
    const isGone = (id: string): boolean => {
      const isOnBoth = this.ours.entry(id) !== undefined && this.theirs.entry(id) !== undefined;
      return id !== '' && !isOnBoth && this.entry(id).is === 'gone';
    };
    if (isGone(theirs) && this.ours.homeOf(this.theirs.above(theirs)) === ours) return this.home(this.theirs, theirs);
    if (isGone(ours) && this.theirs.homeOf(this.ours.above(ours)) === theirs) return this.home(this.ours, ours);
    if (bases.length === 0) return { is: 'conflict', ours, theirs };
    if (isOurs && isTheirs) return { is: 'conflict', ours, theirs };
    if (isOurs !== isTheirs) return isOurs ? this.home(this.ours, ours) : this.home(this.theirs, theirs);
    const before = bases.map(base => base.entry(id)?.get('moved'));
    if (before.includes(ours) && before.includes(theirs)) return { is: 'conflict', ours, theirs };
    const [base] = bases as [BookState];
    return this.home(base, base.entry(id)?.get('moved') ?? '');
  }

  /** An entry, and what it goes to where that is gone: what that stood in before, whatever a side made of it. */
  private home(version: BookState, parent: string): Expected {
    const chain: string[] = [];
    for (let at = parent; at !== '' && !chain.includes(at); ) {
      chain.push(at);
      const before = this.bases.map(base => base.entry(at)).find(entry => entry !== undefined);
      at = (before ?? version.entry(at))?.get('moved') ?? '';
    }
    return { is: 'home', chain };
  }

  private alone(side: BookState, _id: string, respects: Respects): ReadonlyMap<string, Expected> {
    const all = new Map<string, Expected>([...respects].map(([name, value]) => [name, { is: 'value', value }]));
    return all.set('moved', this.home(side, respects.get('moved') ?? ''));
  }

  private where(id: string, entry: ExpectedSubject): ExpectedSubject {
    const [mine, other] = [this.ours.holder(id), this.theirs.holder(id)];
    if (entry.is === 'there') return { is: 'gone' };
    const isEntry = [...this.bases, this.ours, this.theirs].some(version => version.entry(id) !== undefined);
    if (!isEntry && mine !== other && this.bases.every(base => base.holder(id) === undefined)) return { is: 'any' };
    if (entry.is === 'torn') return { is: 'where', ours: mine, theirs: other, by: entry.by ?? id };
    const holds = this.holderOf(id, mine, other);
    return { is: 'where', ours: holds, theirs: holds, by: id };
  }

  /** What an id that is no entry any more stands for. */
  private holderOf(id: string, mine: string | undefined, other: string | undefined): string | undefined {
    const [isOurs, isTheirs] = [this.isTransferred(id, this.ours), this.isTransferred(id, this.theirs)];
    if (isOurs !== isTheirs) return isOurs ? mine : other;
    if (!isOurs) return this.bases.map(base => base.holder(id)).find(old => old !== undefined);
    // Merged on one side, deleted on the other: what was coded with it keeps a code.
    if (mine === undefined || other === undefined) return mine ?? other;
    // One of the two stands for the other one on a side: it goes along with the nearer one.
    return this.ours.holder(other) === mine ? other : mine;
  }

  /** Whether a side has an id stand for something else; that it goes along with what stood for it is no such change. */
  private isTransferred(id: string, side: BookState): boolean {
    return !this.bases.some(base => {
      const old = base.holder(id);
      if (old === undefined) return base.entry(id) === undefined && side.holder(id) === undefined;
      return side.homeOf([old]) === (side.holder(id) ?? '');
    });
  }
}

const known = (all: readonly (Respects | undefined)[]): Respects[] => all.filter(one => one !== undefined);

/** Entries that the sides put into each other: where they stand is a question about one of them, whichever. */
function breakCircles(expected: Map<string, ExpectedSubject>): void {
  const above = (id: string): string | undefined => {
    const one = expected.get(id);
    const moved = one?.is === 'there' ? one.respects.get('moved') : undefined;
    return moved?.is === 'home' ? moved.chain.find(at => expected.get(at)?.is === 'there') : undefined;
  };
  for (const start of [...expected.keys()]) {
    const ring: string[] = [];
    for (let at: string | undefined = start; at !== undefined && !ring.includes(at); at = above(at)) ring.push(at);
    if (above(ring.at(-1) ?? start) !== start) continue;
    for (const id of ring) {
      const one = expected.get(id);
      if (one?.is === 'there')
        expected.set(id, { is: 'there', respects: new Map([...one.respects, ['moved', { is: 'any' }]]) });
    }
  }
}
