// What the commands of coding do, loaded with the first of them.
export { tickFocused } from './codePicker.js';
export { codeAgain, codeInVivo, codeSelection, codeWithFavorite } from './codeSelection.js';
export { asCoding, asCodings, codingNamed } from './codingAtCursor.js';
export { editMemo } from './editMemo.js';
export { setFavorite } from './favorites.js';
export { markEvidence } from './markEvidence.js';
export { endHere, extendCoding, moveToSelection, shrinkCoding, startHere } from './moveCoding.js';
export { goToCoding } from './navigate.js';
export { addCodeTo, recodeCoding } from './recodeCoding.js';
export { removeCoding } from './removeCoding.js';
