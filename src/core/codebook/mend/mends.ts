import type { Problem } from '../../problem.js';
import { EditedLines } from '../../text/composeEdits.js';
import type { LineEdit } from '../../text/lineEdit.js';
import { normaliseText } from '../../text/normalise.js';
import { changeHeading } from '../edit.js';
import { parseCodebook } from '../parse.js';
import { bracesMends } from './braces.js';
import { colorMends } from './color.js';
import { idMends } from './ids.js';
import { findPatient, type Mend, type Patient } from './mend.js';
import { parentMends } from './parent.js';
import { lowerHeading, titleMends } from './titles.js';

/**
 * The ways to mend a problem of the codebook, the best first; none where it is no longer there or needs a person's
 * thought.
 * @param raw the codebook as text
 * @param used ids that codings use
 */
export function mendsFor(raw: string, problem: Problem, used: ReadonlySet<string>): Mend[] {
  const patient = findPatient(raw, parseCodebook(raw), problem, used);
  return patient === undefined ? [] : mendsOf(patient).filter(mend => mend.edits.length > 0);
}

/**
 * Mends every problem for which there is a way that is safe.
 * @param rule only the problems of this rule
 * @returns the edits that do it all at once, and how many problems they mend
 */
export function mendAll(
  raw: string,
  used: ReadonlySet<string>,
  rule?: string,
): { readonly edits: readonly LineEdit[]; readonly mended: number } {
  const text = normaliseText(raw);
  const lines = text.split('\n');
  const isClosed = lines.at(-1) === '';
  const edited = new EditedLines(isClosed ? lines.slice(0, -1) : lines);
  let [now, mended] = [text, 0];
  for (let before = Number.POSITIVE_INFINITY; ; mended++) {
    const book = parseCodebook(now);
    // Each mend leaves fewer problems; one that does not would go on for ever.
    if (book.problems.length >= before) break;
    before = book.problems.length;
    const mend = firstSafe(now, book.problems, used, rule);
    if (mend === undefined) break;
    edited.apply(mend.edits);
    now = edited.now.join('\n') + (isClosed ? '\n' : '');
  }
  return { edits: edited.edits(), mended };
}

function firstSafe(
  raw: string,
  problems: readonly Problem[],
  used: ReadonlySet<string>,
  rule: string | undefined,
): Mend | undefined {
  const book = parseCodebook(raw);
  for (const problem of problems) {
    if (rule !== undefined && problem.rule !== rule) continue;
    const patient = findPatient(raw, book, problem, used);
    const [mend] = patient === undefined ? [] : mendsOf(patient).filter(({ edits }) => edits.length > 0);
    if (mend?.safe) return mend;
  }
  return undefined;
}

function mendsOf(patient: Patient): Mend[] {
  const { raw, problem, entry } = patient;
  if (problem.rule === 'codebook-title') return titleMends(patient);
  if (problem.rule === 'codebook-attributes') return bracesMends(patient);
  if (entry === undefined) return [];
  switch (problem.rule) {
    case 'codebook-color':
      return colorMends(raw, entry);
    case 'codebook-id':
    case 'duplicate-code-id':
      return idMends(patient, entry);
    case 'former-id-conflict': {
      const id = problem.data?.id ?? '';
      const left = entry.formerly.filter(former => former !== id).join(' ');
      const edits = changeHeading(raw, entry.line, { set: { formerly: left === '' ? undefined : left } });
      return [{ kind: 'remove-former', value: id, edits, safe: true }];
    }
    case 'parent-unknown':
    case 'parent-cycle':
      return parentMends(patient, entry);
    case 'codebook-second-title':
      return lowerHeading(patient, entry);
    default:
      return [];
  }
}
