import { plural } from '../../analysis/evidence/sentence.js';
import { kindsInWords } from '../../analysis/sample/english.js';
import type { Sample } from '../../analysis/sample/sample.js';
import type { ReportSources } from '../study/sources.js';

/** A thing that is counted, under the names a manuscript may give it. */
export interface CountedThing {
  /** As a pattern without groups. */
  readonly pattern: string;
  /** What it is called where it is told what the data say. */
  readonly name: string;
  /** All numbers of it that are true, each with what it is the number of; the first is that of everything. */
  readonly values: readonly { readonly value: number; readonly of: string; readonly role?: string }[];
}

/** A role with its numbers. */
export interface CountedRole {
  readonly role: string;
  readonly pattern: string;
  readonly people: number;
  /** Numbers of those who could have taken part, as the study file says them. */
  readonly pools: readonly { readonly value: number; readonly of: string }[];
}

/** Pattern of a word in the singular and the plural. */
export const wordPattern = (text: string): string =>
  `${text.trim().split(/\s+/).map(escapePattern).join('[\\s-]+')}(?:s|es)?`;

/** The roles of the sample. */
export function rolesOf({ groups, ledger }: Sample): CountedRole[] {
  return groups.flatMap(({ role, sum }) => {
    if (role === undefined) return [];
    const row = ledger.find(({ group }) => group.toLowerCase() === role.toLowerCase());
    const pools = [
      ...(row?.eligible === undefined ? [] : [{ value: row.eligible, of: 'eligible' }]),
      ...(row?.approached === undefined ? [] : [{ value: row.approached, of: 'approached' }]),
    ];
    return [{ role, pattern: wordPattern(role), people: sum.people, pools }];
  });
}

/** Everything that is counted but people. */
export function thingsOf(sources: ReportSources): CountedThing[] {
  const { sample, corpus, balance, contributors, evidence } = sources;
  const kinds = sample.kinds
    .filter(({ label }) => label !== '')
    .map(({ key, label }): CountedThing => {
      const of = (sum: Sample['total']): number => sum.kinds.find(({ kind }) => kind === key)?.sessions ?? 0;
      const roles = sample.groups.map(({ role = 'no role', sum }) => ({ value: of(sum), of: role, role }));
      return {
        pattern: wordPattern(label),
        name: kindsInWords(2, label).replace(/^2 (?:× )?/, ''),
        values: [{ value: of(sample.total), of: 'all' }, ...roles],
      };
    })
    // “joint interviews” before “interviews”.
    .sort((a, b) => b.pattern.length - a.pattern.length);
  const themes = corpus.study.codebook.roots.filter(({ kind }) => kind === 'theme');
  const all = evidence.map(({ entry }) => entry);
  const below = themes.map(theme => ({
    value: theme.children.filter(({ kind }) => kind === 'theme').length,
    of: `in “${theme.title}”`,
  }));
  const subthemes = all.filter(({ kind, parent }) => kind === 'theme' && parent !== undefined).length;
  const one = (pattern: string, name: string, value: number): CountedThing => ({
    pattern,
    name,
    values: [{ value, of: 'all' }],
  });
  return [
    ...kinds,
    one('sessions?', 'sessions', sample.sessions.length),
    one('transcripts?', 'transcripts', corpus.transcripts.length),
    { pattern: 'sub-?themes?', name: 'subthemes', values: [{ value: subthemes, of: 'all' }, ...below] },
    one('themes?', 'themes', themes.length),
    one('codes?', 'codes', all.filter(({ kind }) => kind === 'code').length),
    one(
      'codings?',
      'codings',
      contributors.reduce((sum, { codings }) => sum + codings, 0),
    ),
    one('coders?', 'coders', contributors.filter(({ codings }) => codings > 0).length),
    ...(balance === undefined
      ? []
      : [
          one('block quot(?:ation|e)s?', 'block quotations', balance.block),
          one('short quot(?:ation|e)s?', 'short quotations', balance.short),
          one('(?:attributed )?quot(?:ation|e)s?', 'attributed quotations', balance.block + balance.short),
        ]),
  ];
}

/** What somebody of a role is called, for so many of them. */
export const roleNoun = (role: string, count: number): string => (count === 1 ? role : plural(role));

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
