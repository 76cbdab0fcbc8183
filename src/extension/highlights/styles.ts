import * as vscode from 'vscode';
import { isPaletteColor } from '../../core/codebook/colors.js';

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
const CUSTOM_ALPHA = '2b';

/** Makes the decorations of coded passages, each once, and puts them away together. */
export class Styles implements vscode.Disposable {
  private readonly made = new Map<string, vscode.TextEditorDecorationType>();

  dispose(): void {
    for (const type of this.made.values()) type.dispose();
    this.made.clear();
  }

  /** The tint behind a passage, and its mark in the overview ruler. */
  background(color: string): vscode.TextEditorDecorationType {
    return this.once(`background ${color}`, () => ({
      backgroundColor: isPaletteColor(color)
        ? new vscode.ThemeColor(`verbatim.${color}.background`)
        : color + CUSTOM_ALPHA,
      overviewRulerColor: lineColor(color),
      overviewRulerLane: vscode.OverviewRulerLane.Center,
    }));
  }

  /** The line of a passage in its lane. */
  line(color: string, lane: number): vscode.TextEditorDecorationType {
    const { style, width, shift } = LANES[lane % LANES.length] as (typeof LANES)[number];
    return this.once(`line ${color} ${style}`, () => ({
      borderStyle: style,
      // The decoration is a box behind the text; shifting it is how two lines get below one another.
      borderWidth: `${width}; transform: translateY(${shift}px)`,
      borderColor: lineColor(color),
    }));
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

/** The strong form of a code's colour: for lines, icons and the overview ruler. */
export function lineColor(color: string): vscode.ThemeColor | string {
  return isPaletteColor(color) ? new vscode.ThemeColor(`verbatim.${color}.line`) : color;
}
