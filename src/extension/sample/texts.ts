import * as vscode from 'vscode';
import type { Presence, Sample } from '../../core/analysis/sample/sample.js';
import type { SampleTexts } from '../../webview/sample/protocol.js';
import { whyNot } from './words.js';

/** The words of the page in the language of VS Code. */
export function sampleTexts(): SampleTexts {
  const { t } = vscode.l10n;
  return {
    saveCsv: t('Save as CSV…'),
    saveMarkdown: t('Save as Markdown…'),
    readAll: t('Read the Rest'),
    stopped: t('Reading was stopped: some transcripts are missing here.'),
    statements: t('How many took part'),
    tableKeys: t('Enter opens it; arrow keys go to the others.'),
  };
}

/** What is said where there is nothing to count. */
export function nothingTexts(): { readonly heading: string; readonly text: string } {
  const { t } = vscode.l10n;
  return {
    heading: t('No sessions yet'),
    text: t(
      'Put transcripts into a folder “transcripts”, one Markdown file a session. The front matter may say kind, participants and date; a file participants.csv gives people their roles.',
    ),
  };
}

/** What holds for everything the page says. */
export function notesOn(sample: Sample): string[] {
  const { t } = vscode.l10n;
  return [
    t('A place is one person in one session; people are counted once. Those who ask do not count.'),
    sample.hasScope
      ? t('Only those take part who speak in passages that are marked as in scope.')
      : t('No code marks what is in scope, so everybody who speaks takes part.'),
  ];
}

/** What is missing for an account of the sample, and what to do. */
export function adviceOn(sample: Sample): string[] {
  const { t } = vscode.l10n;
  if (sample.hasList) return [];
  return [
    t(
      'There is no list of people yet, so nobody has a role. Make a file participants.csv beside codebook.md: a first row “participant,role”, then one row a person, such as “PP3,peer”. Further columns are attributes; never write names or contact data into it.',
    ),
  ];
}

const APART: readonly (Exclude<Presence, 'took-part'> | 'absent')[] = [
  'outside',
  'unread',
  'unlabelled',
  'silent',
  'absent',
];

/** Who is known and not in the sample, and who speaks and is not known. */
export function apartFrom(sample: Sample): { readonly heading: string; readonly lines: readonly string[] } {
  const { t } = vscode.l10n;
  const people = APART.flatMap(presence => {
    const ids = sample.people.filter(person => person.presence === presence).map(({ id }) => id);
    return ids.length === 0 ? [] : [`${ids.join(', ')}: ${whyNot(presence)}`];
  });
  const labels = sample.sessions.flatMap(({ name, undeclared }) =>
    undeclared.map(({ speaker }) => `${speaker} (${name})`),
  );
  const remedy = t(
    'They speak and are not declared. Name them in participants.csv or under “participants”, “speakers” or “interviewer” in the front matter.',
  );
  return {
    heading: t('Not in the sample'),
    lines: [...people, ...(labels.length === 0 ? [] : [`${labels.join(', ')}: ${remedy}`])],
  };
}
