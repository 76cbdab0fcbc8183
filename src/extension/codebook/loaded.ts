// What the commands that change the codebook do, loaded with the first of them.
export { deleteSelected } from './delete.js';
export { chooseColor, define, rename, setPhase } from './describe.js';
export { merge, unmerge } from './merge.js';
export { demote, group, move, moveStep, moveTo, promote } from './move.js';
export { newCode, newSubtheme, newTheme } from './newEntry.js';
export { toggleScope } from './toggleScope.js';
