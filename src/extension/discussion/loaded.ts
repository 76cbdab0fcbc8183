// What the commands of discussions do, loaded with the first of them.
export { beginEditing, cancelEditing, deleteComment, saveEdited, setDecision } from './changeComment.js';
export { CommentCompletion } from './linkItems.js';
export { followLink } from './links.js';
export { pickThread } from './pickThread.js';
export { subjectAt, subjectMeant } from './subjectMeant.js';
