import * as vscode from 'vscode';
import type { CodeChoice } from '../../core/coding/actions.js';
import { Disposables } from '../common/disposables.js';
import { twoLines } from '../common/twoLines.js';
import { Context } from '../ids.js';
import type { OpenStudy } from '../study/openStudy.js';
import { type CodeItem, CodeList } from './codeList.js';
import { pickTheme } from './pickTheme.js';

/** Ticks the focused line of the picker that is open. */
let tick: (() => void) | undefined;

/** Ticks or unticks the focused line of the open picker. */
export function tickFocused(): void {
  tick?.();
}

/**
 * Lets a person choose one or more codes, or type a new one and say under which theme it goes.
 * @param recent ids of codes, the last used first
 * @param title what the codes are for
 * @param digits of codes that have a key of their own, by id
 * @returns undefined when the person turned away
 */
export async function pickCodes(
  opened: OpenStudy,
  recent: readonly string[],
  title: string,
  digits: ReadonlyMap<string, number> = new Map(),
): Promise<CodeChoice[] | undefined> {
  const chosen = await showPicker(new CodeList(opened, recent, digits), title);
  if (chosen === undefined) return undefined;
  const choices: CodeChoice[] = [];
  for (const { code, title: name } of chosen) {
    if (code !== undefined) choices.push({ id: code.id });
    else if (name !== undefined) {
      const theme = await pickTheme(opened, name);
      if (theme === undefined) return undefined;
      choices.push(theme === '' ? { title: name } : { title: name, theme });
    }
  }
  return choices;
}

async function showPicker(list: CodeList, title: string): Promise<readonly CodeItem[] | undefined> {
  const disposables = new Disposables();
  const picker = disposables.add(vscode.window.createQuickPick<CodeItem>());
  keepOrder(picker);
  picker.title = title;
  picker.placeholder = list.isEmpty
    ? vscode.l10n.t('Type a name for your first code and press Enter')
    : vscode.l10n.t('Type to find a code or to name a new one. Enter applies it; Ctrl+Enter (⌘Enter) ticks several.');
  // Told with the list and not only once the editor says what is focused: it must not come a moment later.
  const tell = (item: CodeItem | undefined): void => {
    const about = item === undefined ? '' : list.about(item);
    picker.prompt = about === '' ? undefined : twoLines(about);
  };
  // The editor's own checkboxes lose their ticks whenever the list changes while one types: the ticks are ours.
  const show = (): void => {
    const { items, first } = list.show(picker.value.trim());
    picker.items = items;
    picker.activeItems = first === undefined ? [] : [first];
    tell(first);
  };
  const toggle = (item: CodeItem | undefined): void => {
    if (item === undefined) return;
    list.toggle(item);
    // The next word starts a new search.
    picker.value = '';
    show();
  };
  disposables.add(
    picker.onDidChangeValue(show),
    picker.onDidChangeActive(([item]) => tell(item)),
    picker.onDidTriggerItemButton(({ item }) => toggle(item)),
  );
  tick = () => toggle(picker.activeItems[0]);
  show();
  try {
    await vscode.commands.executeCommand('setContext', Context.pickerOpen, true);
    return await new Promise<readonly CodeItem[] | undefined>(resolve => {
      disposables.add(
        picker.onDidAccept(() =>
          resolve(list.chosen(picker.value.trim() === '' ? [] : picker.activeItems, picker.activeItems)),
        ),
        picker.onDidHide(() => resolve(undefined)),
      );
      picker.show();
      disposables.add(inSteps(list.preparation()));
    });
  } finally {
    tick = undefined;
    disposables.dispose();
    await vscode.commands.executeCommand('setContext', Context.pickerOpen, false);
  }
}

/** Does a piece of work whenever there is time between two others, until it is done or no longer wanted. */
function inSteps(work: Generator<void>): vscode.Disposable {
  const step = (): void => {
    if (work.next().done !== true) timer = setTimeout(step);
  };
  let timer = setTimeout(step);
  return { dispose: () => clearTimeout(timer) };
}

/**
 * Keeps the editor from sorting our lines anew, by their labels alone, and from dropping the headings once somebody types.
 * The switch is older than most of the API and there in every version, yet no part of it: were it gone, the order would
 * be the editor's.
 */
function keepOrder(picker: vscode.QuickPick<CodeItem>): void {
  Reflect.set(picker, 'sortByLabel', false);
}
