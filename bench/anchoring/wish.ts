import { parseArgs } from 'node:util';
import { combinedEdits, singleEdits } from './edits/edits.js';
import { ours } from './methods/ours.js';

/** What is to be run. */
export interface Wish {
  readonly seed: number;
  readonly transcripts: number;
  /** This transcript alone. */
  readonly transcript?: number;
  /** Begins the names of the edits to run; all where it is empty. */
  readonly edit: string;
  /** How many failures to print. */
  readonly failures: number;
  /** Whose failures. */
  readonly method: string;
  /** Begins the verdict of those to print. */
  readonly verdict: string;
  readonly onlyOurs: boolean;
  /** Whether every edit of every transcript is run: only then gates are judged and the speed is measured. */
  readonly isWhole: boolean;
}

/**
 * Reads what stands behind `npm run bench -- anchoring`:
 *
 * - `--seed N`: other transcripts and edits
 * - `--transcripts N`, `--transcript N`: so many, or this one alone
 * - `--edit NAME`: edits whose name begins like this
 * - `--failures N`: prints the first N cases that were not right, or had this `--verdict`, of ours or of another `--method`
 * - `--ours`: without the methods it is compared with
 *
 * @returns a sentence where it asks for something that does not exist
 */
export function readWish(args: readonly string[]): Wish | string {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: '1' },
      transcripts: { type: 'string', default: '48' },
      transcript: { type: 'string' },
      edit: { type: 'string', default: '' },
      failures: { type: 'string', default: '0' },
      method: { type: 'string', default: ours.name },
      verdict: { type: 'string', default: '' },
      ours: { type: 'boolean', default: false },
    },
  });
  const names = [...singleEdits, ...combinedEdits].map(({ name }) => name);
  if (!names.some(name => name.startsWith(values.edit))) {
    return `There is no edit “${values.edit}”; choose among: ${names.join('; ')}.`;
  }
  const { seed, transcripts, transcript, failures } = values;
  const wrong = [seed, transcripts, transcript ?? '0', failures].find(figure => !/^\d+$/.test(figure));
  if (wrong !== undefined) return `“${wrong}” is not a whole number.`;
  return {
    seed: Number(seed),
    transcripts: Number(transcripts),
    ...(transcript !== undefined && { transcript: Number(transcript) }),
    edit: values.edit,
    failures: Number(failures),
    method: values.method,
    verdict: values.verdict,
    onlyOurs: values.ours,
    isWhole: values.edit === '' && transcript === undefined,
  };
}
