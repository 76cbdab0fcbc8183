import * as vscode from 'vscode';
import { colorOf } from '../../core/codebook/colors.js';
import { groundsOf } from '../../core/coding/grounds.js';
import { assignLanes } from '../../core/coding/lanes.js';
import { layStripes, stripeLanes } from '../../core/coding/stripes.js';
import { each, type Pieces } from '../../core/pieces.js';
import { putTo } from '../../core/text/grouped.js';
import type { Span } from '../../core/text/span.js';
import { Delayed } from '../common/delay.js';
import { Disposables } from '../common/disposables.js';
import { inTurns } from '../common/turns.js';
import { rangeOfSpan } from '../convert.js';
import type { PlacedInDocument } from '../documents/codedDocument.js';
import type { CodedDocument, CodedDocuments } from '../documents/codedDocuments.js';
import { excerptsShown } from '../documents/excerptsShown.js';
import { Styles } from './styles.js';
import { EditedLines, sameRanges } from './untouched.js';

/** While somebody types, VS Code moves the decorations by itself; ours are set again when it pauses. Milliseconds. */
const PAUSE = 60;

/** So many passages are turned into ranges without a stop: a millisecond or two. */
const A_PIECE = 50;

type Ranges = Map<vscode.TextEditorDecorationType, vscode.Range[]>;

/** What was set in an editor last, and which lines were edited since. */
interface Painted {
  readonly ranges: Ranges;
  readonly edited: EditedLines;
}

/** Colours the coded passages of every visible transcript, and draws their stripes in the gutter. */
export function registerHighlights(documents: CodedDocuments): vscode.Disposable {
  const disposables = new Disposables();
  const styles = disposables.add(new Styles());
  const painted = new Map<vscode.TextEditor, Painted>();

  const latest = new WeakMap<vscode.TextEditor, object>();

  const paint = async (editor: vscode.TextEditor): Promise<void> => {
    const { document } = editor;
    const own = {};
    latest.set(editor, own);
    const coded = await documents.get(document);
    const { version } = document;
    // What was typed meanwhile has another painting come after this one.
    const isOutdated = {
      get cancelled() {
        return document.version !== version || latest.get(editor) !== own;
      },
    };
    const wanted = coded === undefined ? new Map() : await inTurns(rangesByStyle(document, coded, styles), isOutdated);
    if (wanted === undefined || isOutdated.cancelled) return;
    const before = painted.get(editor);
    for (const old of before?.ranges.keys() ?? []) if (!wanted.has(old)) editor.setDecorations(old, []);
    for (const [type, ranges] of wanted) {
      const old = before?.ranges.get(type);
      // A letter moves what is on its line; the hundreds of others need not be set again for it.
      const isThere = old !== undefined && before?.edited.leaves(old) && sameRanges(old, ranges);
      if (!isThere) editor.setDecorations(type, ranges);
    }
    painted.set(editor, { ranges: wanted, edited: new EditedLines() });
  };
  const paintAll = (): void => {
    for (const editor of vscode.window.visibleTextEditors) paint(editor).then(undefined, () => undefined);
  };
  const soon = disposables.add(new Delayed(paintAll, PAUSE));
  disposables.add(documents.onDidChange(() => soon.trigger()));
  disposables.add(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      for (const [editor, { edited }] of painted) if (editor.document === document) edited.edit(contentChanges);
    }),
  );
  disposables.add(
    vscode.window.onDidChangeVisibleTextEditors(visible => {
      for (const editor of painted.keys()) if (!visible.includes(editor)) painted.delete(editor);
      paintAll();
    }),
  );
  // Not everything that is drawn follows the theme by itself.
  disposables.add(vscode.window.onDidChangeActiveColorTheme(paintAll));
  paintAll();
  return disposables;
}

function* rangesByStyle(document: vscode.TextDocument, coded: CodedDocument, styles: Styles): Pieces<Ranges> {
  const ranges: Ranges = new Map();
  const add = (type: vscode.TextEditorDecorationType, range: vscode.Range): void => {
    putTo(ranges, type, range);
  };
  const colorsOf = (codings: readonly PlacedInDocument[]): string[] =>
    codings.map(({ coding }) => colorOf(coded.opened.study.entry(coding.code) ?? { id: coding.code }));
  const rangeOf = (span: Span): vscode.Range => rangeOfSpan(document, coded.points, span);
  const excerpts = excerptsShown(coded);
  const tints = colorsOf(excerpts);
  const passages = excerpts.map(({ span }) => span);
  const lanes = assignLanes(passages);
  yield;
  const grounds = groundsOf(passages);
  yield* each(grounds, A_PIECE, ground => add(styles.background(tints[ground.index] as string), rangeOf(ground)));
  yield;
  excerpts.forEach(({ range }, i) => {
    add(styles.line(tints[i] as string, lanes[i] as number), range);
  });
  yield;
  const spans = coded.shown.map(({ span }) => span);
  const colors = colorsOf(coded.shown);
  const hasLineEnd = (from: number, to: number): boolean => coded.points.slice(from, to).includes('\n');
  const { stripes, more } = layStripes(spans, stripeLanes(spans, hasLineEnd));
  yield;
  yield* each(stripes, A_PIECE, ({ index, lane, span, start, end }) => {
    add(styles.stripe(colors[index] as string, lane), rangeOf(span));
    add(styles.stripeEnd('start', lane), rangeOf(start));
    add(styles.stripeEnd('end', lane), rangeOf(end));
  });
  for (const span of more) add(styles.stripeMore(), rangeOf(span));
  return ranges;
}
