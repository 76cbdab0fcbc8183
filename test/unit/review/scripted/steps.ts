import type { Chance } from './chance.js';
import { allNodes, type Model, type Node, type Owned, parentOf } from './model.js';

/** A change that a step leads to, and the one that leads back: what, in which respect, about what. */
export interface Expected {
  readonly there: string;
  readonly back: string;
}

/** A model while a script works on it, and what of it some step has laid hands on. */
export class Bench {
  private readonly whole = new Set<string>();
  private readonly parts = new Map<string, Set<string>>();

  constructor(
    readonly model: Model,
    readonly chance: Chance,
  ) {}

  /** Takes something for one step alone; false where another step has to do with it. */
  take(...subjects: string[]): boolean {
    if (subjects.some(one => this.whole.has(one) || this.parts.has(one))) return false;
    for (const one of subjects) this.whole.add(one);
    return true;
  }

  /** Takes one respect of something, or (shared) relies on its being there. */
  use(subject: string, respect = ''): boolean {
    const taken = this.parts.get(subject) ?? new Set<string>();
    if (this.whole.has(subject) || (respect !== '' && taken.has(respect))) return false;
    this.parts.set(subject, taken.add(respect));
    return true;
  }

  /** A node for one step alone; what it stands in stays there. */
  node(fits: (node: Node) => boolean = () => true): Node | undefined {
    const all = this.chance.shuffled(allNodes(this.model.roots).filter(fits));
    return all.find(one => {
      const parent = parentOf(this.model.roots, one);
      return (parent === undefined || this.use(keyOf(parent))) && this.take(keyOf(one));
    });
  }

  /** A node of which only one respect changes. */
  nodeFor(respect: string, fits: (node: Node) => boolean = () => true): Node | undefined {
    return this.chance.shuffled(allNodes(this.model.roots).filter(fits)).find(one => this.use(keyOf(one), respect));
  }

  /** A code that codings have or get. */
  code(except?: string): Node | undefined {
    return this.nodeFor('', one => one.kind === 'code' && one.id !== except);
  }

  /** A coding or note for one step alone; its transcript stays as it is. */
  owned(list: readonly Owned[], fits: (owned: Owned) => boolean = () => true): Owned | undefined {
    return this.chance
      .shuffled(list.filter(fits))
      .find(({ transcript, line }) => this.use(`transcript ${transcript}`) && this.take(`record ${line.id}`));
  }

  /** A transcript that coders have said something of (or none), for one step alone. */
  transcript(isCoded = true): string | undefined {
    const { model, chance } = this;
    const coded = new Set(model.codings.map(({ transcript }) => transcript));
    const all = Object.keys(model.transcripts).filter(path => coded.has(path) === isCoded);
    return chance.shuffled(all).find(path => this.take(`transcript ${path}`));
  }
}

export const keyOf = ({ id }: Node): string => `node ${id}`;

/** A change of a thing that goes by the same name in both directions. */
export function both(text: string): Expected[] {
  return [{ there: text, back: text }];
}

export function pair(there: string, back: string): Expected[] {
  return [{ there, back }];
}

/** Something came; the other way round it goes. */
export const came = (what: string, subject: string): Expected[] =>
  pair(`${what}-added ${subject}`, `${what}-removed ${subject}`);
export const went = (what: string, subject: string): Expected[] =>
  pair(`${what}-removed ${subject}`, `${what}-added ${subject}`);

/** What a step does; undefined where there is nothing (left) that it could be done to. */
export type Step = (bench: Bench) => Expected[] | undefined;
