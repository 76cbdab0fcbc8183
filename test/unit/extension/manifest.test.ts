import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { PALETTE } from '../../../src/core/codebook/colors.js';
import { PALETTE_SHADES } from '../../../src/extension/common/palette.js';
import { Command, Context, HintSetting, Setting, View } from '../../../src/extension/ids.js';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly keybindings: readonly { readonly command: string; readonly when: string; readonly mac: string }[];
    readonly submenus: readonly { readonly id: string }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
    readonly colors: readonly { readonly id: string; readonly defaults: Readonly<Record<string, string>> }[];
  };
}

interface MenuItem {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
}

const source = readFileSync('package.json', 'utf8');
const { contributes } = JSON.parse(source) as Manifest;
const strings = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
const commands = Object.values(Command) as string[];

describe('package.json', () => {
  it('names the commands that the code registers, and no other', () => {
    assert.deepEqual(contributes.commands.map(({ command }) => command).sort(), [...commands].sort());
  });

  it('puts only its own commands into menus and on keys, each key with a guard and one for the Mac', () => {
    const items = Object.values(contributes.menus).flat();
    const used = [...items.filter(({ submenu }) => submenu === undefined), ...contributes.keybindings];
    assert.deepEqual(
      used.map(({ command }) => command).filter(command => !commands.includes(command ?? '')),
      [],
    );
    for (const { when, mac } of contributes.keybindings) assert.ok(when && mac);
    // Keys that a list has anyway, such as F2, do in our view what they do in others: nobody has to give them up.
    const inView = contributes.keybindings.filter(({ when }) => when.startsWith('focusedView == verbatim.'));
    for (const { when } of inView) assert.match(when, / && listFocus && !inputFocus$/);
    // Coding is done for hundreds of hours: each of its one-key actions has one key (the favourites one a digit), and nothing else has.
    // While a place is looked for by hand, two keys end that; they mean something then and never else.
    const placing = contributes.keybindings.filter(({ when }) => when.startsWith('verbatim.placing && '));
    assert.ok(placing.every(({ when }) => when.includes('editorTextFocus && editorLangId == markdown')));
    const inEditor = contributes.keybindings.filter(({ when }) => when.startsWith('editorTextFocus'));
    assert.ok(inEditor.every(({ when }) => when.includes('editorLangId == markdown')));
    assert.ok(new Set(inEditor.map(({ command }) => command)).size <= 12);
    // A box for comments is an editor, too, and what is typed there is not meant for what lies below it.
    const inText = contributes.keybindings.filter(({ when }) => when.includes('editorTextFocus'));
    assert.ok(inText.every(({ when }) => when.includes('!commentEditorFocused')));
  });

  it('has a menu for every submenu, and each is opened from somewhere', () => {
    const ids = contributes.submenus.map(({ id }) => id);
    const opened = Object.values(contributes.menus).flatMap(items => items.flatMap(({ submenu }) => submenu ?? []));
    assert.deepEqual([...new Set(opened)].sort(), [...ids].sort());
    for (const id of ids) assert.ok((contributes.menus[id]?.length ?? 0) > 0);
  });

  it('hides from the palette what needs to be told a place', () => {
    const hidden = contributes.menus.commandPalette
      ?.filter(({ when }) => when === 'false')
      .map(({ command }) => command);
    assert.deepEqual(
      hidden?.sort(),
      [
        ...[Command.fixProblem, Command.revealCoding, Command.showCode, Command.tickCode, Command.openMemo],
        ...[Command.showThread, Command.followLink, Command.sendComment, Command.sendDecision, Command.sendAndResolve],
        ...[Command.editComment, Command.saveComment, Command.cancelComment, Command.deleteComment],
        ...[Command.markDecision, Command.unmarkDecision],
        Command.showQuotationSource,
        // Twins of the commands that sort, with a tick.
        ...[Command.sortedByDocument, Command.sortedByName, Command.sortedByUse],
        ...[Command.sortedTranscriptsByName, Command.sortedTranscriptsByState, Command.sortedTranscriptsByKind],
        ...[Command.sortedTranscriptsByScope, Command.endScope],
        ...[Command.groupedChangesByCoder, Command.groupedChangesByCode],
        ...[Command.groupedChangesByTheme, Command.groupedChangesByTranscript, Command.openChange],
      ].sort(),
    );
  });

  it('has a text for every %key% and no text too many', () => {
    const keys = [...source.matchAll(/%([\w.]+)%/g)].map(match => match[1] as string);
    assert.deepEqual([...new Set(keys)].sort(), Object.keys(strings).sort());
  });

  it('knows views, settings and context keys by the names the code uses', () => {
    assert.deepEqual(
      Object.values(contributes.views)
        .flat()
        .map(({ id }) => id),
      Object.values(View),
    );
    const settings = [Setting.coder, Setting.codeNames, ...Object.values(HintSetting)].map(
      name => `${Setting.section}.${name}`,
    );
    assert.deepEqual(Object.keys(contributes.configuration.properties), settings);
    const own = new Set(Object.values(Context) as string[]);
    const mentioned = [
      ...source.matchAll(
        /verbatim\.(?:hasStudy|ready|pickerOpen|themesSort|themesFiltered|transcriptsSort|transcriptsFiltered|placing|changesState|changesGrouping|comparing|colleaguesHidden|noVersions|undecidedFiles|underWay)\b/g,
      ),
    ].map(match => match[0]);
    assert.deepEqual([...new Set(mentioned)].sort(), [...own].sort());
  });

  it('gives every palette colour a line and a background for all four kinds of theme, the same shades as the pictures', () => {
    for (const name of PALETTE) {
      const line = contributes.colors.find(({ id }) => id === `verbatim.${name}.line`)?.defaults;
      const background = contributes.colors.find(({ id }) => id === `verbatim.${name}.background`)?.defaults;
      assert.deepEqual({ light: line?.light, dark: line?.dark }, PALETTE_SHADES[name]);
      assert.deepEqual(Object.keys(background ?? {}), ['light', 'dark', 'highContrast', 'highContrastLight']);
    }
    assert.equal(contributes.colors.length, 2 * PALETTE.length);
  });

  it('has lines that stand out from the page: 3 to 1 at least, as WCAG 2.2 (1.4.11) asks', () => {
    for (const [name, { light, dark }] of Object.entries(PALETTE_SHADES)) {
      assert.ok(contrast(light, '#ffffff') >= 3, `${name} on white`);
      assert.ok(contrast(dark, '#1f1f1f') >= 3, `${name} on dark`);
    }
  });
});

/** Contrast ratio of two colours, by the formula of WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance, by the formula of WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map(value => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
