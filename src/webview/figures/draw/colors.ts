import { mix } from '../../../core/codebook/contrast.js';
import { shadesOf } from '../../../core/codebook/shades.js';
import type { Paint } from '../../../core/report/figures/chart.js';
import { cssColor } from '../../common/colors.js';

/** The colours of a picture, as CSS. */
export interface Colors {
  /** What is filled or drawn with it; a pattern's ground and lines are told apart by `pattern`. */
  of(paint: Exclude<Paint, 'none'>): string;
  /** The faint ground of a pattern in a colour. */
  ground(color: string): string;
}

/** How much of the heat map's colour its strongest cell has on paper: letters stand out from it. On screens the style sheet says so. */
const HOTTEST = 0.52;
const GROUND = 0.2;

/** The colours of the theme that is on; they follow it when it changes. */
export const SCREEN: Colors = {
  of: paint => {
    switch (paint) {
      case 'ink':
        return 'var(--vscode-foreground)';
      case 'paper':
        return 'var(--vscode-editor-background)';
      case 'rule':
        return 'var(--figure-rule)';
      case 'band':
        return 'var(--figure-band)';
      case 'blank':
        return 'var(--figure-blank)';
    }
    if ('code' in paint) return cssColor(paint.code);
    const part = `calc(${Math.round(paint.heat * 1000) / 10}% * var(--figure-hottest))`;
    return `color-mix(in srgb, var(--figure-heat) ${part}, var(--vscode-editor-background))`;
  },
  ground: color => `color-mix(in srgb, ${color} var(--figure-ground), var(--vscode-editor-background))`,
};

const [INK, WHITE, HEAT] = ['#1f1f1f', '#ffffff', '#0b66c3'];

/** Colours for print, on white. */
export const PAPER: Colors = {
  of: paint => {
    switch (paint) {
      case 'ink':
        return INK;
      case 'paper':
        return WHITE;
      case 'rule':
        return '#d4d4d4';
      case 'band':
        return '#f4f4f4';
      case 'blank':
        return '#f4f4f4';
    }
    return 'code' in paint ? shadesOf(paint.code).light : mix(WHITE, HEAT, paint.heat * HOTTEST);
  },
  ground: color => mix(WHITE, color, GROUND),
};
