import * as vscode from 'vscode';
import { countCodings } from '../../core/analysis/codeUse.js';
import type { CodebookEntry } from '../../core/codebook/codebook.js';
import { colorOf } from '../../core/codebook/colors.js';
import { themePath } from '../../core/codebook/query.js';
import { fold, searchCodes } from '../../core/codebook/search.js';
import { definitionLine } from '../common/definition.js';
import { swatchIcon } from '../common/swatch.js';
import type { OpenStudy } from '../study/openStudy.js';

/** A line of the picker: a code of the codebook, or the new one that is being typed. */
export interface CodeItem extends vscode.QuickPickItem {
  readonly code?: CodebookEntry;
  readonly title?: string;
}

/** More lines than anybody reads; a longer list would only make each keystroke slower. */
const MOST_SHOWN = 200;

/** The lines of the picker: what fits what is typed, what is ticked, and the code that would be new. */
export class CodeList {
  private readonly codes: readonly CodebookEntry[];
  private readonly items: ReadonlyMap<CodebookEntry, CodeItem>;
  private readonly recently: ReadonlySet<string>;
  private ticked: readonly CodeItem[] = [];

  constructor({ study }: OpenStudy, recent: readonly string[]) {
    // A code that was merged since counts as the one it went into.
    this.recently = new Set(recent.map(id => study.entry(id)?.id ?? id));
    const codes = study.codebook.entries.filter(entry => entry.kind === 'code');
    this.codes = inOrder(codes, [...this.recently]);
    this.items = new Map(this.codes.map(code => [code, itemOf(code, countCodings(study, code))]));
  }

  get isEmpty(): boolean {
    return this.codes.length === 0;
  }

  /** The lines for what is typed, and the one that Enter would apply. */
  show(query: string): { items: CodeItem[]; first: CodeItem | undefined } {
    const isTicked = (item: CodeItem): boolean => this.ticked.some(other => sameCode(other, item));
    const found = searchCodes(this.codes, query)
      .map(code => this.items.get(code) as CodeItem)
      .filter(item => !isTicked(item))
      .slice(0, MOST_SHOWN);
    const exists = this.codes.some(code => fold(code.title) === fold(query) || code.id === query);
    const fresh = query === '' || exists ? [] : [newItem(query)];
    const shown = query === '' ? withHeadings(found, this.recently) : found;
    const ticked =
      this.ticked.length === 0
        ? []
        : [heading(vscode.l10n.t('ticked')), ...this.ticked, heading(vscode.l10n.t('codes'))];
    return {
      items: [...ticked, ...shown, ...fresh],
      first: query === '' ? (this.ticked[0] ?? found[0]) : (found[0] ?? fresh[0]),
    };
  }

  /** Ticks a line or takes its tick away. */
  toggle(item: CodeItem): void {
    const without = this.ticked.filter(other => !sameCode(other, item));
    this.ticked =
      without.length < this.ticked.length
        ? without
        : [...this.ticked, { ...item, label: `$(check) ${item.title ?? item.label}` }];
  }

  /** What Enter applies: all that is ticked and what was typed since; without ticks the focused line. */
  chosen(typed: readonly CodeItem[], focused: readonly CodeItem[]): readonly CodeItem[] {
    if (this.ticked.length === 0) return focused;
    return [...this.ticked, ...typed.filter(item => !this.ticked.some(other => sameCode(other, item)))];
  }
}

const sameCode = (a: CodeItem, b: CodeItem): boolean => a.code === b.code && a.title === b.title;

const heading = (label: string): CodeItem => ({ label, kind: vscode.QuickPickItemKind.Separator });

function tickButtons(): vscode.QuickInputButton[] {
  return [
    { iconPath: new vscode.ThemeIcon('check'), tooltip: vscode.l10n.t('Tick, to apply several at once (Ctrl+Enter)') },
  ];
}

function newItem(title: string): CodeItem {
  return { label: `$(add) ${vscode.l10n.t('New code “{0}”', title)}`, title, alwaysShow: true, buttons: tickButtons() };
}

function itemOf(code: CodebookEntry, count: number): CodeItem {
  const path = themePath(code).join(' › ');
  const detail = definitionLine(code);
  const uses = count === 1 ? vscode.l10n.t('1 excerpt') : vscode.l10n.t('{0} excerpts', count);
  return {
    code,
    label: code.title,
    description: path === '' ? uses : `${uses} · ${path}`,
    ...(detail === '' ? {} : { detail }),
    iconPath: swatchIcon(colorOf(code)),
    buttons: tickButtons(),
    // Filtering is ours: the editor's own looks at labels only and knows no theme path.
    alwaysShow: true,
  };
}

/** Recently used codes first, the last of them at the top; then the order of the codebook. */
function inOrder(codes: readonly CodebookEntry[], recent: readonly string[]): CodebookEntry[] {
  const rank = new Map(recent.map((id, i) => [id, i]));
  return [...codes].sort((a, b) => (rank.get(a.id) ?? recent.length) - (rank.get(b.id) ?? recent.length));
}

/** Tells the recently used codes, which come first, from the others. */
function withHeadings(items: readonly CodeItem[], recently: ReadonlySet<string>): readonly CodeItem[] {
  const count = items.filter(item => recently.has(item.code?.id ?? '')).length;
  if (count === 0 || count === items.length) return items;
  return [
    heading(vscode.l10n.t('recently used')),
    ...items.slice(0, count),
    heading(vscode.l10n.t('all codes')),
    ...items.slice(count),
  ];
}
