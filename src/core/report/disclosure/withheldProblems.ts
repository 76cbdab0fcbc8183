import { frontEntries } from '../../analysis/query/fields/facts.js';
import { nameKey } from '../../analysis/query/fields/field.js';
import type { Problem } from '../../problem.js';
import { eachAtOnce } from '../../study/eachAtOnce.js';
import { PARTICIPANTS_FILE, STUDY_FILE } from '../../study/layout.js';
import type { Study } from '../../study/study.js';
import { didYouMean, nearest } from '../../text/nearest.js';
import type { FrontMatter } from '../../transcript/transcript.js';

const READ_AT_ONCE = 16;
/** Columns that are no attributes. */
const NOT_OFFERED = new Set(['participant', 'sessions']);

/**
 * What a study withholds and nothing in it is called, neither a column of `participants.csv` nor an entry of front matter: a slip, or something
 * that is still to come. Front matter is read only where columns do not have all names. Says nothing where a transcript cannot be read, as
 * the name may be in that.
 */
export async function withheldProblems(study: Study): Promise<Problem[]> {
  const { disclosure } = study.config;
  if (disclosure === undefined || disclosure.broken !== undefined) return [];
  const names = new Map(study.participants.columns.map(name => [nameKey(name), name]));
  const missing = (): string[] => disclosure.withhold.filter(name => !names.has(nameKey(name)));
  if (missing().length === 0) return [];
  try {
    await eachAtOnce(study.transcriptPaths(), READ_AT_ONCE, async path => {
      const front = await study.transcripts.frontMatter(path);
      for (const name of front === undefined ? [] : entriesOf(front)) names.set(nameKey(name), name);
    });
  } catch {
    return [];
  }
  const offered = [...names.values()].filter(name => !NOT_OFFERED.has(name) && name !== disclosure.publicIds);
  return missing().map(name => ({
    rule: 'withheld-attribute',
    severity: 'warning',
    file: STUDY_FILE,
    line: disclosure.withholdLines[disclosure.withhold.indexOf(name)] ?? disclosure.line,
    message: `Nothing in this study is called “${name}”, so nothing is held back by that name.`,
    remedy: didYouMean(
      nearest(name, offered),
      `Write the name of a column of ${PARTICIPANTS_FILE} or of an entry of front matter, or take it out of "withhold".`,
    ),
  }));
}

function entriesOf(frontMatter: FrontMatter): string[] {
  const names = [...frontEntries(frontMatter)].map(([name]) => name);
  if (frontMatter.date !== undefined) names.push('date');
  return frontMatter.interviewers.length > 0 ? [...names, 'interviewers'] : names;
}
