import assert from 'node:assert/strict';
import { readOnce, screenshot, useWindow } from './support';
import { codingFile } from './support/codings';
import { OVERLAPPING } from './support/overlapping';

describe('the Markdown preview of a coded transcript', () => {
  const window = useWindow({ isStory: true, study: OVERLAPPING });
  /** What the preview shows, once it is as wanted. */
  const previewOnce = (isWanted: (shown: Preview) => boolean): Promise<Preview> => {
    const body = window().workbench.webview().locator('body');
    // A preview that is being drawn has no paragraphs yet, and so no names either.
    return readOnce(
      () => body.evaluate(readPreview),
      shown => shown.paragraphs.length > 0 && isWanted(shown),
    );
  };
  const namesOnce = (expected: readonly string[]): Promise<Preview> =>
    previewOnce(({ names }) => names.join() === expected.join());
  const ALL = [
    ...['Sitting with silence', 'Being asked', 'Self-disclosure', 'Sitting with silence'],
    ...['Being asked', 'Pace', 'Pace'],
  ];

  it('highlights coded passages and names their codes where they end', async () => {
    const { workbench, page } = window();
    await workbench.openFile('pp-01.md');
    await workbench.runCommand('Markdown: Open Preview to the Side');
    const { marks, paragraphs } = await namesOnce(ALL);
    const texts = marks.map(({ text }) => text);
    assert.ok(texts.includes('Some weeks I am the one who holds the pace'));
    // The passage that spans three turns: its own words in every paragraph, labels in bold within it.
    assert.deepEqual(
      texts.filter(text => /^(EA|PP1):$|stay so|back and forth/.test(text)),
      ['EA:', ' And does that stay so?', 'PP1:', ' It goes back and forth.'],
    );
    // The front matter and the first question are not coded.
    const first = paragraphs.filter(({ text }) => text.includes('Where were you'));
    assert.deepEqual(
      first.map(paragraph => paragraph.marks),
      [0],
    );
    await screenshot(page, 'preview-dark');
  });

  it('says on a passage what it is coded with and by whom', async () => {
    const { marks } = await namesOnce(ALL);
    assert.deepEqual(
      new Set(markOf(marks, 'had been foggy').title.split('\n')),
      new Set(['Sitting with silence (EA)', 'Self-disclosure (EA)', 'Self-disclosure (MB)', 'Being asked (EA)']),
    );
  });

  for (const theme of ['light', 'high contrast', 'high contrast light', 'dark'] as const) {
    it(`is drawn in colours for the ${theme} theme`, async () => {
      const { workbench, page } = window();
      await workbench.setTheme(theme);
      const wanted = theme.includes('light') ? '31, 122, 52' : '123, 207, 138';
      const text = 'And does that stay so?';
      const { marks } = await previewOnce(shown => markOf(shown.marks, text).lines.includes(wanted));
      const { tint, isTextKept } = markOf(marks, text);
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
    assert.deepEqual((await namesOnce([])).marks, []);
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
    const wanted = ['Pace', ...ALL].join();
    const { marks } = await previewOnce(
      ({ names, paragraphs }) => names.join() === wanted && paragraphs.some(({ text }) => text.includes('And now:')),
    );
    assert.equal(marks[0]?.text, 'Where were you');
  });
});

/** A coded passage, or the part of it in one paragraph, as it is drawn. */
interface Mark {
  readonly text: string;
  readonly title: string;
  readonly tint: string;
  readonly lines: string;
  /** Whether its text has the colour of the paragraph's. */
  readonly isTextKept: boolean;
}

/** The whole preview, read at once: it may be drawn anew at any time, and what is read before would not fit what is read after. */
interface Preview {
  readonly names: readonly string[];
  readonly marks: readonly Mark[];
  readonly paragraphs: readonly { readonly text: string; readonly marks: number }[];
}

/** The first mark that holds a text; one of nothing, where there is none. */
function markOf(marks: readonly Mark[], text: string): Mark {
  const none = { text: '', title: '', tint: '', lines: '', isTextKept: false };
  return marks.find(mark => mark.text.includes(text)) ?? none;
}

/** Runs inside the preview. */
function readPreview(body: HTMLElement | SVGElement): Preview {
  const all = (selector: string) => [...body.querySelectorAll<HTMLElement>(selector)];
  return {
    names: all('.verbatim-name').map(({ textContent }) => textContent),
    marks: all('mark.verbatim-coding').map(mark => {
      const { backgroundColor, backgroundImage, color } = getComputedStyle(mark);
      const around = mark.closest('p');
      return {
        text: mark.textContent,
        title: mark.title,
        tint: backgroundColor,
        lines: backgroundImage,
        isTextKept: around !== null && color === getComputedStyle(around).color,
      };
    }),
    paragraphs: all('p').map(paragraph => ({
      text: paragraph.textContent,
      marks: paragraph.querySelectorAll('mark').length,
    })),
  };
}
