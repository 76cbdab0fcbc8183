import { themePath } from '../../codebook/query.js';
import { escapeForExport, markdownTable } from '../../report/markdown.js';
import type { CorpusExcerpt } from '../corpus/corpus.js';
import { type EntryEvidence, MARKS, type Mark, type Voices } from './evidence.js';
import { evidenceSentence } from './sentence.js';
import { overviewTable, peopleTable } from './tables.js';

/** What excerpts of a mark are headed with. */
export const MARK_TITLES: Readonly<Record<Mark, string>> = {
  supports: 'Supporting excerpts',
  nuances: 'Nuancing excerpts',
  contradicts: 'Contradicting excerpts (negative cases)',
  unmarked: 'Excerpts without a mark',
};

/** Who said it and who did not, as a document in Markdown. */
export function* evidenceDocument(evidence: EntryEvidence): Generator<string> {
  const { entry, roles, kinds, sessions, excerpts } = evidence;
  const path = themePath(entry);
  yield `# Who said it: ${escapeForExport(entry.title)}\n`;
  if (path.length > 0) yield `\n${path.map(escapeForExport).join(' › ')}\n`;
  yield `\n${escapeForExport(evidenceSentence(evidence))}\n`;
  const notCounted = notCountedInWords(evidence);
  if (notCounted !== '') yield `\n${notCounted}\n`;
  yield `\n## By role\n\n${voicesTable('Role', roles, ({ role }) => role || '(no role)')}`;
  yield `\n## Everybody\n\n${markdownTable(...partsOf(peopleTable(evidence)))}`;
  if (kinds.length > 0)
    yield `\n## By kind of session\n\n${voicesTable('Kind', kinds, ({ kind, sessions: n }) => `${kind || '(not said)'}, ${n}`)}`;
  if (sessions.length > 0) yield `\n## By session\n\n${voicesTable('Session', sessions, ({ name }) => name)}`;
  for (const mark of MARKS) {
    const some = excerpts[mark];
    if (some.length === 0) continue;
    yield `\n## ${MARK_TITLES[mark]}\n`;
    for (const excerpt of some) yield `\n${blockQuote(excerpt)}`;
  }
}

/** All themes and codes in one table. */
export function* overviewDocument(all: readonly EntryEvidence[]): Generator<string> {
  yield '# Who said what\n\n';
  if (all.length === 0) yield 'There are no themes or codes yet.\n';
  else yield markdownTable(...partsOf(overviewTable(all)));
}

/** What is left out of the counts, in a sentence; empty where nothing is. */
export function notCountedInWords({ outOfScope, inDoubt, byOthers }: EntryEvidence): string {
  const parts = [
    outOfScope === 0 ? '' : `${outOfScope} out of scope`,
    inDoubt === 0 ? '' : `${inDoubt} without a certain place`,
  ].filter(part => part !== '');
  return [
    parts.length === 0 ? '' : `Not counted: ${parts.join(', ')}.`,
    byOthers === 0 ? '' : `In ${byOthers} ${byOthers === 1 ? 'excerpt' : 'excerpts'} nobody of the sample speaks.`,
  ]
    .filter(part => part !== '')
    .join(' ');
}

const partsOf = <T extends { columns: unknown; rows: unknown }>({ columns, rows }: T): [T['columns'], T['rows']] => [
  columns,
  rows,
];

function voicesTable<T extends Voices>(title: string, groups: readonly T[], nameOf: (group: T) => string): string {
  const columns = [
    { title },
    { title: 'Word' },
    { title: 'Said it' },
    { title: 'Against it only' },
    { title: 'Did not' },
  ];
  const cell = (ids: readonly string[], of: number): string =>
    ids.length === 0 ? `0 of ${of}` : `${ids.length} of ${of}: ${ids.join(', ')}`;
  return markdownTable(
    columns,
    groups.map(group => {
      const { word, said, against, silent, people } = group;
      return [nameOf(group), word, cell(said, people), against.join(', '), cell(silent, people)];
    }),
  );
}

function blockQuote({ text, voices, transcript, line, coder, coding }: CorpusExcerpt): string {
  const place = line === undefined ? transcript.path : `${transcript.path}, line ${line}`;
  const who = [voices.map(({ speaker }) => speaker).join(', '), place, `coded by ${coder}`];
  const memo = coding.memo === undefined ? '' : `\nMemo: ${escapeForExport(coding.memo)}\n`;
  const from = who
    .filter(part => part !== '')
    .map(escapeForExport)
    .join('; ');
  return `> ${escapeForExport(text)}\n>\n> — ${from}\n${memo}`;
}
