import { sidesOf } from './afterwards/textSides.js';

/** The versions of a file in a history. */
export interface FileHistory<Commit extends string | number> {
  /** Path from the study, with `/`. */
  readonly path: string;
  /** The file at a version; undefined where it is not there. */
  text(commit: Commit): Promise<string | undefined>;
  /** The versions that one and the others have in common, as the others would have them together: the last ones. */
  bases(one: Commit, others: readonly Commit[]): Promise<readonly Commit[]>;
}

/** More texts than this come of bases that contradict each other again and again; some of them tell enough. */
const MOST_TEXTS = 8;
/** Histories that crossed more often than this, one crossing upon the other, are taken as if they had begun there. */
const MOST_CROSSINGS = 50;

/**
 * What two versions come from whose histories crossed: of several bases one is made by what they mean, from what they come from in turn, as git
 * does with lines. So what one of the bases left as it was, and another one changed, is changed.
 * @param commits the bases
 * @returns one text; several where bases contradict each other, each with the contradictions settled in another way; none for no bases
 */
export async function commonVersions<Commit extends string | number>(
  history: FileHistory<Commit>,
  commits: readonly Commit[],
): Promise<(string | undefined)[]> {
  return new Crossing(history).texts(commits, 0);
}

class Crossing<Commit extends string | number> {
  private readonly known = new Map<string, Promise<(string | undefined)[]>>();

  constructor(private readonly history: FileHistory<Commit>) {}

  texts(commits: readonly Commit[], depth: number): Promise<(string | undefined)[]> {
    const key = commits.join(' ');
    const known = this.known.get(key) ?? this.made(commits, depth);
    this.known.set(key, known);
    return known;
  }

  private async made([first, ...others]: readonly Commit[], depth: number): Promise<(string | undefined)[]> {
    if (first === undefined) return [];
    const { path } = this.history;
    let made = [await this.history.text(first)];
    const done = [first];
    for (const other of others) {
      const theirs = await this.history.text(other);
      if (made.some(text => text !== theirs)) {
        const below = depth < MOST_CROSSINGS ? await this.history.bases(other, done) : [];
        const bases = below.length === 0 ? [undefined] : await this.texts(below, depth + 1);
        const both = made.map(ours => sidesOf({ path, bases, ours, theirs }));
        made = [...new Set(both.flatMap(sides => [sides.ours, sides.theirs]))].slice(0, MOST_TEXTS);
      }
      done.push(other);
    }
    return made;
  }
}
