import * as vscode from 'vscode';
import type { CodeUse } from '../../core/analysis/codeUse.js';
import type { CodebookEntry } from '../../core/codebook/codebook.js';
import { colorOf } from '../../core/codebook/colors.js';
import type { LikeName } from '../../core/codebook/names.js';
import { fold } from '../../core/codebook/search.js';
import { cleanTitle } from '../../core/codebook/write.js';
import { CodeOffers, type OfferedCode } from '../../core/coding/codeOffers.js';
import { likeText, pathOf, useText } from '../codebook/words.js';
import { definitionLine } from '../common/definition.js';
import { swatchIcon } from '../common/swatch.js';
import type { OpenStudy } from '../study/openStudy.js';

/** A line of the picker: a code of the codebook, or the new one that is being typed. */
export interface CodeItem extends vscode.QuickPickItem {
  readonly code?: CodebookEntry;
  readonly title?: string;
  /** For a new code: the one that is all but the same. */
  readonly like?: LikeName;
}

/** The line of the new code stands behind so many others at most, so that it is seen however many fit. */
const BEFORE_NEW = 5;

/** The lines of the picker: what fits what is typed, what is ticked, and the code that would be new. */
export class CodeList {
  private readonly offers: CodeOffers;
  private ticked: readonly CodeItem[] = [];
  /** Made when they are first shown; all but what is pointed out stays the same. */
  private readonly items = new Map<CodebookEntry, CodeItem>();
  private readonly swatches = new Map<string, ReturnType<typeof swatchIcon>>();
  private readonly buttons = [tickButton()];

  /**
   * @param recent ids of codes, the last used first
   * @param digits of codes that have a key of their own, by id
   */
  constructor(
    { seen }: OpenStudy,
    recent: readonly string[],
    private readonly digits: ReadonlyMap<string, number>,
  ) {
    this.offers = new CodeOffers(seen, recent);
  }

  get isEmpty(): boolean {
    return this.offers.isEmpty;
  }

  /** Prepares for what is going to be typed, a step at a time. */
  preparation(): Generator<void> {
    return this.offers.preparation();
  }

  /** The lines for what is typed, and the one that Enter would apply. */
  show(typed: string): { items: readonly CodeItem[]; first: CodeItem | undefined } {
    const tickedCodes = new Set(this.ticked.flatMap(({ code }) => code ?? []));
    const { codes, fitting, fresh } = this.offers.offer(typed, tickedCodes);
    const found = codes.map(offered => this.itemOf(offered));
    const isTicked = this.ticked.some(({ title }) => title !== undefined && isSameTitle(title, typed));
    const added = fresh === undefined || isTicked ? [] : [this.newItem(fresh.title, fresh.like)];
    const shown = typed === '' ? this.withHeadings(found, fitting) : withNew(found, added);
    const ticked = this.ticked.length === 0 ? [] : [heading(vscode.l10n.t('ticked')), ...this.ticked];
    const others = shown[0]?.kind === vscode.QuickPickItemKind.Separator ? [] : [heading(vscode.l10n.t('codes'))];
    return {
      items: this.ticked.length === 0 ? shown : [...ticked, ...others, ...shown],
      first: typed === '' ? (this.ticked[0] ?? found[0]) : (found[0] ?? added[0]),
    };
  }

  /** What is told of the focused line: the definition of its code, or what will come of a new one. */
  about({ code, title, like }: CodeItem): string {
    if (code !== undefined) return code.definition ?? vscode.l10n.t('No definition yet.');
    if (title === undefined) return '';
    const made = vscode.l10n.t('Enter makes this code; it can be moved and renamed at any time.');
    return like === undefined ? made : `${likeText(like)} ${made}`;
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

  private itemOf({ code, use, like }: OfferedCode): CodeItem {
    let item = this.items.get(code);
    if (item === undefined) {
      item = this.made(code, use);
      this.items.set(code, item);
    }
    if (like === undefined) return item;
    return { ...item, description: `$(warning) ${likeOf(like)} · ${item.description ?? ''}` };
  }

  private made(code: CodebookEntry, use: CodeUse): CodeItem {
    const digit = this.digits.get(code.id);
    const parts = [
      digit === undefined ? '' : vscode.l10n.t('key {0}', digit),
      useText(use),
      pathOf(code),
      // There is seldom room to see it, but whoever listens hears all of the line.
      definitionLine(code),
    ];
    return {
      code,
      label: code.title,
      description: parts.filter(part => part !== '').join(' · '),
      iconPath: this.swatchOf(colorOf(code)),
      buttons: this.buttons,
      // Filtering is ours: the editor's own looks at labels only and knows no theme path.
      alwaysShow: true,
    };
  }

  private swatchOf(color: string): ReturnType<typeof swatchIcon> {
    const icon = this.swatches.get(color) ?? swatchIcon(color);
    this.swatches.set(color, icon);
    return icon;
  }

  private newItem(title: string, like: LikeName | undefined): CodeItem {
    return {
      label: `$(add) ${vscode.l10n.t('New code “{0}”', title)}`,
      ...(like === undefined ? {} : { like, description: `$(warning) ${likeOfNew(like)}` }),
      title,
      alwaysShow: true,
      buttons: this.buttons,
    };
  }

  /** Tells the recently used codes, which come first, from the others, and says where not all are shown. */
  private withHeadings(items: readonly CodeItem[], all: number): readonly CodeItem[] {
    const count = items.filter(({ code }) => code !== undefined && this.offers.isRecent(code)).length;
    const isCut = all > items.length;
    const others = isCut
      ? vscode.l10n.t('{0} of {1} codes: type to find others', items.length, all)
      : vscode.l10n.t('all codes');
    if (count === 0 || count === items.length) return isCut ? [heading(others), ...items] : items;
    return [heading(vscode.l10n.t('recently used')), ...items.slice(0, count), heading(others), ...items.slice(count)];
  }
}

/** Puts the line of the new code among the codes that fit: behind the best of them. */
function withNew(found: readonly CodeItem[], added: readonly CodeItem[]): readonly CodeItem[] {
  if (added.length === 0 || found.length <= BEFORE_NEW) return [...found, ...added];
  const others = heading(vscode.l10n.t('more codes that fit'));
  return [...found.slice(0, BEFORE_NEW), ...added, others, ...found.slice(BEFORE_NEW)];
}

const sameCode = (a: CodeItem, b: CodeItem): boolean =>
  a.code === b.code && (a.title === b.title || isSameTitle(a.title, b.title));

const isSameTitle = (a = '', b = ''): boolean => fold(cleanTitle(a)) === fold(cleanTitle(b));

const heading = (label: string): CodeItem => ({ label, kind: vscode.QuickPickItemKind.Separator });

function tickButton(): vscode.QuickInputButton {
  return {
    iconPath: new vscode.ThemeIcon('check'),
    tooltip: vscode.l10n.t('Tick, to apply several at once (Ctrl+Enter)'),
  };
}

/** What the new code is all but the same as. */
function likeOfNew({ entry, by }: LikeName): string {
  return by === 'title'
    ? vscode.l10n.t('almost the same as “{0}”', entry.title)
    : vscode.l10n.t('“{0}” goes or went by that name', entry.title);
}

/** In what way a code is all but the one that is typed. */
function likeOf({ by, name }: LikeName): string {
  switch (by) {
    case 'title':
      return vscode.l10n.t('almost the same name');
    case 'id':
      return vscode.l10n.t('has the id “{0}”', name);
    case 'former':
      return vscode.l10n.t('was called “{0}” before', name);
  }
}
