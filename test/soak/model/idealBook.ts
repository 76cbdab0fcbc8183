import { BookState, type Standing } from './bookState.js';
import type { ExpectedFile, ExpectedSubject } from './merge.js';
import { type Expected, idealRespects } from './merge.js';
import { type FileState, type Respects, said } from './state.js';

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
  private readonly standings = new Map<string, Standing>();

  constructor(
    private readonly bases: readonly BookState[],
    private readonly ours: BookState,
    private readonly theirs: BookState,
  ) {}

  merged(): ExpectedFile {
    const expected = new Map<string, ExpectedSubject>();
    const versions = [...this.bases, this.ours, this.theirs];
    const ids = new Set(versions.flatMap(version => [...version.ids()]));
    const ringed = this.rings(ids);
    for (const id of ids) {
      const [mine, other] = [this.ours.entry(id), this.theirs.entry(id)];
      const [into, otherInto] = [this.ours.holder(id), this.theirs.holder(id)];
      const by = ringed.get(id);
      const stands = this.standing(id);
      if (by !== undefined || stands.is === 'torn') {
        expected.set(id, { is: 'torn', ours: mine, theirs: other, ...(by !== undefined && by !== id && { by }) });
        expected.set(`where ${id}`, { is: 'where', ours: into, theirs: otherInto, by: by ?? id });
      } else if (stands.is === 'there') {
        expected.set(id, { is: 'there', respects: this.there(id, mine, other) });
        expected.set(`where ${id}`, { is: 'gone' });
      } else {
        expected.set(id, this.record(id));
        expected.set(`where ${id}`, { is: 'where', ours: stands.into, theirs: stands.into, by: id });
      }
      expected.set(`record ${id}`, { is: 'any' });
    }
    breakCircles(expected, (mine, other) => [
      ...(mine === undefined ? [] : [this.home(this.ours, mine).chain]),
      ...(other === undefined ? [] : [this.home(this.theirs, other).chain]),
    ]);
    const texts = versions.map(version => version.state.get('book'));
    const [mine, other] = [this.ours.state.get('book'), this.theirs.state.get('book')];
    if (mine !== undefined && other !== undefined)
      expected.set('book', {
        is: 'there',
        respects: idealRespects(known(texts.slice(0, this.bases.length)), mine, other),
      });
    return expected;
  }

  /**
   * Codes that the sides merged into each other, by twos or in a longer circle: what one side made of all of them holds, and that is one question.
   * @returns for each of them the one that is asked about
   */
  private rings(ids: Iterable<string>): Map<string, string> {
    const found = new Map<string, string>();
    const next = (id: string): string | undefined => {
      const gone = [this.ours, this.theirs].filter(side => side.entry(id) === undefined);
      const [side, second] = gone;
      return second === undefined && this.standing(id).is !== 'there' ? side?.holder(id) : undefined;
    };
    for (const start of ids) {
      const ring: string[] = [];
      for (let at: string | undefined = start; at !== undefined && !ring.includes(at); at = next(at)) ring.push(at);
      if (next(ring.at(-1) as string) !== start) continue;
      const [first] = [...ring].sort();
      for (const id of ring) found.set(id, first as string);
    }
    return found;
  }

  /** What an id stands for: an entry, another one that it is a former id of, or nothing. One respect, merged as all are. */
  private standing(id: string): Standing {
    const known = this.standings.get(id);
    if (known !== undefined) return known;
    // What is asked about itself on the way is not changed by that.
    this.standings.set(id, { is: 'there' });
    const found = this.findStanding(id);
    this.standings.set(id, found);
    return found;
  }

  private findStanding(id: string): Standing {
    const [mine, other] = [this.ours.standing(id), this.theirs.standing(id)];
    if (isSame(mine, other)) return mine;
    const [first, ...others] = this.bases.map(base => this.since(id, base, mine, other));
    return first !== undefined && others.every(one => isSame(first, one) || this.isOneCode(first, one))
      ? first
      : { is: 'torn' };
  }

  /** Whether two codes that an id may stand for were merged into each other, so that one of them is left. */
  private isOneCode(a: Standing, b: Standing): boolean {
    const [one, two] = [a, b].map(standing => (standing.is === 'gone' ? standing.into : undefined));
    if (one === undefined || two === undefined) return false;
    const isMerged = (side: BookState, id: string, into: string): boolean =>
      side.entry(id) === undefined && side.holder(id) === into;
    const isRing =
      (isMerged(this.ours, one, two) && isMerged(this.theirs, two, one)) ||
      (isMerged(this.theirs, one, two) && isMerged(this.ours, two, one));
    return isRing && [one, two].every(id => this.standing(id).is !== 'there');
  }

  /** What became of an id since one of the versions that both sides come from. */
  private since(id: string, base: BookState, mine: Standing, other: Standing): Standing {
    const [isOurs, isTheirs] = [
      this.isChanged(id, base, this.ours, this.theirs),
      this.isChanged(id, base, this.theirs, this.ours),
    ];
    if (!isOurs && !isTheirs) return base.standing(id);
    if (isOurs !== isTheirs) return isOurs ? mine : other;
    // What went along with something that was taken out again gives way to what somebody did to it.
    const [isCarried, isOtherCarried] = [this.ours, this.theirs].map(side => {
      const [old, now] = [base.holder(id), side.entry(id) === undefined ? side.holder(id) : undefined];
      return old !== undefined && now !== undefined && base.entry(now) === undefined && base.holder(now) === old;
    });
    if (isCarried !== isOtherCarried) return isCarried ? other : mine;
    if (mine.is !== 'gone' || other.is !== 'gone') return { is: 'torn' };
    // Merged on one side, deleted on the other: what was coded with it keeps a code.
    if (mine.into === undefined || other.into === undefined) return { is: 'gone', into: mine.into ?? other.into };
    // One of the two stands for the other one on a side: it goes along with the nearer one.
    if (this.ours.standing(other.into).is === 'gone' && this.ours.holder(other.into) === mine.into) return other;
    if (this.theirs.standing(mine.into).is === 'gone' && this.theirs.holder(mine.into) === other.into) return mine;
    return { is: 'torn' };
  }

  /** Whether a side made something else of an id; that it goes along with what stood for it is no such change. */
  private isChanged(id: string, base: BookState, side: BookState, without: BookState): boolean {
    const [old, now] = [base.standing(id), side.standing(id)];
    if (old.is === 'gone' && now.is === 'gone')
      return now.into !== (old.into === undefined ? undefined : side.homeOf([old.into]) || undefined);
    if (old.is !== 'there' || now.is !== 'there') return true;
    return this.isTouched(id, base, side, without);
  }

  /** Whether a side changed an entry that the other side does not have any more. */
  private isTouched(id: string, base: BookState, side: BookState, without: BookState): boolean {
    const own = (state: BookState): string =>
      JSON.stringify([...(state.entry(id) ?? [])].filter(([name]) => name !== 'moved').sort());
    if (own(base) !== own(side) || side.isMoved(id, base)) return true;
    // What was put into an entry goes along where it is merged into another one; where it is deleted somebody has to say.
    if (without.holder(id) !== undefined) return false;
    const isFilled = side.childrenOf(id).some(child => {
      if (base.entry(child) === undefined) return without.entry(child) === undefined;
      // What may be kept in it keeps the place in question as well.
      if (without.entry(child) === undefined && this.standing(child).is === 'torn') return true;
      return side.isMoved(child, base);
    });
    const formers = (state: BookState): string => said(state.formerOf(id).map(one => [one, state.record(one)]));
    return isFilled || formers(side) !== formers(base);
  }

  private there(id: string, mine: Respects | undefined, other: Respects | undefined): ReadonlyMap<string, Expected> {
    const bases = this.bases.filter(base => base.entry(id) !== undefined);
    if (mine !== undefined && other !== undefined) return this.respects(id, bases, mine, other);
    return this.alone(id, mine === undefined ? this.theirs : this.ours, (mine ?? other) as Respects);
  }

  /** Of a code that is merged on both sides only what is recorded of it can be in question. */
  private record(id: string): ExpectedSubject {
    const texts = [this.ours, this.theirs].map(side => (side.holder(id) === undefined ? undefined : side.record(id)));
    const [mine, other] = texts;
    if (mine === undefined || other === undefined || mine === other) return { is: 'gone' };
    const before = this.bases.map(base => (base.holder(id) === undefined ? undefined : base.record(id)));
    const verdict = idealRespects(
      before.map(text => new Map(text === undefined ? [] : [['text', text]])),
      new Map([['text', mine]]),
      new Map([['text', other]]),
    ).get('text');
    return verdict?.is === 'conflict' ? { is: 'gone', asks: 'text' } : { is: 'gone' };
  }

  private respects(
    id: string,
    bases: readonly BookState[],
    mine: Respects,
    other: Respects,
  ): ReadonlyMap<string, Expected> {
    const part = (respects: Respects, isText: boolean): Respects =>
      new Map([...respects].filter(([name]) => name !== 'moved' && TEXT.test(name) === isText));
    const old = bases.map(base => base.entry(id) as Respects);
    const merged = new Map<string, Expected>([
      ...idealRespects(
        old.map(base => part(base, false)),
        part(mine, false),
        part(other, false),
      ),
      ...idealText(
        old.map(base => part(base, true)),
        part(mine, true),
        part(other, true),
      ),
    ]);
    merged.set('moved', this.moved(id, bases, mine, other));
    return merged;
  }

  /** Where it stands: what holds is the side that put it elsewhere; what follows from something else is no move. */
  private moved(id: string, bases: readonly BookState[], mine: Respects, other: Respects): Expected {
    const [ours, theirs] = [mine.get('moved') ?? '', other.get('moved') ?? ''];
    if (ours === theirs) return this.home(this.ours, ours, id);
    // What one side has it in is gone, and went where the other one has it.
    if (this.goesTo(this.theirs, theirs) === ours) return this.home(this.theirs, theirs, id);
    if (this.goesTo(this.ours, ours) === theirs) return this.home(this.ours, ours, id);
    const verdicts = new Set(
      this.bases.map(base => {
        const isIn = base.entry(id) !== undefined;
        const [isOurs, isTheirs] = [this.ours, this.theirs].map(side => !isIn || side.isMoved(id, base));
        if (isOurs === isTheirs) return isOurs ? 'torn' : 'stayed';
        // What went along with something may have been moved since: no three versions tell, so a person says.
        const hasGone = (isOurs ? other : mine).get('moved') !== base.entry(id)?.get('moved');
        return hasGone ? 'torn' : isOurs ? 'ours' : 'theirs';
      }),
    );
    const [verdict] = verdicts;
    const [base] = bases;
    const places = new Set(bases.map(one => one.entry(id)?.get('moved')));
    if (verdicts.size === 1 && verdict === 'ours') return this.home(this.ours, ours, id);
    if (verdicts.size === 1 && verdict === 'theirs') return this.home(this.theirs, theirs, id);
    if (verdicts.size === 1 && verdict === 'stayed' && places.size === 1 && base !== undefined)
      return this.home(base, base.entry(id)?.get('moved') ?? '', id);
    return {
      is: 'places',
      ours: this.home(this.ours, ours, id).chain,
      theirs: this.home(this.theirs, theirs, id).chain,
    };
  }

  /** Where what stands in an entry goes, if that is gone for sure. */
  private goesTo(version: BookState, parent: string): string {
    const home = this.home(version, parent);
    for (const id of home.chain) {
      let at: string | undefined = id;
      for (const met = new Set<string>(); at !== undefined && !met.has(at); ) {
        met.add(at);
        const stands: Standing = this.standing(at);
        if (stands.is !== 'gone') return at;
        at = stands.into;
      }
    }
    return '';
  }

  /** An entry, and what it goes to where that is gone: what that stood in before, whatever a side made of it. */
  private home(version: BookState, parent: string, id?: string): Extract<Expected, { is: 'home' }> {
    const chain: string[] = [];
    for (let at = parent; at !== '' && at !== id && !chain.includes(at); ) {
      chain.push(at);
      const before = this.bases.map(base => base.entry(at)).find(entry => entry !== undefined);
      at = (before ?? version.entry(at))?.get('moved') ?? '';
    }
    return { is: 'home', chain };
  }

  private alone(id: string, side: BookState, respects: Respects): ReadonlyMap<string, Expected> {
    const all = new Map<string, Expected>([...respects].map(([name, value]) => [name, { is: 'value', value }]));
    return all.set('moved', this.home(side, respects.get('moved') ?? '', id));
  }
}

