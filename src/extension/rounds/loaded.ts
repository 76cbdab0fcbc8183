// What the commands of blind rounds do, loaded with the first of them.
export { closeMyRound } from './closeMine.js';
export { startRound } from './start.js';
export { verifyOneRound } from './verifyOne.js';
