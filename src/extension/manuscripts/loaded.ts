// What reading and checking manuscripts takes, loaded with the first one.
export { checkManuscript } from '../../core/manuscript/check.js';
export { manuscriptPeople } from '../../core/manuscript/people.js';
export { quotationProblems } from '../../core/manuscript/problems.js';
export { readManuscript } from '../../core/manuscript/read.js';
export { CodePoints } from '../../core/text/codePoints.js';
export { pickManuscript } from '../quote/pickManuscript.js';
export { insertQuotation } from './insertQuotation.js';
export { QuotationQuickFixes } from './quickFixes.js';
export { QuotationHover } from './quotationHover.js';
export { showSource } from './showSource.js';
