/** What makes the editor ask for completion in memos and comments, besides Ctrl+Space. */
export const MEMO_TRIGGERS = ['[', '#'];
