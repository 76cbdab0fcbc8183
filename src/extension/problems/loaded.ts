// What the light bulb on a problem offers, and doing it, loaded when it is asked for the first time.
export { moveFilesAlong } from '../renames/moveFix.js';
export { CodebookQuickFixes } from './codebookQuickFixes.js';
export { fixCodebook } from './fixCodebook.js';
export { fixProblem, QuickFixes } from './quickFixes.js';
