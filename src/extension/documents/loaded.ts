// What following codings through a save takes, loaded with the first one.
export { afterSave } from '../../core/anchoring/follow.js';
export { writeFollowed } from '../../core/study/writeFollowed.js';