function isSame(a: Standing, b: Standing): boolean {
  if (a.is === 'gone' && b.is === 'gone') return a.into === b.into;
  return a.is === b.is;
}

const known = (all: readonly (Respects | undefined)[]): Respects[] => all.filter(one => one !== undefined);

/** What an entry says in words. */
const TEXT = /^(?:definition$|include |exclude |example |text )/;

/** The words of an entry: one text, of which paragraphs are merged; what does not follow from each of several bases is as if none were known. */
function idealText(bases: readonly Respects[], ours: Respects, theirs: Respects): ReadonlyMap<string, Expected> {
  const by = (old: readonly Respects[]): ReadonlyMap<string, Expected> =>
    asParagraphs(old, ours, theirs) ?? idealRespects(old, ours, theirs);
  const all = bases.map(base => by([base]));
  const [first, ...others] = new Set(all.map(one => said([...one].sort())));
  return first !== undefined && others.length === 0 ? (all[0] as ReadonlyMap<string, Expected>) : by([]);
}

/**
 * Where the definition of one version is a further paragraph in another one, such as after somebody chose to keep two of them, only that no
 * paragraph is lost, and none is back, can be said.
 */
function asParagraphs(
  bases: readonly Respects[],
  ours: Respects,
  theirs: Respects,
): ReadonlyMap<string, Expected> | undefined {
  const versions = [...bases, ours, theirs];
  const definitions = versions.flatMap(version => version.get('definition') ?? []);
  const isMixed = definitions.some(one => versions.some(version => version.has(`text ${JSON.parse(one)}`)));
  if (!isMixed) return undefined;
  const merged = new Map<string, Expected>(
    [...idealRespects(bases, ours, theirs)].filter(([name]) => !/^(?:definition$|text )/.test(name)),
  );
  merged.set('definition', { is: 'any' }).set('text', { is: 'any' });
  const paragraphs = (version: Respects): string[] => [
    ...(version.has('definition') ? [JSON.parse(version.get('definition') as string) as string] : []),
    ...[...version.keys()].filter(name => name.startsWith('text ')).map(name => name.slice('text '.length)),
  ];
  for (const text of new Set(versions.flatMap(paragraphs))) {
    const [mine, other, ...before] = [ours, theirs, ...bases].map(version => paragraphs(version).includes(text));
    const [base] = before;
    const isThere = mine === other ? mine : base === undefined ? undefined : base === mine ? other : mine;
    merged.set(`text ${text}`, { is: 'paragraph', text, isThere });
  }
  return merged;
}

