import type { CodebookEntry } from '../../../codebook/codebook.js';
import { themePath } from '../../../codebook/query.js';
import { emphasis, note, paragraph, section, strong, table } from '../../document/build.js';
import type { Run, Section, Words } from '../../document/document.js';
import type { ReportSources } from '../sources.js';

/** All themes and codes as a table, with their definitions and how many people said what they stand for. */
export function codebookSection({ corpus, evidence, publicText }: ReportSources): Section {
  const { codebook } = corpus.study;
  if (codebook.entries.length === 0) return section('Codebook', [note('There are no themes or codes yet.')]);
  const counted = new Map(evidence.map(one => [one.entry.id, one]));
  const people = evidence[0]?.all.people ?? 0;
  const rows = codebook.entries.map(entry => {
    const own = counted.get(entry.id);
    return [
      nameOf(entry),
      rulesOf(entry, publicText),
      own === undefined ? '' : String(own.all.said.length),
      own === undefined ? '' : String(own.count),
    ];
  });
  const themes = codebook.entries.filter(({ kind }) => kind === 'theme').length;
  const codes = codebook.entries.length - themes;
  return section('Codebook', [
    paragraph(`${themes} themes and subthemes, ${codes} codes, in the order of the codebook. Themes are set in bold.`),
    table(
      'Themes and codes',
      ['Theme or code', 'Definition and rules', `Said by (of ${people}) #`, 'Excerpts #'],
      rows,
    ),
  ]);
}

/** Themes in bold; codes with the theme they are in before them, for tables have no levels. */
function nameOf(entry: CodebookEntry): Words {
  const path = themePath(entry);
  if (entry.kind === 'theme') return [strong(entry.title)];
  return path.length === 0 ? entry.title : [entry.title, emphasis(` — ${path.at(-1)}`)];
}

function rulesOf(
  { definition, include, exclude, example }: CodebookEntry,
  publicText: (text: string) => string,
): Words {
  const runs: Run[] = [definition === undefined ? emphasis('No definition yet.') : publicText(definition)];
  const add = (title: string, texts: readonly string[]): void => {
    for (const text of texts) runs.push(' ', emphasis(`${title}: `), publicText(text));
  };
  add('Include', include);
  add('Exclude', exclude);
  add('Example', example);
  return runs;
}
