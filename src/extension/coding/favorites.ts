import * as vscode from 'vscode';
import type { CodebookEntry } from '../../core/codebook/codebook.js';
import { colorOf } from '../../core/codebook/colors.js';
import type { Targets } from '../codebook/target.js';
import { announce } from '../common/report.js';
import { swatchIcon } from '../common/swatch.js';
import type { OpenStudy } from '../study/openStudy.js';

/** The keys a code can have. */
const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** The codes that have a key of their own, by its digit; one list a study, on this machine. */
export class Favorites {
  constructor(private readonly memory: vscode.Memento) {}

  /** The code of a digit; undefined where there is none, or it is gone. */
  at(opened: OpenStudy, digit: number): CodebookEntry | undefined {
    const entry = opened.study.entry(this.read(opened)[String(digit)] ?? '');
    return entry?.kind === 'code' ? entry : undefined;
  }

  /** The digit of every code that has one, by the code's id. */
  digits(opened: OpenStudy): ReadonlyMap<string, number> {
    const digits = new Map<string, number>();
    for (const digit of DIGITS) {
      const id = this.at(opened, digit)?.id;
      if (id !== undefined && !digits.has(id)) digits.set(id, digit);
    }
    return digits;
  }

  /** Gives a digit to a code; the one it had before is free again. */
  async set(opened: OpenStudy, digit: number, code: string): Promise<void> {
    const others = Object.entries(this.read(opened)).filter(([, id]) => opened.study.entry(id)?.id !== code);
    await this.memory.update(keyOf(opened), { ...Object.fromEntries(others), [digit]: code });
  }

  private read(opened: OpenStudy): Readonly<Record<string, string>> {
    return this.memory.get<Record<string, string>>(keyOf(opened), {});
  }
}

const keyOf = (opened: OpenStudy): string => `verbatim.favorites ${opened.root.toString()}`;

/** Asks which key a code of the codebook is to have, and says which it has now. */
export async function setFavorite(targets: Targets, args: readonly unknown[], favorites: Favorites): Promise<void> {
  const target = await targets.of(args.slice(0, 1), {
    ask: vscode.l10n.t('Give a key to which code?'),
    none: vscode.l10n.t('Only a code can have a key of its own.'),
    fits: entry => entry.kind === 'code',
  });
  if (target === undefined) return;
  const { opened } = target;
  const [code] = target.entries;
  const digit = await pickDigit(opened, favorites, vscode.l10n.t('Which key is to give “{0}”?', code.title));
  if (digit === undefined) return;
  await favorites.set(opened, digit, code.id);
  announce(vscode.l10n.t('$(star-full) {0} has the key {1} now', code.title, digit));
}

/** Lets a person choose a digit, with the codes that have one already. */
export async function pickDigit(opened: OpenStudy, favorites: Favorites, title: string): Promise<number | undefined> {
  const items = DIGITS.map(digit => {
    const code = favorites.at(opened, digit);
    return {
      digit,
      label: String(digit),
      description: code?.title ?? vscode.l10n.t('free'),
      iconPath: code === undefined ? new vscode.ThemeIcon('circle-outline') : swatchIcon(colorOf(code)),
    };
  });
  const chosen = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t('Alt+Shift with the digit (⌃⌘ on a Mac) gives the code at once'),
    matchOnDescription: true,
  });
  return chosen?.digit;
}