/**
 * Entries that the sides put into each other: where they stand is one question, about any of them.
 * @param chainsOf what may hold an entry that the sides have in these
 */
function breakCircles(
  expected: Map<string, ExpectedSubject>,
  chainsOf: (mine: string | undefined, other: string | undefined) => readonly (readonly string[])[],
): void {
  const isThere = (id: string): boolean => expected.get(id)?.is === 'there' || expected.get(id)?.is === 'torn';
  const above = (id: string): string[] => {
    const one = expected.get(id);
    if (one?.is === 'torn')
      return chainsOf(one.ours?.get('moved'), one.theirs?.get('moved')).flatMap(chain => chain.find(isThere) ?? []);
    const moved = one?.is === 'there' ? one.respects.get('moved') : undefined;
    const chains = moved?.is === 'home' ? [moved.chain] : moved?.is === 'places' ? [moved.ours, moved.theirs] : [];
    return chains.flatMap(chain => chain.find(isThere) ?? []);
  };
  const reached = (id: string): Set<string> => {
    const met = new Set(above(id));
    for (const at of met) for (const next of above(at)) met.add(next);
    return met;
  };
  const all = new Map([...expected.keys()].map(id => [id, reached(id)]));
  for (const [id, met] of all) {
    const one = expected.get(id);
    const ring = [...met].filter(other => all.get(other)?.has(id));
    if (one?.is !== 'there' || !ring.includes(id)) continue;
    expected.set(id, { is: 'there', respects: new Map([...one.respects, ['moved', { is: 'circle', of: ring }]]) });
  }
}
