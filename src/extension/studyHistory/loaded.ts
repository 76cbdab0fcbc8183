// What a page of the history is made of, loaded with the first one.
export { HistoryContent } from './historyContent.js';
export { HistoryReader } from './historyReader.js';
