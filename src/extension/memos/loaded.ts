// What is done with memos, loaded when it is asked for the first time.
export { MemoCompletion } from './completion.js';
export { MentionHover } from './mentionHover.js';
export { MemoDefinition, MemoLinks, MemoReferences } from './navigation.js';
export { newMemo } from './newMemo.js';
export { openMemo } from './openMemo.js';
export { MemoQuickFixes } from './quickFixes.js';
export { quoteInMemo } from './quoteInMemo.js';
export { showMemos } from './showMemos.js';
