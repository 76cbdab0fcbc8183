import { themePath } from '../../codebook/query.js';
import { isScopeEntry } from '../../codebook/scope.js';
import type { Pieces } from '../../pieces.js';
import type { Corpus } from '../corpus/corpus.js';
import { EvidenceReader } from './entryEvidence.js';
import { type EntryEvidence, MARKS, type RoleVoices, type Standing } from './evidence.js';

/** A table of texts; numbers stand on the right. */
export interface EvidenceTable {
  readonly columns: readonly { readonly title: string; readonly right?: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

/** What the numbers say of every theme and code, in the order of the codebook; those that mark what is in scope are left out. */
export function* allEvidence(corpus: Corpus): Pieces<readonly EntryEvidence[]> {
  const reader = yield* EvidenceReader.over(corpus);
  const all: EntryEvidence[] = [];
  for (const entry of corpus.study.codebook.entries) if (!isScopeEntry(entry)) all.push(yield* reader.of(entry));
  return all;
}

/** One row a theme or code: how many people of each role said it, with the word, and how its excerpts stand to it. */
export function overviewTable(all: readonly EntryEvidence[]): EvidenceTable {
  const roles = all[0]?.roles ?? [];
  const byRole = roles.length > 1 || (roles[0]?.role ?? '') !== '';
  const groups = byRole ? roles.map(({ role }) => role) : [];
  return {
    columns: [
      ...['id', 'title', 'kind', 'theme', 'word'].map(title => ({ title })),
      ...number('said', 'against', 'people'),
      ...groups.flatMap(role => {
        const name = role === '' ? 'no role' : role;
        return [{ title: `word: ${name}` }, ...number(`said: ${name}`, `against: ${name}`, `people: ${name}`)];
      }),
      ...number('sessions', 'excerpts', ...MARKS),
    ],
    rows: all.map(evidence => {
      const { entry, all: everybody, sessions, excerpts, count } = evidence;
      const of = (role: string): RoleVoices | undefined => evidence.roles.find(one => one.role === role);
      return [
        ...[entry.id, entry.title, entry.kind, themePath(entry).join(' / '), everybody.word],
        ...counts(everybody),
        ...groups.flatMap(role => [of(role)?.word ?? 'none', ...counts(of(role))]),
        ...[sessions.filter(one => one.excerpts > 0).length, count].map(String),
        ...MARKS.map(mark => String(excerpts[mark].length)),
      ];
    }),
  };
}

/** One row a person: whether they said it, in how many excerpts, how these stand to it, and in which sessions the person spoke. */
export function peopleTable({ people }: EntryEvidence): EvidenceTable {
  return {
    columns: [
      ...['participant', 'role', 'said it'].map(title => ({ title })),
      ...number('excerpts', ...MARKS),
      { title: 'sessions' },
    ],
    rows: people.map(({ id, role, standing, excerpts, marks, sessions }) => [
      ...[id, role, STANDING[standing], String(excerpts)],
      ...MARKS.map(mark => String(marks[mark])),
      sessions.map(({ name, excerpts: here }) => (here === 0 ? name : `${name} (${here})`)).join(', '),
    ]),
  };
}

/** How a person stands to it, in a word. */
export const STANDING: Readonly<Record<Standing, string>> = { said: 'yes', against: 'against it only', silent: 'no' };

const number = (...titles: readonly string[]) => titles.map(title => ({ title, right: true }));

function counts(voices: RoleVoices | EntryEvidence['all'] | undefined): string[] {
  return [voices?.said.length ?? 0, voices?.against.length ?? 0, voices?.people ?? 0].map(String);
}
