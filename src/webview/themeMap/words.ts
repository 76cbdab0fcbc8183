import type { MapNode, Measure } from '../../core/analysis/themeMap.js';
import { filled } from '../common/filled.js';
import type { Shown } from './model.js';
import type { MapTexts } from './protocol.js';

/** A figure in words: “6 participants”. */
export function counted(texts: MapTexts, measure: Measure, count: number): string {
  const [one, many] =
    measure === 'participants'
      ? [texts.oneParticipant, texts.manyParticipants]
      : [texts.oneExcerpt, texts.manyExcerpts];
  return count === 1 ? one : filled(many, count);
}

/** All about a theme or code in one line, as a screen reader says it. */
export function described(texts: MapTexts, node: MapNode, parent: MapNode | undefined): string {
  const kind = node.kind === 'theme' ? texts.theme : texts.code;
  return [`${kind} ${node.title}`, ...detailsOf(texts, node, parent)].join(', ');
}

/** Figures, phase and place of a theme or code. */
export function detailsOf(texts: MapTexts, node: MapNode, parent: MapNode | undefined): string[] {
  return [
    counted(texts, 'participants', node.participants),
    counted(texts, 'excerpts', node.excerpts),
    ...(node.phase === undefined ? [] : [texts[node.phase]]),
    ...(parent === undefined ? [] : [filled(texts.inTheme, parent.title)]),
  ];
}

/** What circles, lines and broken lines stand for, as a legend. */
export function captionOf(shown: Pick<Shown, 'texts' | 'measure' | 'minimum' | 'map'>): string {
  const { texts, measure, minimum, map } = shown;
  const hasLinks = minimum > 0 && map.links.some(link => link[measure] >= minimum);
  const hasPhases = map.nodes.some(node => node.phase !== undefined);
  return [
    measure === 'participants' ? texts.captionParticipants : texts.captionExcerpts,
    ...(hasLinks ? [texts.captionLinks] : []),
    ...(hasPhases ? [texts.captionPhases] : []),
    ...(map.inDoubt > 0 ? [filled(texts.inDoubt, map.inDoubt)] : []),
  ].join(' ');
}
