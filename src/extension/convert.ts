import * as vscode from 'vscode';
import { CodePoints } from '../core/text/codePoints.js';
import { normaliseText, withLineFeeds } from '../core/text/normalise.js';
import type { Span } from '../core/text/span.js';
import type { TextChange } from '../core/text/textChange.js';

/**
 * The border between the core, which counts code points into text with LF line ends, and VS Code, which counts lines and
 * UTF-16 units and keeps CRLF. Every conversion is here.
 */

/** The text of a document as the core sees it. */
export function textOf(document: vscode.TextDocument): string {
  return normaliseText(document.getText());
}

/** As `textOf`, with positions in code points. */
export function pointsOf(document: vscode.TextDocument): CodePoints {
  return new CodePoints(textOf(document));
}

/** Changes of a document as changes of its text with LF line ends, made one after the other. */
export function changesOf({ document, contentChanges }: vscode.TextDocumentChangeEvent): TextChange[] {
  const crlf = document.eol === vscode.EndOfLine.CRLF;
  return contentChanges.map(({ range, rangeOffset, rangeLength, text }) => {
    const start = rangeOffset - (crlf ? range.start.line : 0);
    const end = rangeOffset + rangeLength - (crlf ? range.end.line : 0);
    return { start, end, text: withLineFeeds(text) };
  });
}

/** Offset in the text with LF line ends (UTF-16 units) of a position. */
export function offsetOf(document: vscode.TextDocument, position: vscode.Position): number {
  const extra = document.eol === vscode.EndOfLine.CRLF ? position.line : 0;
  return document.offsetAt(position) - extra;
}

/** Code point position of a place in a document. */
export function pointOf(document: vscode.TextDocument, points: CodePoints, position: vscode.Position): number {
  return points.fromUtf16(offsetOf(document, document.validatePosition(position)));
}

/** A range of a document as a span of code points. */
export function spanOfRange(document: vscode.TextDocument, points: CodePoints, range: vscode.Range): Span {
  return { start: pointOf(document, points, range.start), end: pointOf(document, points, range.end) };
}

/** A span of code points as a range of the document it was counted in. */
export function rangeOfSpan(document: vscode.TextDocument, points: CodePoints, span: Span): vscode.Range {
  const place = (position: number): vscode.Position => positionAt(document, points.toUtf16(position));
  return new vscode.Range(place(span.start), place(span.end));
}

/** The position at an offset (UTF-16 units) of the text with LF line ends. */
export function positionAt(document: vscode.TextDocument, offset: number): vscode.Position {
  if (document.eol === vscode.EndOfLine.LF) return document.positionAt(offset);
  // Each CRLF before the place adds one unit: find the line by bisection over its LF offset.
  let low = 0;
  let high = document.lineCount - 1;
  while (low < high) {
    const mid = (low + high + 1) >> 1;
    if (offsetOf(document, new vscode.Position(mid, 0)) <= offset) low = mid;
    else high = mid - 1;
  }
  return new vscode.Position(low, offset - offsetOf(document, new vscode.Position(low, 0)));
}
