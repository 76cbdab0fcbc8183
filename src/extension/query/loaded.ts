// What the commands that ask the data take, loaded with the first of them.
export { formatQuery } from '../../core/analysis/query/format.js';
export { parseSavedQuery } from '../../core/analysis/query/saved/savedQuery.js';
export { savedQuestions } from './saved.js';
