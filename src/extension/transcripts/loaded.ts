// What the commands of the Transcripts view do, loaded with the first of them.
export { askForStates } from './filter.js';
export { openNextUnread } from './openNext.js';
export { askState, markAs } from './setState.js';
