import assert from 'node:assert/strict';
import { screenshot, useWindow, waitUntil } from './support';
import { codingFile } from './support/codings';
import { OVERLAPPING } from './support/overlapping';

describe('the Markdown preview of a coded transcript', () => {
  const window = useWindow({ isStory: true, study: OVERLAPPING });
  const preview = () => window().workbench.webview();
  const marks = () => preview().locator('mark.verbatim-coding');
  const names = () => preview().locator('.verbatim-name');
  const namesOnce = async (expected: readonly string[]): Promise<void> => {
    let last: string[] = [];
    await waitUntil(
      async () => {
        // Where it is drawn anew, its frame goes and comes.
        last = await names()
          .allTextContents()
          .catch(() => ['(nothing yet)']);
        return last.join() === expected.join() || undefined;
      },
      () => `the preview shows the names ${last.join()}`,
    );
  };
  const ALL = [
    ...['Sitting with silence', 'Being asked', 'Self-disclosure', 'Sitting with silence'],
    ...['Being asked', 'Pace', 'Pace'],
  ];

  it('highlights coded passages and names their codes where they end', async () => {
    const { workbench, page } = window();
    await workbench.openFile('pp-01.md');
    await workbench.runCommand('Markdown: Open Preview to the Side');
    await namesOnce(ALL);
    const texts = await marks().allTextContents();
    assert.ok(texts.includes('Some weeks I am the one who holds the pace'));
    // The passage that spans three turns: its own words in every paragraph, labels in bold within it.
    assert.deepEqual(
      texts.filter(text => /^(EA|PP1):$|stay so|back and forth/.test(text)),
      ['EA:', ' And does that stay so?', 'PP1:', ' It goes back and forth.'],
    );
    // The front matter and the first question are not coded.
    assert.equal(await preview().locator('p', { hasText: 'Where were you' }).locator('mark').count(), 0);
    await screenshot(page, 'preview-dark');
  });

  it('says on a passage what it is coded with and by whom', async () => {
    const title = await marks().getByText('had been foggy').first().getAttribute('title');
    assert.deepEqual(
      new Set(title?.split('\n')),
      new Set(['Sitting with silence (EA)', 'Self-disclosure (EA)', 'Self-disclosure (MB)', 'Being asked (EA)']),
    );
  });

  /** How the mark of some words is drawn. */
  const drawn = (text: string) =>
    marks()
      .getByText(text)
      .first()
      .evaluate(mark => {
        const { backgroundColor, backgroundImage, color } = getComputedStyle(mark);
        const own = getComputedStyle(mark.closest('p') as Element).color;
        return { tint: backgroundColor, lines: backgroundImage, isTextKept: color === own };
      });

  for (const theme of ['light', 'high contrast', 'high contrast light', 'dark'] as const) {
    it(`is drawn in colours for the ${theme} theme`, async () => {
      const { workbench, page } = window();
      await workbench.setTheme(theme);
      const wanted = theme.includes('light') ? '31, 122, 52' : '123, 207, 138';
      await waitUntil(async () => (await drawn('And does that stay so?')).lines.includes(wanted) || undefined);
      const { tint, isTextKept } = await drawn('And does that stay so?');
      assert.ok(isTextKept);
      assert.equal(/(, |\/ )0\)$/.test(tint), theme.startsWith('high contrast'), tint);
      await screenshot(page, `preview-${theme}`);
    });
  }

  it('follows the filter', async () => {
    const { workbench, page } = window();
    await workbench.runCommand('Verbatim: Filter Codings…');
    await workbench.quickInput.toggle('MB');
    await workbench.quickInput.accept();
    await namesOnce(['Sitting with silence', 'Being asked', 'Self-disclosure', 'Pace']);
    await screenshot(page, 'preview-filtered');
    await workbench.runCommand('Verbatim: Show or Hide Codings');
    await namesOnce([]);
    assert.equal(await marks().count(), 0);
    await workbench.runCommand('Verbatim: Show All Codings');
    await namesOnce(ALL);
  });

  it('shows what is coded meanwhile, here or by somebody else', async () => {
    const { study } = window();
    const text = study.read('transcripts/pp-01.md') ?? '';
    study.write(
      'codings/ZK/transcripts/pp-01.jsonl',
      codingFile('ZK', text, [{ quote: 'Where were you', code: 'pace' }]),
    );
    await namesOnce(['Pace', ...ALL]);
  });

  it('keeps the marks in their places while the transcript is edited', async () => {
    const { workbench } = window();
    await workbench.editor.placeCursor('Where were you in the room');
    await workbench.editor.type('And now: ');
    await preview().getByText('And now:').waitFor();
    await namesOnce(['Pace', ...ALL]);
    assert.equal(await marks().first().textContent(), 'Where were you');
  });
});
