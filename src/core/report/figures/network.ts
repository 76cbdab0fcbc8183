import type { Figure } from './figure.js';
import type { NetworkCode, NetworkData, NetworkLink } from './figureData.js';
import type { FigureTable } from './figureTable.js';
import { networkChart } from './networkChart.js';
import { type FigureWords, fill, inWords, leftOut } from './words.js';

/** How many links a picture can hold and still be read. */
const CALM = 30;

/** The lowest number of passages at which the picture stays calm, but never one that hides every link; at least 1. */
export function calmThreshold({ links }: NetworkData): number {
  const strengths = links.map(({ passages }) => passages).sort((x, y) => y - x);
  const first = strengths[CALM] ?? 0;
  return Math.max(1, Math.min(first + 1, strengths[0] ?? 1));
}

/** The network of codes that meet: the wider a line, the more passages; the larger a circle, the more participants. */
export function networkFigure(data: NetworkData, minimum: number, words: FigureWords): Figure {
  const links = data.links.filter(({ passages }) => passages >= minimum);
  const linked = new Set(links.flatMap(({ a, b }) => [a, b]));
  const strongest = links.reduce<NetworkLink | undefined>(
    (best, link) => (link.passages > (best?.passages ?? 0) ? link : best),
    undefined,
  );
  const title = words.networkTitle;
  const label = (index: number): string => data.codes[index]?.label ?? '';
  const alone = data.codes.filter(({ passages }, i) => passages > 0 && !linked.has(i)).length;
  return {
    title,
    gist:
      strongest === undefined
        ? words.noneMeet
        : fill(
            words.networkGist,
            ...[linked.size, links.length, label(strongest.a), label(strongest.b)],
            inWords('passages', strongest.passages, words),
          ),
    caption: [fill(words.networkCaption, minimum, alone), ...leftOut(data.left, words)].join(' '),
    table: tableOf(data, links, words),
    order: { column: 'passages', isDown: true },
    isEmpty: links.length === 0,
    chart: room => {
      const indices = [...linked].sort((x, y) => x - y);
      const at = new Map(indices.map((index, i) => [index, i]));
      return networkChart(
        {
          nodes: indices.map(index => nodeOf(data.codes[index] as NetworkCode, words)),
          links: links.map(({ a, b, passages, participants, query }) => ({
            a: at.get(a) ?? 0,
            b: at.get(b) ?? 0,
            passages,
            title: `${label(a)} – ${label(b)}: ${inWords('passages', passages, words)}, ${inWords('participants', participants.length, words)}`,
            link: { query },
          })),
        },
        room,
      );
    },
  };
}

function nodeOf(code: NetworkCode, words: FigureWords) {
  const { key, label, color, participants, passages, query } = code;
  return {
    key,
    label,
    color: color ?? 'grey',
    size: participants.length,
    title: `${label}: ${inWords('participants', participants.length, words)}, ${inWords('passages', passages, words)}`,
    link: { query },
  };
}

function tableOf(data: NetworkData, links: readonly NetworkLink[], words: FigureWords): FigureTable {
  return {
    label: words.networkTitle,
    columns: [
      { key: 'a', label: words.codeA, isNumber: false },
      { key: 'b', label: words.codeB, isNumber: false, isLong: true },
      { key: 'passages', label: words.passages, isNumber: true },
      { key: 'participants', label: words.participants, isNumber: true },
      { key: 'who', label: words.whoSaidIt, isNumber: false, isLong: true },
    ],
    rows: links.map(({ a, b, passages, participants, query }) => ({
      key: `${data.codes[a]?.key} ${data.codes[b]?.key}`,
      cells: [
        { text: data.codes[a]?.label ?? '' },
        { text: data.codes[b]?.label ?? '' },
        { text: String(passages), value: passages, link: { query } },
        { text: String(participants.length), value: participants.length },
        { text: participants.join(', ') },
      ],
    })),
  };
}
