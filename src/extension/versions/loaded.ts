// What the commands that save and exchange versions do, loaded with the first of them.
export { atWork } from './begin.js';
export { sayFailure } from './failures.js';
export { getWork } from './getWork.js';
export { saveVersion } from './saveVersion.js';
export { sendWork } from './sendForReview.js';
export { showReviews } from './showReviews.js';
