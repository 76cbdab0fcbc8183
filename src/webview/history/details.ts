import type { MarkedNode } from '../../core/review/structureMarks.js';
import { cssColor } from '../common/colors.js';
import { html } from '../common/dom.js';
import { filled } from '../common/filled.js';
import { dateOf, type ShownTimeline } from './model.js';
import type { VersionDetails } from './protocol.js';

/** What changed in the chosen version, and its themes and codes. */
export interface Details {
  readonly element: HTMLElement;
  /** Shows the details of a version; without them, that they are on their way keeps the room. */
  show(shown: ShownTimeline, details: VersionDetails | undefined): void;
}

/** What a person does there. */
export interface DetailsEvents {
  open(version: number, key: string): void;
  life(kind: 'code' | 'theme', id: string): void;
}

/** How far a level of the tree is moved in, in pixels. */
const INDENT = 18;

/** Makes the part of the page that tells of one version. */
export function makeDetails(events: DetailsEvents): Details {
  const element = html('section', { class: 'details', 'aria-live': 'off' });
  return {
    element,
    show: (shown, details) => {
      const row = details && shown.timeline.rows[details.version];
      if (details === undefined || row === undefined) return;
      const { texts } = shown;
      const lines = details.story.map(({ text, quote, by, key }) => {
        const who = by === undefined ? undefined : html('span', { class: 'muted' }, `${by}: `);
        const press = html('button', { class: 'link', type: 'button' }, who, text);
        press.addEventListener('click', () => events.open(details.version, key));
        const quoted = quote === undefined ? undefined : html('q', {}, quote);
        return html('li', {}, press, quoted);
      });
      const nodes = details.structure.map(node => lineOf(node, shown, events));
      element.replaceChildren(
        html('h2', {}, filled(texts.whatChanged, dateOf(row, texts))),
        lines.length === 0
          ? html('p', { class: 'muted' }, texts.nothingChanged)
          : html('ul', { class: 'story' }, ...lines),
        html('h2', {}, texts.structureOf),
        nodes.length === 0
          ? html('p', { class: 'muted' }, texts.noStructure)
          : html('ul', { class: 'structure' }, ...nodes),
      );
      element.scrollTop = 0;
    },
  };
}

function lineOf(node: MarkedNode, { texts }: ShownTimeline, events: DetailsEvents): HTMLElement {
  const press = html('button', { class: 'link', type: 'button' }, node.title);
  press.addEventListener('click', () => events.life(node.kind, node.id));
  const swatch = html('span', { class: `swatch ${node.kind}`, 'aria-hidden': 'true' });
  if (node.color !== undefined) swatch.style.setProperty('--code', cssColor(node.color));
  const marks = node.marks.map(mark => {
    const isRename = mark === 'renamed' && node.formerTitle !== undefined;
    const words = isRename ? filled(texts.renamedFrom, node.formerTitle ?? '') : texts.marks[mark];
    return html('span', { class: `mark ${mark}` }, words);
  });
  const kind = html('span', { class: 'unseen' }, `${texts.kinds[node.kind]} `);
  const isGone = node.marks.includes('gone');
  const title = html(isGone ? 's' : 'span', {}, press);
  const line = html('li', { class: `${node.kind}${isGone ? ' gone' : ''}` }, swatch, kind, title, ...marks);
  line.style.paddingInlineStart = `${node.depth * INDENT}px`;
  return line;
}
