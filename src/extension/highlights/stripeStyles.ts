import * as vscode from 'vscode';
import { isPaletteColor } from '../../core/codebook/colors.js';
import { type Shades, shadesOf } from '../../core/codebook/shades.js';
import { STRIPE_LANES } from '../../core/coding/stripes.js';

/** Pixels: how wide a stripe is, how far apart they are, how far the first is from the line numbers, how long a foot is. */
const [WIDTH, STEP, EDGE, FOOT] = [2, 5, 2, 4];
/** Pixels that a stripe leaves free above its first line and below its last. */
const GAP = 3;

const LANES = Array.from({ length: STRIPE_LANES }, (_, lane) => lane);
const OUTERMOST = STRIPE_LANES - 1;

/**
 * A line has one mark in the gutter, whoever sets it: VS Code gives that one element the classes of all decorations there. So a
 * decoration paints nothing by itself: it sets variables for its lane, and the same rule, which all of them carry, paints all lanes.
 * That way a stripe begins and ends on the very row of a wrapped paragraph, which only the editor knows, and there is one
 * decoration for a colour in a lane, not one for every mixture.
 */
const RULE = paintRule();

/** The stripe of a colour in a lane, along all rows it is set on. */
export function stripeOptions(color: string, lane: number): vscode.DecorationRenderOptions {
  const { light, dark } = shadesOf(color);
  // Should the rule ever not be taken over, there is still a plain bar.
  const bars: Shades = { light: bar(light, lane), dark: bar(dark, lane) };
  const paint = (shade: string): string => {
    const css = isPaletteColor(color) ? `var(--vscode-verbatim-${color}-line, ${shade})` : shade;
    return carry(`--verbatim-${lane}: linear-gradient(${css}, ${css})`);
  };
  return {
    light: { gutterIconPath: vscode.Uri.parse(bars.light), gutterIconSize: paint(light) },
    dark: { gutterIconPath: vscode.Uri.parse(bars.dark), gutterIconSize: paint(dark) },
  };
}

/** Where the stripe of a lane begins or ends: it stops short of the row's edge, with a foot. */
export function endOptions(end: 'start' | 'end', lane: number): vscode.DecorationRenderOptions {
  return {
    gutterIconPath: vscode.Uri.parse(EMPTY),
    gutterIconSize: carry(`--verbatim-${lane}-${end}: ${GAP}px; --verbatim-${lane}-${end}-foot: ${FOOT}px`),
  };
}

/** The mark of what is coded more deeply than there are lanes: in place of the outermost stripe three dots, one above the other. */
export function moreOptions(): vscode.DecorationRenderOptions {
  const color = 'var(--vscode-editorLineNumber-activeForeground, currentColor)';
  return {
    gutterIconPath: vscode.Uri.parse(EMPTY),
    gutterIconSize: carry(`--verbatim-more: linear-gradient(${color}, ${color}); --verbatim-outermost: none`),
  };
}

function carry(variables: string): string {
  return `auto; ${variables}; ${RULE}`;
}

function paintRule(): string {
  const layers = LANES.flatMap(lane => {
    const stripe = `var(--verbatim-${lane}, none)`;
    const image = lane === OUTERMOST ? `var(--verbatim-outermost, ${stripe})` : stripe;
    const right = EDGE + lane * STEP;
    const value = (name: string): string => `var(--verbatim-${lane}-${name}, 0px)`;
    // A foot is drawn towards the text; the stripe of the first lane has two pixels of room for it.
    const x = `right ${right}px`;
    const footX = `right ${right - (FOOT - WIDTH)}px`;
    return [
      {
        image,
        position: `${x} top ${value('start')}`,
        size: `${WIDTH}px calc(100% - ${value('start')} - ${value('end')})`,
      },
      { image, position: `${footX} top ${value('start')}`, size: `${value('start-foot')} ${WIDTH}px` },
      { image, position: `${footX} bottom ${value('end')}`, size: `${value('end-foot')} ${WIDTH}px` },
    ];
  });
  const dots = ['30%', '50%', '70%'].map(y => ({
    image: 'var(--verbatim-more, none)',
    position: `right ${EDGE + OUTERMOST * STEP}px top ${y}`,
    size: `${WIDTH}px ${WIDTH}px`,
  }));
  layers.unshift(...dots);
  const list = (key: keyof (typeof layers)[number]): string => layers.map(layer => layer[key]).join(', ');
  return [
    `background-image: ${list('image')} !important`,
    `background-position: ${list('position')} !important`,
    `background-size: ${list('size')} !important`,
    'background-repeat: no-repeat !important',
  ].join('; ');
}

const EMPTY = picture('');

function bar(fill: string, lane: number): string {
  return picture(`<rect x="${16 - EDGE - WIDTH - lane * STEP}" width="${WIDTH}" height="16" fill="${fill}"/>`);
}

function picture(content: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">${content}</svg>`;
  return `data:image/svg+xml;base64,${btoa(svg)}`;
}
