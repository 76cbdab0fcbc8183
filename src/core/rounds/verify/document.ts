import { contradictionWords, reasonWords, versionWords } from './reasons.js';
import type { CoderReport, PairReport, RoundReport } from './report.js';

/** What no history can show, however clean it is. */
export const LIMITS: readonly string[] = [
  'Looking leaves no trace: a file opened outside of Verbatim, a screen seen, a branch fetched and read without putting it together with one’s own.',
  'A history that was written anew (rebase, amend, reset, forced push) shows what it is now, not what it was. Versions that are in no branch any more are not looked at.',
  'Names and dates are as whoever saved a version claims. Only ids and ancestry count here.',
  'Who was at the keyboard: a folder is a name.',
];

const VERDICTS: Readonly<Record<PairReport['verdict'], string>> = {
  shown: 'Shown',
  contradicted: 'Contradicted',
  unknown: 'Cannot be shown',
};

/** A verdict in words. */
export function verdictWords({ verdict }: Pick<PairReport, 'verdict'>): string {
  return VERDICTS[verdict];
}

/**
 * A report as a Markdown document.
 * @param unsaved paths of work on the round that is in no version yet
 * @param safe makes a text from the study one that does nothing in the document
 */
export function* reportDocument(
  report: RoundReport,
  unsaved: readonly string[],
  safe: (text: string) => string,
): Generator<string> {
  yield `# Blind round “${safe(report.name)}”\n\n`;
  if (report.opening !== undefined) {
    yield `Opened by ${safe(report.openedBy)} in ${safe(versionWords(report.opening))}.\n`;
  }
  yield `Transcripts: ${report.transcripts.map(safe).join(', ')}.\n`;
  for (const pair of report.pairs) yield* pairSection(pair, safe);
  yield '\n## Coders\n\n';
  for (const coder of report.people) yield `- ${safe(coderWords(coder))}\n`;
  if (unsaved.length > 0) {
    yield `\nNot saved as a version, and not looked at: ${unsaved.map(safe).join(', ')}.\n`;
  }
  yield '\n## What no history can show\n\n';
  for (const limit of LIMITS) yield `- ${limit}\n`;
}

function* pairSection(pair: PairReport, safe: (text: string) => string): Generator<string> {
  const [a, b] = pair.coders;
  yield `\n## ${safe(a)} and ${safe(b)}: ${verdictWords(pair).toLowerCase()}\n\n`;
  if (pair.verdict === 'shown') {
    yield `No version of what either coded between the opening and their own closing was made on a history that holds what the other coded in the round.\n`;
    return;
  }
  if (pair.contradictions.length > 0) {
    for (const one of pair.contradictions) yield `- ${safe(contradictionWords(one))}\n`;
    yield '\nThat may be how it was made, or come of versions that were put on top of others later (rebase, squash).\n';
    if (pair.reasons.length > 0) yield '\nBesides:\n\n';
  }
  for (const reason of pair.reasons) yield `- ${safe(reasonWords(reason))}\n`;
}

/** Where a coder stands, in one or two sentences. */
export function coderWords({ coder, closing, versions, records, changedSince }: CoderReport): string {
  const work = `${count(records, 'coding or note', 'codings and notes')} in ${count(versions, 'version', 'versions')}`;
  if (closing === undefined) return `${coder} has not closed the round: ${work} so far.`;
  const since =
    changedSince === 0
      ? 'Nothing of it was changed since.'
      : `${count(changedSince, 'coding or note was', 'codings and notes were')} changed since: work out agreement on that version.`;
  return `${coder} closed the round in ${versionWords(closing)}: ${work}. ${since}`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
