// What pages of passages to review and the search by hand are made of, loaded with the first of them.
export { takePlaces } from '../../core/coding/reviewChoices.js';
export { passagesMeant, seenIn, transcriptAtHand } from '../coding/passages.js';
export { placedTitle } from './choices.js';
export { ReviewContent } from './content.js';
