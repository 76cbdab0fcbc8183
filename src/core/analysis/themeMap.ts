import type { Phase } from '../codebook/change.js';
import type { Codebook, CodebookEntry } from '../codebook/codebook.js';
import { colorOf, isColor } from '../codebook/colors.js';
import { phaseOf } from '../codebook/phase.js';
import { isScopeEntry } from '../codebook/scope.js';
import type { Pieces } from '../pieces.js';
import type { CodedPlace } from './codedPlaces.js';
import { type Coded, type CoOccurrence, coOccurrences } from './coOccurrence.js';

/** A theme or a code on the map. */
export interface MapNode {
  /** Identity on the map: the id of the entry; where an id stands twice, the later ones have their line behind it. */
  readonly key: string;
  readonly id: string;
  readonly kind: 'theme' | 'code';
  readonly title: string;
  /** Key of the theme or code that holds it. */
  readonly parent?: string;
  /** A palette name or `#rrggbb`; a theme has one only where the codebook gives it one. */
  readonly color?: string;
  readonly phase?: Phase;
  readonly definition?: string;
  /** Codings of the code, former ids included; for a theme those of all codes in it. */
  readonly excerpts: number;
  /** How many declared participants speak in them. */
  readonly participants: number;
}

/** Two codes that share passages: keys of the nodes, and how much they share. */
export interface MapLink {
  readonly a: string;
  readonly b: string;
  readonly excerpts: number;
  readonly participants: number;
}

/** Everything the theme map shows. */
export interface ThemeMap {
  /** Themes and codes in the order of the codebook, each before what it holds; none that marks what is in scope. */
  readonly nodes: readonly MapNode[];
  /** Strongest first. */
  readonly links: readonly MapLink[];
  /** All who coded, sorted; also those whose codings are filtered out. */
  readonly coders: readonly string[];
  /** Counted codings that have no certain place in today's text: nobody knows who speaks in them or what they overlap. */
  readonly inDoubt: number;
}

/** What the sizes and widths of the map stand for. */
export type Measure = 'participants' | 'excerpts';

/**
 * Draws the figures of a study together for the theme map.
 * @param places the coded places, one list a transcript
 * @param coder whose codings count; all where it is missing
 */
export function* themeMapOf(
  codebook: Codebook,
  places: readonly (readonly CodedPlace[])[],
  coder?: string | undefined,
): Pieces<ThemeMap> {
  const counted: CodedPlace[][] = [];
  const coded: Coded[][] = [];
  const coders = new Set<string>();
  const tallies = new Map<CodebookEntry, Tally>();
  for (const list of places) {
    for (const place of list) coders.add(place.coder);
    const ofCoder = list.filter(place => coder === undefined || place.coder === coder);
    counted.push(ofCoder);
    tally(codebook, ofCoder, tallies);
    coded.push(codedIn(codebook, ofCoder));
    yield;
  }
  const links = yield* coOccurrences(coded);
  const keys = keysOf(codebook);
  return {
    nodes: inTreeOrder(codebook)
      .filter(entry => !isScopeEntry(entry))
      .map(entry => nodeOf(entry, keys, tallies.get(entry))),
    links: links.map(linkOf),
    coders: [...coders].sort(),
    inDoubt: counted.reduce((sum, list) => sum + list.filter(place => place.span === undefined).length, 0),
  };
}

interface Tally {
  excerpts: number;
  readonly participants: Set<string>;
}

/** Counts each place for its code as it is today and for the themes that hold it. */
function tally(codebook: Codebook, places: readonly CodedPlace[], tallies: Map<CodebookEntry, Tally>): void {
  for (const { code, participants } of places) {
    const entry = codebook.find(code);
    if (entry?.kind !== 'code' || isScopeEntry(entry)) continue;
    for (let at: CodebookEntry | undefined = entry; at !== undefined; at = at.parent) {
      // A code does not count what is coded with a code nested in it.
      if (at !== entry && at.kind !== 'theme') continue;
      const found = tallies.get(at) ?? { excerpts: 0, participants: new Set<string>() };
      tallies.set(at, found);
      found.excerpts++;
      for (const person of participants) found.participants.add(person);
    }
  }
}

/** The places of codes of the codebook, under the id each code has today. */
function codedIn(codebook: Codebook, places: readonly CodedPlace[]): Coded[] {
  return places.flatMap(({ code, span, participants }) => {
    const entry = codebook.find(code);
    return span === undefined || entry?.kind !== 'code' || isScopeEntry(entry)
      ? []
      : [{ code: entry.id, span, participants }];
  });
}

/** As the tree shows it: `parent=` may hang an entry elsewhere than where it stands. */
function inTreeOrder(codebook: Codebook): CodebookEntry[] {
  const order: CodebookEntry[] = [];
  const open = codebook.roots.toReversed();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    order.push(next);
    open.push(...next.children.toReversed());
  }
  return order;
}

function keysOf(codebook: Codebook): Map<CodebookEntry, string> {
  const keyOf = (entry: CodebookEntry): string =>
    codebook.find(entry.id) === entry ? entry.id : `${entry.id} ${entry.line}`;
  return new Map(codebook.entries.map(entry => [entry, keyOf(entry)]));
}

function nodeOf(entry: CodebookEntry, keys: ReadonlyMap<CodebookEntry, string>, figures: Tally | undefined): MapNode {
  const isColored = entry.kind === 'code' || (entry.color !== undefined && isColor(entry.color));
  const phase = phaseOf(entry);
  const parent = entry.parent && keys.get(entry.parent);
  return {
    key: keys.get(entry) ?? entry.id,
    id: entry.id,
    kind: entry.kind,
    title: entry.title,
    ...(parent === undefined ? {} : { parent }),
    ...(isColored ? { color: colorOf(entry) } : {}),
    ...(phase === undefined ? {} : { phase }),
    ...(entry.definition === undefined ? {} : { definition: entry.definition }),
    excerpts: figures?.excerpts ?? 0,
    participants: figures?.participants.size ?? 0,
  };
}

function linkOf({ a, b, passages, participants }: CoOccurrence): MapLink {
  return { a, b, excerpts: passages, participants: participants.length };
}
