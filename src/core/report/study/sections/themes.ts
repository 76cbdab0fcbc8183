import type { EntryEvidence } from '../../../analysis/evidence/evidence.js';
import { evidenceSentence } from '../../../analysis/evidence/sentence.js';
import type { CodebookEntry } from '../../../codebook/codebook.js';
import { emphasis, note, paragraph, quotation, section, strong, table } from '../../document/build.js';
import type { Block, Section } from '../../document/document.js';
import { quotesFor } from '../quoted.js';
import type { ReportSources } from '../sources.js';
import { inWords, listed } from '../words.js';

/** The themes: what they mean, who said what they stand for and who did not, and the words that were chosen for them. */
export function themesSection(sources: ReportSources): Section {
  const { corpus, evidence } = sources;
  const roots = corpus.study.codebook.roots.filter(({ kind }) => kind === 'theme');
  if (roots.length === 0) return section('Themes', [note('There are no themes yet.')]);
  const counted = new Map(evidence.map(one => [one.entry, one]));
  const count = `${inWords(roots.length)} ${roots.length === 1 ? 'theme' : 'themes'}`;
  const subthemes = roots.map(root => subthemesOf(root).length);
  const lead = `The analysis has ${count}, with ${listed(subthemes.map(inWords))} ${subthemes.length === 1 && subthemes[0] === 1 ? 'subtheme' : 'subthemes'}.`;
  const ofWhom = evidence.some(hasRoles) ? ' of a role' : '';
  const words = `Words such as “most” stand for shares of the people${ofWhom}, and their numbers stand beside them. Counted are people, not excerpts; somebody said it whose words are in at least one excerpt that does not contradict the theme.`;
  return section(
    'Themes',
    [paragraph(lead), paragraph(words)],
    roots.map(root => themeSection(root, sources, counted)),
  );
}

function themeSection(
  entry: CodebookEntry,
  sources: ReportSources,
  counted: ReadonlyMap<CodebookEntry, EntryEvidence>,
): Section {
  const below = subthemesOf(entry);
  const codes = entry.children.filter(({ kind }) => kind === 'code').map(({ title }) => title);
  const own = counted.get(entry);
  return section(
    entry.title,
    [
      paragraph(
        entry.definition === undefined ? [emphasis('No definition yet.')] : sources.publicText(entry.definition),
      ),
      ...(codes.length === 0 ? [] : [paragraph([strong('Codes: '), `${codes.join('; ')}.`])]),
      ...(own === undefined ? [] : whoSaidIt(own)),
      ...(below.length > 0 ? [] : quotes(entry, sources)),
    ],
    below.map(one => themeSection(one, sources, counted)),
  );
}

const hasRoles = ({ roles }: EntryEvidence): boolean => roles.some(({ role }) => role !== '');

function whoSaidIt(evidence: EntryEvidence): Block[] {
  const { entry, roles } = evidence;
  const rows = roles.map(({ role, word, said, against, silent, people }) => [
    ...(hasRoles(evidence) ? [role || 'no role'] : []),
    word,
    `${said.length} of ${people}${said.length === 0 ? '' : `: ${said.join(', ')}`}`,
    against.join(', ') || '–',
    silent.join(', ') || '–',
  ]);
  const titles = [...(hasRoles(evidence) ? ['Role'] : []), 'Word', 'Said it', 'Spoke against it only', 'Did not'];
  return [
    paragraph(evidenceSentence(evidence)),
    ...(rows.length === 0 ? [] : [table(`Who said it: ${entry.title}`, titles, rows)]),
  ];
}

function quotes(entry: CodebookEntry, { quoted }: ReportSources): Block[] {
  const chosen = quotesFor(entry, quoted);
  if (chosen.length === 0)
    return [note('No manuscript quotes anything for this theme, and the codebook gives no example.')];
  const lead =
    chosen[0]?.from === 'manuscript'
      ? 'Quoted in the manuscript:'
      : 'Examples from the codebook; no manuscript quotes anything for this theme:';
  return [paragraph(lead), ...chosen.map(({ words, who }) => quotation(words, who || 'not attributed'))];
}

const subthemesOf = ({ children }: CodebookEntry): CodebookEntry[] => children.filter(({ kind }) => kind === 'theme');
