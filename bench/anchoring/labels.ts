import { type Characters, inserted } from './characters.js';

/** How turns are labelled; those with a time stand beside those without. */
export const LABEL_STYLES = [
  '**A:** text',
  'A: text',
  '**A**: text',
  '**A** text',
  '[0:00] A: text',
  'A [0:00]: text',
  'A: text #0:00#',
  '### A:',
  '### A',
  'A：text',
] as const;
export type LabelStyle = (typeof LABEL_STYLES)[number];

/** What stands before and behind the words of a turn. */
export interface Label {
  readonly before: Characters;
  readonly after: Characters;
}

/**
 * The label of a turn.
 * @param seconds when it begins
 */
export function labelOf(style: LabelStyle, speaker: string, seconds: number): Label {
  const time = clock(seconds);
  const [before, after] = {
    '**A:** text': [`**${speaker}:** `, ''],
    'A: text': [`${speaker}: `, ''],
    '**A**: text': [`**${speaker}**: `, ''],
    '**A** text': [`**${speaker}** `, ''],
    '[0:00] A: text': [`[${time}] ${speaker}: `, ''],
    'A [0:00]: text': [`${speaker} [${time}]: `, ''],
    'A: text #0:00#': [`${speaker}: `, ` #${time}-${seconds % 10}#`],
    '### A:': [`### ${speaker}:\n\n`, ''],
    '### A': [`### ${speaker}\n\n`, ''],
    'A：text': [`${speaker}：`, ''],
  }[style] as [string, string];
  return { before: inserted(before), after: inserted(after) };
}

/** `00:12:31`. */
export function clock(seconds: number): string {
  const two = (figure: number): string => String(Math.floor(figure)).padStart(2, '0');
  return `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
}
