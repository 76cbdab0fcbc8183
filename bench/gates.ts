import type { CodebookFigures } from './codebook.js';
import type { PickerFigures } from './picker.js';
import type { TogetherFigures } from './together.js';
import type { TypingFigures } from './typing.js';

/** Something that must hold. Gates are on ratios and growth, never on milliseconds: machines differ and are busy. */
export interface Gate {
  readonly name: string;
  readonly holds: boolean;
  readonly found: string;
}

/** Four times the codes: in proportion would be 4, squared 16. */
const CODEBOOK_LIMIT = 8;
/** A change reads the codebook before, in between and afterwards, to prove that it did what it should. */
const MOVE_LIMIT = 6;
/** Four times the codings of a transcript: in proportion would be 4, squared 16. */
const TOGETHER_LIMIT = 8;
/** A letter in the picker beside a pass over the text of all codes that puts it in lower case and looks for what was typed. */
const KEYSTROKE_LIMIT = 3;
/** The list before anything is typed, beside the same pass. */
const PICKER_LIMIT = 8;
/** Four times the codes: in proportion would be 4, squared 16. */
const PICKER_GROWTH_LIMIT = 8;
/** A letter typed in a coded transcript beside a look at every character of it. */
const LETTER_LIMIT = 12;
/** Four times the codings: in proportion would be 4, squared 16. */
const LETTER_GROWTH_LIMIT = 6;
/** The gates for the codebook, the theme map, the picker and typing. */
export function gates(
  codebook: CodebookFigures,
  together: TogetherFigures,
  picker: PickerFigures,
  typing: TypingFigures,
): Gate[] {
  return [
    atMost(`parsing four times the codes takes at most ${CODEBOOK_LIMIT} × the time`, codebook.growth, CODEBOOK_LIMIT),
    atMost(
      `dragging ten codes costs at most ${MOVE_LIMIT} × parsing the codebook once`,
      codebook.moveToParse,
      MOVE_LIMIT,
    ),
    atMost(
      `dragging ten codes among four times as many takes at most ${CODEBOOK_LIMIT} × the time`,
      codebook.moveGrowth,
      CODEBOOK_LIMIT,
    ),
    atMost(
      `finding codes that stand together among four times the codings takes at most ${TOGETHER_LIMIT} × the time`,
      together.growth,
      TOGETHER_LIMIT,
    ),
    ...ofPicker(picker),
    ...ofTyping(typing),
  ];
}

function ofPicker({ openToPass, keystrokeToPass, growth: letters, prepareGrowth }: PickerFigures): Gate[] {
  const pass = 'a plain look through the text of all codes';
  return [
    atMost(`opening the code picker costs at most ${PICKER_LIMIT} × ${pass}`, openToPass, PICKER_LIMIT),
    atMost(`a letter in the code picker costs at most ${KEYSTROKE_LIMIT} × ${pass}`, keystrokeToPass, KEYSTROKE_LIMIT),
    atMost(
      `a letter among four times the codes takes at most ${PICKER_GROWTH_LIMIT} × the time`,
      letters,
      PICKER_GROWTH_LIMIT,
    ),
    atMost(
      `making four times the codes ready for typing takes at most ${PICKER_GROWTH_LIMIT} × the time`,
      prepareGrowth,
      PICKER_GROWTH_LIMIT,
    ),
  ];
}

function ofTyping({ codings, letterToPass, growth: more }: TypingFigures): Gate[] {
  const letter = `a letter typed among ${codings} codings`;
  return [
    atMost(
      `${letter} costs at most ${LETTER_LIMIT} × a look at every character of the text`,
      letterToPass,
      LETTER_LIMIT,
    ),
    atMost(
      `${letter} takes among four times as many at most ${LETTER_GROWTH_LIMIT} × the time`,
      more,
      LETTER_GROWTH_LIMIT,
    ),
  ];
}

/** Holds where what was found is no more than the limit. */
export function atMost(name: string, found: number, limit: number): Gate {
  return { name, holds: found <= limit, found: shown(found) };
}

/** Holds where what was found is no less than the limit. */
export function atLeast(name: string, found: number, limit: number): Gate {
  return { name, holds: found >= limit, found: shown(found) };
}

const shown = (found: number): string => (Number.isInteger(found) ? String(found) : found.toFixed(2));
