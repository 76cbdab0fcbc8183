import { fingerprintOf } from '../../review/keys.js';
import { compareTexts } from '../../text/compare.js';
import { conflictKey } from '../conflictKey.js';
import { type FramedLine, type FramedText, framed, lineAt, mergedFrame, unframed } from '../frame.js';
import type { ConflictSide, FileVersions, MergeChoice, MergeConflict, MergedFile } from '../merge.js';
import { mergeWhole } from '../mergeWhole.js';
import { verdictOf } from '../threeWay.js';
import { type Difference, differencesOf, type Range, type Region, regionsOf } from './regions.js';

const NONE: Range = [0, 0];

/**
 * Puts two versions of a text together line by line. A stretch that both sides changed differently is a question.
 *
 * Where lines were moved, or stand several times, more than one way of comparing may be right, and nobody knows which. It shows in that the
 * result, put together with a side again, does not stay what it is: then all from the first difference to the last is one question.
 */
export function mergeText(versions: FileVersions, decisions: ReadonlyMap<string, MergeChoice>): MergedFile {
  if (versions.ours === undefined || versions.theirs === undefined) return mergeWhole(versions, decisions);
  const merge = isCertain(versions) ? mergeRegions : mergeAsOne;
  return merge(versions, decisions);
}

const NO_DECISIONS: ReadonlyMap<string, MergeChoice> = new Map();

function isCertain(versions: FileVersions): boolean {
  if (versions.bases.length === 0) return true;
  const merged = bothWays(versions);
  const results = [...new Set(merged.texts)];
  return results.every(result =>
    [versions.ours, versions.theirs, ...results].every(side => {
      if (side === result) return true;
      const again = bothWays({ ...versions, ours: result, theirs: side });
      return (
        again.texts[0] === result &&
        results.includes(again.texts[1]) &&
        again.keys.every(key => merged.keys.includes(key))
      );
    }),
  );
}

/** The result with all that is asked as ours has it, and as theirs. */
function bothWays(versions: FileVersions): {
  texts: [string | undefined, string | undefined];
  keys: readonly string[];
} {
  const { text, conflicts } = mergeRegions(versions, NO_DECISIONS);
  const keys = conflicts.map(({ key }) => key);
  const other = keys.length === 0 ? text : mergeRegions(versions, new Map(keys.map(key => [key, 'theirs']))).text;
  return { texts: [text, other], keys };
}

/** All from the first difference to the last is one question. */
function mergeAsOne(versions: FileVersions, decisions: ReadonlyMap<string, MergeChoice>): MergedFile {
  const [ours, theirs] = [framed(versions.ours), framed(versions.theirs)];
  const differences = differencesOf(ours.lines, theirs.lines);
  const [first, last] = [differences[0], differences.at(-1)];
  if (first === undefined || last === undefined) return mergeRegions(versions, decisions);
  const all: Difference = {
    ours: [first.ours[0], last.ours[1]],
    theirs: [first.theirs[0], last.theirs[1]],
  };
  const whole: Region = { ...all, bases: [], differences: [all] };
  return written(versions, [], ours, theirs, [whole], decisions);
}

function mergeRegions(versions: FileVersions, decisions: ReadonlyMap<string, MergeChoice>): MergedFile {
  const bases = [...new Set(versions.bases)].map(framed);
  const [ours, theirs] = [framed(versions.ours), framed(versions.theirs)];
  const regions = regionsOf(
    bases.map(base => base.lines),
    ours.lines,
    theirs.lines,
  );
  return written(versions, bases, ours, theirs, regions, decisions);
}

function written(
  versions: FileVersions,
  bases: readonly FramedText[],
  ours: FramedText,
  theirs: FramedText,
  regions: readonly Region[],
  decisions: ReadonlyMap<string, MergeChoice>,
): MergedFile {
  const asked = new Questions(versions.path, ours, theirs);
  const lines: FramedLine[] = [];
  const take = (side: FramedText, [from, to]: Range): void => {
    for (let at = from; at < to; at++) lines.push(lineAt(side, at));
  };
  let done = 0;
  const takeOurs = (to: number): void => {
    take(ours, [done, to]);
    done = to;
  };
  for (const region of regions) {
    takeOurs(region.ours[0]);
    const verdict = verdictOf(
      bases.map((base, i) => textOf(base, region.bases[i] ?? NONE)),
      textOf(ours, region.ours),
      textOf(theirs, region.theirs),
    );
    if (verdict === 'theirs') {
      take(theirs, region.theirs);
      done = region.ours[1];
      continue;
    }
    if (verdict !== 'conflict') continue;
    for (const difference of region.differences) {
      takeOurs(difference.ours[0]);
      const choice = asked.decide(difference, baseOf(bases, region), decisions);
      if (choice !== 'theirs') takeOurs(difference.ours[1]);
      if (choice === 'theirs' || choice === 'both') take(theirs, difference.theirs);
      done = difference.ours[1];
    }
  }
  takeOurs(ours.lines.length);
  return { text: unframed(mergedFrame(versions), lines), conflicts: asked.open };
}

/** What the base has in place of differences, where that can be said. */
function baseOf(bases: readonly FramedText[], region: Region): ConflictSide | undefined {
  const [base] = bases;
  if (base === undefined || bases.length > 1 || region.differences.length > 1) return undefined;
  return sideOf(base, region.bases[0] ?? NONE);
}

/** The questions that a text raises. */
class Questions {
  readonly open: MergeConflict[] = [];
  private readonly counts = new Map<string, number>();

  constructor(
    private readonly path: string,
    private readonly ours: FramedText,
    private readonly theirs: FramedText,
  ) {}

  /** What was decided about a difference; undecided it becomes a question. */
  decide(
    { ours, theirs }: Difference,
    base: ConflictSide | undefined,
    decisions: ReadonlyMap<string, MergeChoice>,
  ): MergeChoice | undefined {
    const sides = [sideOf(this.ours, ours), sideOf(this.theirs, theirs)] as const;
    const key = this.keyOf(sides.map(({ isThere, text }) => `${isThere} ${text}`));
    const choice = decisions.get(key);
    if (choice !== undefined) return choice;
    this.open.push({
      key,
      path: this.path,
      subject: { is: 'passage', line: ours[0] },
      aspect: 'text',
      base,
      ours: sides[0],
      theirs: sides[1],
      choices: sides.every(({ isThere }) => isThere) ? ['ours', 'theirs', 'both'] : ['ours', 'theirs'],
    });
    return undefined;
  }

  /** Named by what the sides say; the same pair of texts a second time by its number. */
  private keyOf(texts: readonly string[]): string {
    const name = fingerprintOf(...([...texts].sort(compareTexts) as [string, string]));
    const count = (this.counts.get(name) ?? 0) + 1;
    this.counts.set(name, count);
    return conflictKey('passage', name, ...(count === 1 ? [] : [String(count)]));
  }
}

function sideOf(text: FramedText, range: Range): ConflictSide {
  return { isThere: range[0] < range[1], text: text.lines.slice(...range).join('\n') };
}

/** Lines as a text that is another one for other lines. */
function textOf(text: FramedText, [from, to]: Range): string {
  return `${to - from}\n${text.lines.slice(from, to).join('\n')}`;
}
