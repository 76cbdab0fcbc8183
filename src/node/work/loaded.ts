// What making versions of a study needs, loaded when somebody asks for that.
export { GitExchange } from './exchange.js';
export { NodeStudyWork } from './nodeStudyWork.js';
