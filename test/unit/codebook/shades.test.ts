import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { colorOf, PALETTE } from '../../../src/core/codebook/colors.js';
import { contrast, mix } from '../../../src/core/codebook/contrast.js';
import { parseCodebook } from '../../../src/core/codebook/parse.js';
import { shadesOf } from '../../../src/core/codebook/shades.js';

/** Text and page of VS Code's own themes. */
const THEMES = {
  light: { text: '#3b3b3b', page: '#ffffff' },
  dark: { text: '#cccccc', page: '#1f1f1f' },
  highContrast: { text: '#ffffff', page: '#000000' },
  highContrastLight: { text: '#292929', page: '#ffffff' },
} as const;
type Theme = keyof typeof THEMES;

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  contributes: { colors: readonly { id: string; defaults: Readonly<Record<Theme, string>> }[] };
};
const defaultOf = (id: string, theme: Theme): string => {
  const found = manifest.contributes.colors.find(color => color.id === id)?.defaults[theme];
  assert.ok(found, `${id} for ${theme}`);
  return found;
};
const anyHex = fc.nat(0xffffff).map(value => `#${value.toString(16).padStart(6, '0')}`);

/** A page with a tint over it. `tint` is `#rrggbbaa`. */
function tinted(page: string, tint: string): string {
  return mix(page, tint.slice(0, 7), Number.parseInt(tint.slice(7), 16) / 255);
}

describe('colours', () => {
  it('are measured as WCAG 2.2 does', () => {
    assert.equal(contrast('#000000', '#ffffff'), 21);
    assert.equal(contrast('#777777', '#777777'), 1);
    assert.equal(contrast('#767676', '#ffffff').toFixed(2), '4.54');
  });

  it('of the palette have lines that stand out 3 to 1 from the page of every theme', () => {
    for (const name of PALETTE)
      for (const theme of Object.keys(THEMES) as Theme[]) {
        const ratio = contrast(defaultOf(`verbatim.${name}.line`, theme), THEMES[theme].page);
        assert.ok(ratio >= 3, `${name} in ${theme}: ${ratio.toFixed(2)}`);
      }
  });

  it('leave text legible on their tints, 4.5 to 1; where passages overlap there is one tint still', () => {
    for (const theme of Object.keys(THEMES) as Theme[]) {
      const { text, page } = THEMES[theme];
      for (const name of PALETTE) {
        const tint = defaultOf(`verbatim.${name}.background`, theme);
        const ratio = contrast(text, tinted(page, tint));
        assert.ok(ratio >= 4.5, `${name} in ${theme}: ${ratio.toFixed(2)}`);
      }
    }
  });

  it('that somebody chose are darkened for light themes and lightened for dark ones until they stand out', () => {
    assert.deepEqual(shadesOf('#0b66c3').light, '#0b66c3');
    assert.deepEqual(shadesOf('#ffe066').dark, '#ffe066');
    fc.assert(
      fc.property(anyHex, color => {
        const { light, dark } = shadesOf(color);
        assert.ok(contrast(light, THEMES.light.page) >= 3);
        assert.ok(contrast(light, THEMES.highContrastLight.page) >= 3);
        assert.ok(contrast(dark, THEMES.dark.page) >= 3);
        assert.ok(contrast(dark, THEMES.highContrast.page) >= 3);
        // No more than needed: what stands out already stays.
        if (contrast(color, '#f3f3f3') >= 3) assert.equal(light, color);
        if (contrast(color, '#2d2d2d') >= 3) assert.equal(dark, color);
      }),
    );
  });

  it('that somebody chose leave text legible as well', () => {
    fc.assert(
      fc.property(anyHex, color => {
        const { light, dark } = shadesOf(color);
        const on = (theme: Theme, tint: string): number =>
          contrast(THEMES[theme].text, tinted(THEMES[theme].page, tint));
        assert.ok(on('light', `${light}22`) >= 4.5);
        assert.ok(on('dark', `${dark}26`) >= 4.5);
      }),
    );
  });

  it('of codes without one stay the same, whatever happens to other codes', () => {
    const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 12 });
    const book = (codes: readonly string[]): ReturnType<typeof parseCodebook> =>
      parseCodebook(`# Codebook\n\n${codes.map(id => `## Title ${id} {#${id}}\n`).join('\n')}`);
    fc.assert(
      fc.property(ids, fc.nat(), fc.boolean(), (codes, drop, isReversed) => {
        const before = new Map(book(codes).entries.map(entry => [entry.id, colorOf(entry)]));
        const left = codes.filter((_, i) => i !== drop % codes.length);
        const after = book(['zzz-new', ...(isReversed ? left.reverse() : left)]).entries;
        for (const entry of after) if (entry.id !== 'zzz-new') assert.equal(colorOf(entry), before.get(entry.id));
      }),
    );
  });
});
