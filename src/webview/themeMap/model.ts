import type { MapLink, MapNode, Measure, ThemeMap } from '../../core/analysis/themeMap.js';
import { calmMinimum } from '../../core/report/mapLinks.js';
import { putTo } from '../../core/text/grouped.js';
import type { MapTexts, MapView, ToPage } from './protocol.js';

/** What is shown: the state as it came, and how a person looks at it. */
export interface Shown {
  readonly title: string;
  readonly map: ThemeMap;
  readonly coder: string | undefined;
  readonly texts: MapTexts;
  readonly nodes: ReadonlyMap<string, MapNode>;
  /** Links by each of their ends. */
  readonly linksOf: ReadonlyMap<string, readonly MapLink[]>;
  readonly measure: Measure;
  /** Least strength of links that are drawn; 0: none. */
  readonly minimum: number;
}

/** Joins a state and a view; where the view leaves something open, what shows most while the picture stays calm. */
export function shownOf(state: Extract<ToPage, { type: 'state' }>, view: Partial<MapView>): Shown {
  const { map } = state;
  // Where nobody is declared a participant, their number would say nothing.
  const hasPeople = map.nodes.some(node => node.participants > 0);
  const measure = view.measure ?? (hasPeople ? 'participants' : 'excerpts');
  return {
    title: state.title,
    map,
    coder: state.coder,
    texts: state.texts,
    nodes: new Map(map.nodes.map(node => [node.key, node])),
    linksOf: byEnd(map.links),
    measure,
    minimum: view.minimum ?? calmMinimum(map.links, measure),
  };
}

function byEnd(links: readonly MapLink[]): Map<string, MapLink[]> {
  const ends = new Map<string, MapLink[]>();
  for (const link of links) {
    for (const key of [link.a, link.b]) {
      putTo(ends, key, link);
    }
  }
  return ends;
}

/** What a code stands together with, strongest first. */
export function togetherWith(shown: Shown, key: string): { readonly node: MapNode; readonly link: MapLink }[] {
  return (shown.linksOf.get(key) ?? [])
    .flatMap(link => {
      const node = shown.nodes.get(link.a === key ? link.b : link.a);
      return node === undefined ? [] : [{ node, link }];
    })
    .sort((x, y) => y.link[shown.measure] - x.link[shown.measure] || y.link.excerpts - x.link.excerpts);
}
