import * as vscode from 'vscode';
import { colorOf } from '../../core/codebook/colors.js';
import { assignLanes } from '../../core/coding/lanes.js';
import { Delayed } from '../common/delay.js';
import { Disposables } from '../common/disposables.js';
import type { CodedDocument, CodedDocuments } from '../documents/codedDocuments.js';
import { Styles } from './styles.js';

/** While somebody types, VS Code moves the decorations by itself; ours are set again when it pauses. Milliseconds. */
const PAUSE = 60;

/** Colours the coded passages of every visible transcript. */
export function registerHighlights(documents: CodedDocuments): vscode.Disposable {
  const disposables = new Disposables();
  const styles = disposables.add(new Styles());
  const painted = new WeakMap<vscode.TextEditor, Set<vscode.TextEditorDecorationType>>();

  const paint = async (editor: vscode.TextEditor): Promise<void> => {
    const coded = await documents.get(editor.document);
    const wanted = coded === undefined ? new Map() : rangesByStyle(coded, styles);
    for (const old of painted.get(editor) ?? []) if (!wanted.has(old)) editor.setDecorations(old, []);
    for (const [type, ranges] of wanted) editor.setDecorations(type, ranges);
    painted.set(editor, new Set(wanted.keys()));
  };
  const paintAll = (): void => {
    for (const editor of vscode.window.visibleTextEditors) paint(editor).then(undefined, () => undefined);
  };
  const soon = disposables.add(new Delayed(paintAll, PAUSE));
  disposables.add(documents.onDidChange(() => soon.trigger()));
  disposables.add(vscode.window.onDidChangeVisibleTextEditors(paintAll));
  paintAll();
  return disposables;
}

function rangesByStyle(coded: CodedDocument, styles: Styles): Map<vscode.TextEditorDecorationType, vscode.Range[]> {
  const ranges = new Map<vscode.TextEditorDecorationType, vscode.Range[]>();
  const add = (type: vscode.TextEditorDecorationType, range: vscode.Range): void => {
    const list = ranges.get(type);
    if (list === undefined) ranges.set(type, [range]);
    else list.push(range);
  };
  const lanes = assignLanes(coded.codings.map(placed => placed.span));
  coded.codings.forEach(({ coding, range }, i) => {
    const color = colorOf(coded.opened.study.entry(coding.code) ?? { id: coding.code });
    add(styles.background(color), range);
    add(styles.line(color, lanes[i] as number), range);
  });
  return ranges;
}
