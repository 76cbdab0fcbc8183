export { didYouMean, nearest } from '../core/text/nearest.js';
