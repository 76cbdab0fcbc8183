import { becomes, picture, readOnce, screenshot, useWindow } from './support';

describe('what a study looks like', () => {
  const window = useWindow({ isStory: true });

  it('shows tree and highlights beside each other', async () => {
    const { workbench, page } = window();
    await workbench.openContainer('Verbatim');
    await workbench.openFile('pp-03.md');
    await workbench.editor.focus();
    await workbench.press('ControlOrMeta+Home');
    const tree = workbench.tree('Themes');
    await tree.row("Telling a piece of one's own story").waitFor();
    await tree.expand("Telling a piece of one's own story");
    await tree.expand('pp-03');
    await workbench.editor.focus();
    // Further down, where the passages lie closer.
    for (let i = 0; i < 7; i++) await workbench.press('Alt+J');
    await workbench.statusBarItem(/Ln (?:[3-9]\d), Col/).waitFor();
    await picture(page, 'window');
    await screenshot(page, 'window-dark');
  });

  /** What is drawn behind the text: tints, and lines by their kind. */
  const drawn = () =>
    window()
      .page.locator('.view-overlays .cdr')
      .evaluateAll(boxes => {
        const styles = boxes.map(box => getComputedStyle(box));
        const isSeen = (color: string) => color !== 'transparent' && !/, 0\)$/.test(color);
        const lines = styles.filter(({ borderBottomWidth }) => Number.parseFloat(borderBottomWidth) >= 1);
        return {
          kinds: [...new Set(lines.map(({ borderBottomStyle }) => borderBottomStyle))].sort(),
          lines: lines.filter(({ borderBottomColor }) => isSeen(borderBottomColor)).length,
          tints: styles.filter(({ backgroundColor }) => isSeen(backgroundColor)).length,
        };
      });

  it('tells overlapping codes apart by the kind of line', async () => {
    await becomes(async () => (await drawn()).kinds, ['dashed', 'solid']);
  });

  for (const theme of ['light', 'high contrast', 'high contrast light', 'dark'] as const) {
    it(`is legible in the ${theme} theme: lines everywhere, tints where contrast allows`, async () => {
      const { workbench, page } = window();
      await workbench.setTheme(theme);
      await workbench.editor.focus();
      const isTinted = !theme.startsWith('high contrast');
      await readOnce(drawn, ({ lines, tints }) => lines > 3 && tints > 3 === isTinted);
      await screenshot(page, `window-${theme}`);
    });
  }

  it('shows other excerpts of a code on hover, each a link to its passage', async () => {
    const { workbench, page } = window();
    await workbench.editor.focus();
    await workbench.press('ControlOrMeta+Home');
    await workbench.press('Alt+J');
    await workbench.statusBarItem(/Ln (?!1,)\d+, Col/).waitFor();
    await workbench.editor.element().locator('.cdr').first().waitFor({ state: 'attached' });
    await workbench.runCommand('Show or Focus Hover');
    const hover = page.locator('.monaco-hover:visible').first();
    await hover.getByText('Other excerpts').first().waitFor();
    await picture(page, 'hover');
    await screenshot(page, 'hover');
    const link = hover.locator('a', { hasText: /pp-|np-/ }).first();
    const target = (await link.textContent()) ?? '';
    await link.click();
    const file = `${target.split(/,\s/).at(-1)}.md`;
    await workbench.tab(file).waitFor();
  });
});
