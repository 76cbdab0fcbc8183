// What showing discussions and taking part in them takes, loaded when there is a document or a command for it.
export { addComment, replyTo } from '../../core/discussion/write.js';
export { beginEditing, cancelEditing, deleteComment, saveEdited, setDecision } from './changeComment.js';
export { CommentCompletion } from './linkItems.js';
export { followLink } from './links.js';
export { pickThread } from './pickThread.js';
export { placeOfSubject, placeOfThread, threadsIn } from './places.js';
export { subjectAt, subjectMeant } from './subjectMeant.js';
