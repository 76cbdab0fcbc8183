import * as vscode from 'vscode';
import { isPaletteColor } from '../../core/codebook/colors.js';
import { shadesOf } from '../../core/codebook/shades.js';
import { endOptions, moreOptions, stripeOptions } from './stripeStyles.js';

/**
 * The lines of the lanes: codes that overlap differ in the kind and the place of their line, not in colour alone. Two
 * lie below the text; the rare third and fourth lie above it, for a line in between would strike the words through.
 * Widths and shifts are in pixels.
 */
const LANES = [
  { style: 'solid', width: '0 0 2px 0', shift: 0 },
  { style: 'dashed', width: '0 0 2px 0', shift: -3 },
  { style: 'dotted', width: '2px 0 0 0', shift: 0 },
  { style: 'double', width: '3px 0 0 0', shift: 3 },
] as const;
/** Opacity of the background of a colour that somebody wrote as `#rrggbb`; palette colours bring their own. */
const CUSTOM_ALPHA = { light: '22', dark: '26' } as const;

/** Makes the decorations of coded passages, each once, and puts them away together. */
export class Styles implements vscode.Disposable {
  private readonly made = new Map<string, vscode.TextEditorDecorationType>();

  dispose(): void {
    for (const type of this.made.values()) type.dispose();
    this.made.clear();
  }

  /** The tint behind a passage, and its mark in the overview ruler. */
  background(color: string): vscode.TextEditorDecorationType {
    // A tint that is no theme colour cannot be without colour in high contrast: there it is another decoration.
    const isBare = !isPaletteColor(color) && isHighContrast();
    return this.once(`background ${color} ${isBare}`, () => {
      const overviewRulerLane = vscode.OverviewRulerLane.Center;
      if (isPaletteColor(color)) {
        const backgroundColor = new vscode.ThemeColor(`verbatim.${color}.background`);
        return { backgroundColor, overviewRulerColor: lineColor(color), overviewRulerLane };
      }
      const { light, dark } = shadesOf(color);
      const tint = (shade: string, alpha: string): vscode.ThemableDecorationRenderOptions => ({
        overviewRulerColor: shade,
        ...(isBare ? {} : { backgroundColor: shade + alpha }),
      });
      return { overviewRulerLane, light: tint(light, CUSTOM_ALPHA.light), dark: tint(dark, CUSTOM_ALPHA.dark) };
    });
  }

  /** The line of a passage in its lane. */
  line(color: string, lane: number): vscode.TextEditorDecorationType {
    const { style, width, shift } = LANES[lane % LANES.length] as (typeof LANES)[number];
    return this.once(`line ${color} ${style}`, () => ({
      borderStyle: style,
      // The decoration is a box behind the text; shifting it is how two lines get below one another.
      borderWidth: `${width}; transform: translateY(${shift}px)`,
      ...themed(color, shade => ({ borderColor: shade })),
    }));
  }

  /** The stripe of a passage in the gutter, in its lane. */
  stripe(color: string, lane: number): vscode.TextEditorDecorationType {
    return this.once(`stripe ${color} ${lane}`, () => stripeOptions(color, lane));
  }

  /** Where the stripe of a lane begins or ends. */
  stripeEnd(end: 'start' | 'end', lane: number): vscode.TextEditorDecorationType {
    return this.once(`stripe ${end} ${lane}`, () => endOptions(end, lane));
  }

  /** The mark of more stripes than there is room for. */
  stripeMore(): vscode.TextEditorDecorationType {
    return this.once('stripe more', moreOptions);
  }

  private once(key: string, options: () => vscode.DecorationRenderOptions): vscode.TextEditorDecorationType {
    let type = this.made.get(key);
    if (type === undefined) {
      type = vscode.window.createTextEditorDecorationType({
        rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
        ...options(),
      });
      this.made.set(key, type);
    }
    return type;
  }
}

/** The strong form of a code's colour: for lines, icons and the overview ruler. A `#rrggbb` comes back as it is written. */
export function lineColor(color: string): vscode.ThemeColor | string {
  return isPaletteColor(color) ? new vscode.ThemeColor(`verbatim.${color}.line`) : color;
}

/** The same for every theme where a theme colour does that, else a shade for light and one for dark themes. */
function themed(
  color: string,
  options: (color: vscode.ThemeColor | string) => vscode.ThemableDecorationRenderOptions,
): vscode.DecorationRenderOptions {
  const line = lineColor(color);
  if (typeof line !== 'string') return options(line);
  const { light, dark } = shadesOf(line);
  return { light: options(light), dark: options(dark) };
}

function isHighContrast(): boolean {
  const { HighContrast, HighContrastLight } = vscode.ColorThemeKind;
  const { kind } = vscode.window.activeColorTheme;
  return kind === HighContrast || kind === HighContrastLight;
}
