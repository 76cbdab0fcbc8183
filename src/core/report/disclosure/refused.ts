import type { Problem } from '../../problem.js';

/** Thrown where a study's disclosure policy cannot be followed: then nothing leaves. `remedy` says what to do. */
export class DisclosureRefused extends Error {
  readonly remedy: string;

  constructor(problem: Pick<Problem, 'file' | 'line' | 'message' | 'remedy'>) {
    super(`Nothing is exported: ${problem.file}:${problem.line}: ${problem.message}`);
    this.remedy = problem.remedy;
  }
}
