import { Anchors } from '../anchoring/anchors.js';
import type { Anchored } from '../coding/coding.js';
import { CodePoints } from '../text/codePoints.js';
import { overlaps, type Span } from '../text/span.js';
import { wordDiff } from '../text/wordDiff.js';
import type { Pace } from './pace.js';
import type { RecordPair } from './records.js';
import type { VersionTexts } from './versionTexts.js';

/**
 * How two anchors of one record relate. `same`: word by word; `anchor`: the same passage, written down for another version;
 * `bounds`: it begins or ends elsewhere, around some of the same words; `moved`: other words.
 */
export type PlaceAspect = 'same' | 'anchor' | 'bounds' | 'moved';

/** A version of a transcript in which records are looked for. */
interface Target {
  readonly anchors: Anchors;
  readonly versions: Map<string, string>;
}

/** How many versions are kept at a time: those of the transcript that is being compared. */
const MOST_KEPT = 6;
/** Quotes that share so many of their characters are about the same words. */
const ALIKE = 0.5;

/**
 * Tells whether a passage is where it was. The old record is looked for in the version that the new one was made on, and
 * the other way round: where it lands just where the other says, nothing but the anchor changed.
 */
export class PlaceComparison {
  private readonly targets = new Map<string, Promise<Target | undefined>>();

  constructor(
    private readonly versions: VersionTexts,
    private readonly pace: Pace,
  ) {}

  /** How the later anchor of a record relates to the earlier one; `same` where one of the sides is missing. */
  async of(pair: RecordPair<Anchored>): Promise<PlaceAspect> {
    const [before, after] = [pair.before?.record, pair.after?.record];
    if (before === undefined || after === undefined || isSameAnchor(before, after)) return 'same';
    if (before.base === after.base) {
      if (isSameAt(before, after)) return 'anchor';
      if (before.base === undefined) return byQuote(before, after);
      return between(spanOf(before), spanOf(after), await this.target(before.base), /\S/u);
    }
    if (await this.isAmongSame(before, after)) return 'anchor';
    const found = [await this.landing(before, after)];
    if (found[0] !== 'anchor') found.push(await this.landing(after, before));
    if (found.includes('anchor')) return 'anchor';
    if (found.includes('bounds')) return 'bounds';
    return found.includes('moved') ? 'moved' : byQuote(before, after);
  }

  /** Whether the words stand among the same neighbours, and do so nowhere else: then no version has to be aligned with another. */
  private async isAmongSame(before: Anchored, after: Anchored): Promise<boolean> {
    const isLike = before.quote === after.quote && isSameContext(before, after) && after.context !== undefined;
    const target = isLike && after.base !== undefined ? await this.target(after.base) : undefined;
    if (target === undefined) return false;
    const words = `${after.context?.[0]}${after.quote}${after.context?.[1]}`;
    const { text } = target.anchors.now;
    const at = text.indexOf(words);
    return at !== -1 && text.indexOf(words, at + 1) === -1;
  }

  /** Where a record lands in the version of another anchor, compared with where that says it is; undefined where that is not certain. */
  private async landing(record: Anchored, other: Anchored): Promise<PlaceAspect | undefined> {
    const target = other.base === undefined ? undefined : await this.target(other.base);
    if (target === undefined) return undefined;
    const { anchors, versions } = target;
    const { base } = record;
    if (base !== undefined && !versions.has(base) && anchors.wantsVersion(record)) {
      const text = await this.versions.get(base);
      if (text !== undefined) versions.set(base, text);
    }
    for (const _ of anchors.prepare([record])) await this.pace.rest();
    const { span } = anchors.resolve(record);
    // Where an edit was made beside it, marks at its ends may count as part of the passage, or not.
    return span && between(span, spanOf(other), target, /[\p{L}\p{N}]/u);
  }

  private target(base: string): Promise<Target | undefined> {
    const found = this.targets.get(base) ?? this.load(base);
    this.targets.delete(base);
    this.targets.set(base, found);
    const oldest = this.targets.keys().next().value;
    if (this.targets.size > MOST_KEPT && oldest !== undefined) this.targets.delete(oldest);
    return found;
  }

  private async load(base: string): Promise<Target | undefined> {
    const text = await this.versions.get(base);
    if (text === undefined) return undefined;
    const versions = new Map<string, string>();
    return { anchors: new Anchors(new CodePoints(text), base, versions), versions };
  }
}

/**
 * How two places of one version relate.
 * @param telling what has to stand between two ends for them to be different ones
 */
function between(a: Span, b: Span, target: Target | undefined, telling: RegExp): PlaceAspect {
  const now = target?.anchors.now;
  const isSame = (one: number, other: number): boolean => {
    if (one === other) return true;
    return now !== undefined && !telling.test(now.slice(Math.min(one, other), Math.max(one, other)));
  };
  if (isSame(a.start, b.start) && isSame(a.end, b.end)) return 'anchor';
  return overlaps(a, b) ? 'bounds' : 'moved';
}

function isSameAnchor(a: Anchored, b: Anchored): boolean {
  return a.quote === b.quote && isSameAt(a, b) && a.base === b.base && isSameContext(a, b);
}

const isSameContext = (a: Anchored, b: Anchored): boolean =>
  a.context?.[0] === b.context?.[0] && a.context?.[1] === b.context?.[1];
const isSameAt = (a: Anchored, b: Anchored): boolean => a.at[0] === b.at[0] && a.at[1] === b.at[1];
const spanOf = ({ at }: Anchored): Span => ({ start: at[0], end: at[1] });
const folded = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const isSameQuote = (a: Anchored, b: Anchored): boolean => folded(a.quote) === folded(b.quote);

/** As `PlaceComparison.of`, by what the records say themselves. */
export function placeByQuote(pair: RecordPair<Anchored>): PlaceAspect {
  const [before, after] = [pair.before?.record, pair.after?.record];
  if (before === undefined || after === undefined || isSameAnchor(before, after)) return 'same';
  if (before.base !== after.base || before.base === undefined) return byQuote(before, after);
  return between(spanOf(before), spanOf(after), undefined, /\S/u);
}

/** Without the texts the quotes are all there is. */
function byQuote(a: Anchored, b: Anchored): PlaceAspect {
  if (isSameQuote(a, b)) return 'anchor';
  const [one, other] = [folded(a.quote), folded(b.quote)];
  if (one.includes(other) || other.includes(one)) return 'bounds';
  const same = wordDiff(one, other).reduce((sum, { text, kind }) => sum + (kind === 'same' ? text.length : 0), 0);
  return same >= ALIKE * Math.max(one.length, other.length) ? 'bounds' : 'moved';
}
