import * as vscode from 'vscode';
import { colorOf } from '../../core/codebook/colors.js';
import { shadesOf } from '../../core/codebook/shades.js';
import { endingsOf } from '../../core/coding/endings.js';
import { shorten } from '../../core/text/shorten.js';
import { Delayed } from '../common/delay.js';
import { Disposables } from '../common/disposables.js';
import { announce, orReport } from '../common/report.js';
import { rangeOfSpan } from '../convert.js';
import type { CodedDocument, CodedDocuments } from '../documents/codedDocuments.js';
import { Command, Setting } from '../ids.js';

/** How long a name may get, in code points, and how many names stand in one place. */
const [NAME, MOST] = [32, 3];
/** Names and their marks are set again when typing pauses. Milliseconds. */
const PAUSE = 150;

/** The names of the codes at the end of a passage. */
interface Label {
  /** The end of the passage. */
  readonly position: vscode.Position;
  readonly text: string;
  /** All names, and whose codings they are. */
  readonly tooltip: string;
  readonly colors: readonly string[];
}

/**
 * Writes the names of codes at the end of coded passages, for those who want it. They are inlay hints: the editor wraps
 * the text around them (decorations would push words out of sight), leaves them out of what is copied and of what a screen
 * reader reads. A hint has no colours; the marks before it are decorations.
 */
export function registerCodeNames(documents: CodedDocuments): vscode.Disposable {
  const disposables = new Disposables();
  const changed = disposables.add(new vscode.EventEmitter<void>());
  const marks = disposables.add(vscode.window.createTextEditorDecorationType({}));

  const mark = async (editor: vscode.TextEditor): Promise<void> => {
    const coded = areNamesOn() ? await documents.get(editor.document) : undefined;
    const labels = coded === undefined ? [] : labelsOf(editor.document, coded);
    editor.setDecorations(marks, labels.map(markOf));
  };
  const update = (): void => {
    changed.fire();
    for (const editor of vscode.window.visibleTextEditors) mark(editor).then(undefined, () => undefined);
  };
  // Settings are looked up when typing pauses, not at every letter.
  const soon = disposables.add(new Delayed(() => areNamesOn() && update(), PAUSE));
  disposables.add(
    documents.onDidChange(() => soon.trigger()),
    vscode.window.onDidChangeVisibleTextEditors(() => soon.trigger()),
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration(`${Setting.section}.${Setting.codeNames}`)) update();
    }),
    vscode.languages.registerInlayHintsProvider(
      { language: 'markdown' },
      {
        onDidChangeInlayHints: changed.event,
        provideInlayHints: async (document, range) => {
          const coded = areNamesOn() ? await documents.get(document) : undefined;
          return coded === undefined
            ? []
            : labelsOf(document, coded)
                .filter(at => range.contains(at.position))
                .map(hintOf);
        },
      },
    ),
    vscode.commands.registerCommand(Command.toggleCodeNames, () => orReport(toggle)),
  );
  soon.trigger();
  return disposables;
}

function areNamesOn(): boolean {
  return configuration().get<string>(Setting.codeNames) === 'endOfPassage';
}

function configuration(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration(Setting.section);
}

async function toggle(): Promise<void> {
  const isOn = !areNamesOn();
  const { Global, Workspace } = vscode.ConfigurationTarget;
  // Where the workspace decides, a choice for all workspaces would change nothing.
  const target = configuration().inspect(Setting.codeNames)?.workspaceValue === undefined ? Global : Workspace;
  await configuration().update(Setting.codeNames, isOn ? 'endOfPassage' : 'off', target);
  const hints = vscode.workspace.getConfiguration('editor', { languageId: 'markdown' }).get('inlayHints.enabled');
  if (!isOn) announce(vscode.l10n.t('$(eye-closed) Code names are off'));
  else if (hints === 'off')
    announce(vscode.l10n.t('$(info) Code names are inlay hints, and “Editor › Inlay Hints” is off'));
  else announce(vscode.l10n.t('$(eye) Code names are shown at the end of passages'));
}

function labelsOf(document: vscode.TextDocument, coded: CodedDocument): Label[] {
  const { study } = coded.opened;
  return endingsOf(coded.shown.map(({ span }) => span)).map(({ at, indices }) => {
    const here = indices.map(i => coded.shown[i] as CodedDocument['shown'][number]);
    // Two coders may have given a passage the same code: its name stands there once.
    const byCode = new Map<string, string[]>();
    for (const { coding, file } of here) {
      const id = study.idToday(coding.code);
      byCode.set(id, [...(byCode.get(id) ?? []), file.coder]);
    }
    const ids = [...byCode.keys()];
    const names = ids.slice(0, MOST).map(id => shorten(study.titleOf(id), NAME));
    const rest = ids.length > MOST ? [vscode.l10n.t('{0} more', ids.length - MOST)] : [];
    return {
      position: rangeOfSpan(document, coded.points, { start: at, end: at }).start,
      text: [...names, ...rest].join(' · '),
      tooltip: [...byCode]
        .map(([id, coders]) => `${study.titleOf(id)} (${[...new Set(coders)].join(', ')})`)
        .join('\n'),
      colors: ids.slice(0, MOST).map(id => colorOf(study.entry(id) ?? { id })),
    };
  });
}

function hintOf({ position, text, tooltip, colors }: Label): vscode.InlayHint {
  // The marks take no room, for the editor would not know of it when it wraps the text: the hint leaves room for them.
  const hint = new vscode.InlayHint(position, NO_BREAK_SPACE.repeat(colors.length + 1) + text);
  hint.paddingLeft = true;
  hint.paddingRight = true;
  hint.tooltip = tooltip;
  return hint;
}

const NO_BREAK_SPACE = '\u00a0';

/** Small squares in the colours of the codes, in the order of the names, drawn over the beginning of the hint. */
function markOf({ position, colors }: Label): vscode.DecorationOptions {
  const width = MARK_EDGE + colors.length * MARK;
  const picture = (shade: 'light' | 'dark'): vscode.ThemableDecorationInstanceRenderOptions => ({
    after: {
      contentIconPath: squares(
        colors.map(color => shadesOf(color)[shade]),
        width,
      ),
      margin: `0 -${width}px 0 0; position: relative; z-index: 1`,
    },
  });
  const range = new vscode.Range(position.translate(0, position.character > 0 ? -1 : 0), position);
  return { range, renderOptions: { light: picture('light'), dark: picture('dark') } };
}

/** Pixels: from one mark to the next, and before the first. */
const [MARK, MARK_EDGE] = [8, 6];

function squares(fills: readonly string[], width: number): vscode.Uri {
  const rects = fills.map(
    (fill, i) => `<rect x="${MARK_EDGE + i * MARK}" y="1" width="6" height="6" rx="1" fill="${fill}"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="8">${rects.join('')}</svg>`;
  return vscode.Uri.parse(`data:image/svg+xml;base64,${btoa(svg)}`);
}
