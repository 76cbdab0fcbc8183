import { countOf } from '../../../text/countOf.js';
import { list, note, paragraph, section, table } from '../../document/build.js';
import type { Section } from '../../document/document.js';
import type { ReportSources } from '../sources.js';
import { listed, period } from '../words.js';

/** Who did what, by what the files and their history show. */
export function teamSection({ contributors, corpus, discussed, publicText }: ReportSources): Section {
  const coders = contributors.filter(({ codings }) => codings > 0);
  if (contributors.length === 0) return section('Who did what', [note('Nobody has coded yet.')]);
  const total = corpus.transcripts.length;
  const said = coders.map(
    ({ name, codings, transcripts }) =>
      `${name} coded ${transcripts} of ${total} transcripts (${countOf(codings, 'coding')})`,
  );
  const shared = corpus.transcripts.filter(
    ({ excerpts }) => new Set(excerpts.map(({ coder }) => coder)).size > 1,
  ).length;
  const both = coders.length < 2 ? '' : ` ${shared} of ${total} transcripts were coded by more than one person.`;
  const rows = contributors.map(({ name, codings, transcripts, versions, comments, from, to }) => [
    name,
    ...[transcripts, codings, versions, comments].map(String),
    period(from, to),
  ]);
  const decisions = discussed.decisions.map(
    ({ on, text, by, day }) => `${day}, ${by}, on ${publicText(on)}: ${publicText(text)}`,
  );
  return section('Who did what', [
    paragraph(coders.length === 0 ? 'Nobody has coded yet.' : `${listed(said)}.${both}`),
    table(
      'Work that the files of the study show',
      ['Person', 'Transcripts coded #', 'Codings #', 'Versions saved #', 'Comments #', 'From, to'],
      rows,
    ),
    paragraph(
      'People are named as the folders of their codings and the versions they saved name them. What was said in meetings is not in these figures.',
    ),
    ...(decisions.length === 0 ? [] : [paragraph('Decisions that are recorded in discussions:'), list(decisions)]),
  ]);
}
