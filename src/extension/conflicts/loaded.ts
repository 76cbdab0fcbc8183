// What deciding questions takes, loaded with the first one.
export { Deciding } from '../../core/analysis/questions/deciding.js';
export { ChoiceMemory } from './choiceMemory.js';
export { ConflictsContent } from './conflictsContent.js';
export { decideMarks } from './decideMarks.js';
export { decideUnderWay } from './decideUnderWay.js';
export { giveUp } from './finish.js';
export { settle } from './settle.js';
