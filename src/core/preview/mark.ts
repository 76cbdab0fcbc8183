import { cssColor } from '../codebook/cssColor.js';
import { placesNow, type RenderedText } from './render.js';
import { type MarkdownToken, newToken, withChildren, withContent } from './token.js';
import { isText, renderedText, unitsIn } from './units.js';

/** A coded passage as the preview shows it. */
export interface PreviewPassage {
  /** Start and end (exclusive) in UTF-16 units of the text with LF line ends. */
  readonly start: number;
  readonly end: number;
  /** See `assignLanes`. */
  readonly lane: number;
  /** A palette name or `#rrggbb`. */
  readonly color: string;
  /** What the code is called. */
  readonly name: string;
  /** Name and coder, told when the pointer rests on the passage. */
  readonly title: string;
  /** What a screen reader says where the passage ends. */
  readonly spoken: string;
}

/** How many passages over one another have a line of their own. */
const LANES = 4;

/** A stretch of an inline block that is coded in one way. Units. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly passages: readonly PreviewPassage[];
  /** Passages that end with it, nothing of them coming later in the text. */
  ending: PreviewPassage[];
}

/**
 * Marks coded passages in rendered tokens. Passages may overlap, span blocks and begin or end within emphasis: every
 * stretch of text is marked by itself, so nothing is ever nested wrongly. What is marked becomes tokens with texts and
 * attributes, which the renderer escapes; nothing is made HTML here.
 * @param passages sorted by start
 * @returns new tokens; those handed in stay as they are
 */
export function markPassages(
  tokens: readonly MarkdownToken[],
  rendered: RenderedText,
  passages: readonly PreviewPassage[],
): MarkdownToken[] {
  const blocks = new Map<MarkdownToken, Piece[]>();
  for (const token of tokens) {
    const block = rendered.blocks.get(token);
    if (block === undefined || token.children === null) continue;
    const pieces = piecesOf(placesNow(block, renderedText(token.children)), passages);
    if (pieces.some(piece => piece.passages.length > 0)) blocks.set(token, pieces);
  }
  const last = new Map<PreviewPassage, Piece>();
  for (const pieces of blocks.values())
    for (const piece of pieces) for (const one of piece.passages) last.set(one, piece);
  for (const [passage, piece] of last) piece.ending.push(passage);
  return tokens.map(token => {
    const pieces = blocks.get(token);
    return pieces === undefined ? token : withChildren(token, markChildren(token.children ?? [], pieces));
  });
}

/** Cuts a block wherever a passage begins or ends. */
function piecesOf(places: readonly number[], all: readonly PreviewPassage[]): Piece[] {
  const [first, last] = [places[0] ?? 0, places.at(-1) ?? -1];
  const here = all.filter(({ start, end }) => start <= last && end > first);
  if (here.length === 0) return [];
  const pieces: Piece[] = [];
  let start = 0;
  let before: readonly PreviewPassage[] = [];
  places.forEach((place, i) => {
    const now = here.filter(passage => passage.start <= place && place < passage.end);
    if (i > 0 && now.length === before.length && now.every((passage, k) => passage === before[k])) return;
    if (i > start) pieces.push({ start, end: i, passages: before, ending: [] });
    [start, before] = [i, now];
  });
  pieces.push({ start, end: places.length, passages: before, ending: [] });
  return pieces;
}

function markChildren(children: readonly MarkdownToken[], pieces: readonly Piece[]): MarkdownToken[] {
  const marked: MarkdownToken[] = [];
  let at = 0;
  let next = 0;
  for (const child of children) {
    const end = at + unitsIn(child);
    if (end === at) marked.push(child);
    while (at < end) {
      while ((pieces[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next++;
      const piece = pieces[next];
      const until = Math.min(end, piece?.end ?? end);
      const from = end - unitsIn(child);
      const part = isText(child) ? withContent(child, child.content.slice(at - from, until - from)) : child;
      marked.push(...wrap(part, piece?.passages ?? []));
      if (piece !== undefined && until === piece.end) marked.push(...labelsOf(child, piece.ending));
      at = until;
    }
  }
  return marked;
}

function wrap(token: MarkdownToken, passages: readonly PreviewPassage[]): MarkdownToken[] {
  // A forced line end is no text: there is nothing to mark.
  if (passages.length === 0 || token.type === 'hardbreak') return [token];
  const lanes = passages.filter(({ lane }) => lane < LANES);
  // The narrowest passage is what a reader looks at: its colour is that of the ground.
  const narrowest = passages.reduce((a, b) => (b.end - b.start < a.end - a.start ? b : a));
  const style = [
    `--verbatim-ground: ${cssColor(narrowest.color)}`,
    ...lanes.map(({ lane, color }) => `--verbatim-lane-${lane}: ${cssColor(color)}`),
  ];
  const attrs: [string, string][] = [
    ['class', 'verbatim-coding'],
    ['title', titlesOf(passages)],
    ['style', style.join('; ')],
  ];
  return [
    newToken(token, { type: 'verbatim_coding_open', tag: 'mark', nesting: 1, attrs }),
    token,
    newToken(token, { type: 'verbatim_coding_close', tag: 'mark', nesting: -1 }),
  ];
}

/** The names of codes where their passages end: each once, though several coders gave it. */
function labelsOf(like: MarkdownToken, ending: readonly PreviewPassage[]): MarkdownToken[] {
  const byName = new Map<string, PreviewPassage[]>();
  for (const passage of ending) byName.set(passage.name, [...(byName.get(passage.name) ?? []), passage]);
  return [...byName.values()].flatMap(passages => labelOf(like, passages));
}

function labelOf(like: MarkdownToken, passages: readonly PreviewPassage[]): MarkdownToken[] {
  const { name, color, spoken } = passages[0] as PreviewPassage;
  const attrs: [string, string][] = [
    ['class', 'verbatim-name'],
    ['title', titlesOf(passages)],
    ['role', 'note'],
    ['aria-label', spoken],
    ['style', `--verbatim-ground: ${cssColor(color)}`],
  ];
  return [
    newToken(like, { type: 'verbatim_name_open', tag: 'span', nesting: 1, attrs }),
    newToken(like, { type: 'text', content: name }),
    newToken(like, { type: 'verbatim_name_close', tag: 'span', nesting: -1 }),
  ];
}

function titlesOf(passages: readonly PreviewPassage[]): string {
  return [...new Set(passages.map(({ title }) => title))].join('\n');
}
