import type { Workbench } from '../../test/e2e/support/workbench';

/** Milliseconds between two keys: a quick hand. */
const PACE = 55;
/** How long is looked on after a save and at the end, in milliseconds: what follows from it comes a little later. */
const LOOK_ON = 1_500;
const SENTENCES = [
  'and then she said that nobody had asked her, which took the wind out of it. ',
  'It was not planned at all. We sat there, the kettle was on, and somebody laughed. ',
  'You learn to wait. You learn to wait and not to fill the silence, I think. ',
];

/**
 * Types in the transcript that has the keyboard as a person does: at its beginning, before all that is coded, and in the middle, among and within
 * coded passages; takes letters and whole steps back, copies and pastes lines, saves twice.
 */
export async function typeAsAPerson({ page, editor }: Workbench): Promise<void> {
  const { keyboard } = page;
  const type = (text: string): Promise<void> => keyboard.type(text, { delay: PACE });
  const times = async (key: string, count: number): Promise<void> => {
    for (let i = 0; i < count; i++) await keyboard.press(key, { delay: PACE / 2 });
  };
  await keyboard.press('ControlOrMeta+Home');
  // Past the front matter, to the end of the first turn.
  await times('ArrowDown', 6);
  await keyboard.press('End');
  await type(` ${SENTENCES[0]}`);
  await times('Backspace', 12);
  await times('PageDown', 5);
  await keyboard.press('End');
  await type(` ${SENTENCES[1]}`);
  await times('ArrowLeft', 30);
  await type(`${SENTENCES[2]}`);
  await times('Shift+ArrowUp', 3);
  await keyboard.press('ControlOrMeta+C');
  await times('ArrowRight', 1);
  await keyboard.press('ControlOrMeta+V');
  await type('So, yes. ');
  await times('ControlOrMeta+Z', 3);
  await editor.save();
  await type('And that was the day. ');
  await page.waitForTimeout(LOOK_ON);
  await times('ControlOrMeta+Z', 2);
  await type('Or nearly. ');
  await editor.save();
  await page.waitForTimeout(LOOK_ON);
}
