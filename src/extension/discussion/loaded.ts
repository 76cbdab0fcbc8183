// What the commands of discussions do, loaded with the first of them.
export { addComment, replyTo } from '../../core/discussion/write.js';
export { beginEditing, cancelEditing, deleteComment, saveEdited, setDecision } from './changeComment.js';
export { CommentCompletion } from './linkItems.js';
export { followLink } from './links.js';
export { pickThread } from './pickThread.js';
export { subjectAt, subjectMeant } from './subjectMeant.js';
