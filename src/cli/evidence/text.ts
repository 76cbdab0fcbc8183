import { MARK_TITLES, notCountedInWords } from '../../core/analysis/evidence/document.js';
import { type EntryEvidence, MARKS, type Voices } from '../../core/analysis/evidence/evidence.js';
import { evidenceSentence } from '../../core/analysis/evidence/sentence.js';
import { themePath } from '../../core/codebook/query.js';
import { shorten } from '../../core/text/shorten.js';
import { countOf } from '../phrases.js';
import { type Column, formatTable, plain, wrap } from '../table.js';

const WIDTH = 84;
/** How much of an excerpt a line shows, in code points. */
const QUOTED = 160;

/** All themes and codes for people: how many of each role said it, with the word. */
export function* formatOverview(all: readonly EntryEvidence[]): Generator<string> {
  const roles = all[0]?.roles ?? [];
  const columns: Column[] = [
    { title: 'THEME OR CODE', longest: 38 },
    { title: 'ID' },
    ...roles.map(({ role }) => ({ title: (role || 'no role').toUpperCase() })),
    { title: 'SESSIONS', right: true },
    { title: 'EXCERPTS', right: true },
    { title: 'AGAINST', right: true, optional: true },
  ];
  const rows = all.map(({ entry, roles: own, sessions, count, excerpts }) => [
    `${'  '.repeat(themePath(entry).length)}${entry.title}`,
    entry.id,
    ...own.map(voices => `${voices.word} (${voices.said.length} of ${voices.people})`),
    String(sessions.filter(one => one.excerpts > 0).length),
    String(count),
    excerpts.contradicts.length === 0 ? '' : String(excerpts.contradicts.length),
  ]);
  if (rows.length > 0) yield `${formatTable(columns, rows)}\n`;
  const themes = all.filter(({ entry }) => entry.kind === 'theme').length;
  yield `${countOf(themes, 'theme')}, ${countOf(all.length - themes, 'code')}.\n`;
}

/** One theme or code for people: the sentence, who said it and who did not, and the excerpts by how they stand to it. */
export function* formatEvidence(evidence: EntryEvidence): Generator<string> {
  const { entry, roles, kinds, people, sessions, excerpts } = evidence;
  yield `${[...themePath(entry), entry.title].map(plain).join(' / ')}  [${plain(entry.id)}]\n\n`;
  yield wrap(evidenceSentence(evidence), WIDTH, '  ');
  const notCounted = notCountedInWords(evidence);
  if (notCounted !== '') yield wrap(notCounted, WIDTH, '  ');
  yield '\n';
  for (const voices of roles) {
    yield `${plain(`${voices.role || 'no role'}: ${voices.word}, ${voices.said.length} of ${voices.people}`)}\n`;
    yield* namesOf('said it', voices.said, voices);
    yield* namesOf('against it only', voices.against, voices);
    const spoke = (id: string): string => {
      const where = people.find(person => person.id === id)?.sessions.map(({ name }) => name) ?? [];
      return where.length === 0 ? id : `${id} (${where.join(', ')})`;
    };
    yield* namesOf('did not', voices.silent.map(spoke), voices);
  }
  yield '\n';
  for (const voices of kinds) {
    const kind = `${voices.kind || 'kind not said'}, ${countOf(voices.sessions, 'session')}`;
    yield `${plain(`${kind}: ${voices.word}, ${voices.said.length} of ${voices.people}`)}\n`;
  }
  const silent = sessions.filter(one => one.excerpts === 0).map(({ name }) => name);
  if (silent.length > 0) yield wrap(`Not in ${silent.join(', ')}.`, WIDTH, '');
  for (const mark of MARKS) {
    if (excerpts[mark].length === 0) continue;
    yield `\n${MARK_TITLES[mark]}: ${excerpts[mark].length}\n`;
    for (const { text, voices, transcript, line, coder, coding } of excerpts[mark]) {
      const place = line === undefined ? transcript.path : `${transcript.path}:${line}`;
      const who = voices.map(({ speaker }) => speaker).join(', ');
      yield `\n  ${[who, place, coder, coding.id]
        .filter(part => part !== '')
        .map(plain)
        .join('  ')}\n`;
      yield wrap(shorten(text, QUOTED), WIDTH, '    ');
    }
  }
}

function* namesOf(label: string, names: readonly string[], { people }: Voices): Generator<string> {
  if (names.length > 0) yield wrap(`${label} (${names.length} of ${people}): ${names.join(', ')}`, WIDTH, '  ');
}
