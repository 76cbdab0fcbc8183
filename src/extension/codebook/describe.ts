import * as vscode from 'vscode';
import { PHASES, type Phase } from '../../core/codebook/change.js';
import { colorOf, PALETTE } from '../../core/codebook/colors.js';
import { phaseOf } from '../../core/codebook/phase.js';
import { swatchIcon } from '../common/swatch.js';
import { askTitle } from './askTitle.js';
import type { CodebookServices } from './services.js';
import { givenText } from './target.js';
import { colorLabel, nameOf, phaseLabel, phaseMeaning } from './words.js';

/** Gives a theme or code another title; its id, and with it its excerpts, stay. */
export async function rename(services: CodebookServices, args: readonly unknown[]): Promise<void> {
  const target = await services.targets.of(args, {
    ask: vscode.l10n.t('Rename which theme or code?'),
    none: vscode.l10n.t('Select the theme or code to rename first.'),
  });
  if (target === undefined) return;
  const { opened, entries } = target;
  const [entry] = entries;
  const title = await askTitle(opened, {
    title: vscode.l10n.t('Rename “{0}”', entry.title),
    prompt: vscode.l10n.t('Its excerpts stay with it.'),
    value: entry.title,
    under: entry.parent,
    except: entry,
    given: givenText(args),
  });
  if (title === undefined || title === entry.title) return;
  const done = vscode.l10n.t('Renamed “{0}” to “{1}”', entry.title, title);
  await services.editing.change(opened, [{ do: 'rename', entry: entry.id, title }], done, 'edit');
}

/** Writes what a theme or code means. */
export async function define(services: CodebookServices, args: readonly unknown[]): Promise<void> {
  const target = await services.targets.of(args, {
    ask: vscode.l10n.t('Define which theme or code?'),
    none: vscode.l10n.t('Select the theme or code to define first.'),
  });
  if (target === undefined) return;
  const { opened, entries } = target;
  const [entry] = entries;
  const question = {
    title: vscode.l10n.t('What does “{0}” mean?', entry.title),
    prompt: vscode.l10n.t(
      'The first paragraph below its heading. What to include, to exclude, and examples are written in the codebook.',
    ),
    placeHolder: vscode.l10n.t('A sentence or two that a colleague could code by'),
    value: entry.definition ?? '',
  };
  const definition = givenText(args) ?? (await vscode.window.showInputBox(question));
  if (definition === undefined || definition.trim() === (entry.definition ?? '')) return;
  const done =
    definition.trim() === ''
      ? vscode.l10n.t('Took the definition of “{0}” away', entry.title)
      : vscode.l10n.t('Defined “{0}”', entry.title);
  await services.editing.change(opened, [{ do: 'define', entry: entry.id, definition }], done, 'edit');
}

/** Gives codes and themes a colour, or takes it back to the one that follows from the id. */
export async function chooseColor(services: CodebookServices, args: readonly unknown[]): Promise<void> {
  const target = await services.targets.of(args, {
    ask: vscode.l10n.t('Choose the colour of which theme or code?'),
    none: vscode.l10n.t('Select the codes that are to have another colour first.'),
  });
  if (target === undefined) return;
  const { opened, entries } = target;
  const [first] = entries;
  const written = new Set(entries.map(entry => entry.color?.toLowerCase()));
  const now = (color: string | undefined): { description?: string } =>
    written.size === 1 && written.has(color) ? { description: vscode.l10n.t('now') } : {};
  const automatic = {
    label: vscode.l10n.t('Automatic'),
    detail: vscode.l10n.t('Verbatim gives each code a colour of its own accord'),
    iconPath: entries.length === 1 ? swatchIcon(colorOf({ id: first.id })) : new vscode.ThemeIcon('symbol-color'),
    color: undefined,
    ...now(undefined),
  };
  const colors = PALETTE.map(color => ({
    label: colorLabel(color),
    iconPath: swatchIcon(color),
    color,
    ...now(color),
  }));
  const chosen = await vscode.window.showQuickPick([...colors, automatic], {
    title: vscode.l10n.t('Colour of {0}', nameOf(entries)),
    placeHolder: vscode.l10n.t('Choose a colour'),
  });
  if (chosen === undefined) return;
  const done = vscode.l10n.t('Coloured {0}: {1}', nameOf(entries), chosen.label.toLowerCase());
  const change = { do: 'color', entries: entries.map(entry => entry.id), color: chosen.color } as const;
  await services.editing.change(opened, [change], done, 'symbol-color');
}

/** Says how far themes and codes have come. */
export async function setPhase(services: CodebookServices, args: readonly unknown[]): Promise<void> {
  const target = await services.targets.of(args, {
    ask: vscode.l10n.t('Set the phase of which theme or code?'),
    none: vscode.l10n.t('Select themes or codes first.'),
  });
  if (target === undefined) return;
  const { opened, entries } = target;
  const written = new Set(entries.map(phaseOf));
  const now = (phase: Phase | undefined): { description?: string } =>
    written.size === 1 && written.has(phase) ? { description: vscode.l10n.t('now') } : {};
  const items = PHASES.map(phase => ({ label: phaseLabel(phase), detail: phaseMeaning(phase), phase, ...now(phase) }));
  const none = { label: vscode.l10n.t('no phase'), detail: vscode.l10n.t('Say nothing about it'), phase: undefined };
  const chosen = await vscode.window.showQuickPick([...items, { ...none, ...now(undefined) }], {
    title: vscode.l10n.t('How far has {0} come?', nameOf(entries)),
    placeHolder: vscode.l10n.t('Choose a phase'),
  });
  if (chosen === undefined) return;
  const done = vscode.l10n.t('{0}: {1}', nameOf(entries), chosen.label);
  const change = { do: 'phase', entries: entries.map(entry => entry.id), phase: chosen.phase } as const;
  await services.editing.change(opened, [change], done);
}
