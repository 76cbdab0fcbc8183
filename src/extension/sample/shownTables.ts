import * as vscode from 'vscode';
import { PRESENCES } from '../../core/analysis/sample/attendance.js';
import { sayVerdict } from '../../core/analysis/sample/ledgerSentence.js';
import type { Presence, Sample, SamplePerson, SampleSession } from '../../core/analysis/sample/sample.js';
import type { SampleWords } from '../../core/analysis/sample/statement.js';
import { attributesOf, kindRows } from '../../core/analysis/sample/tables.js';
import type { SampleTable, ShownCell, ShownColumn } from '../../webview/sample/protocol.js';
import { numberWords } from '../common/numberWords.js';
import { whyNot } from './words.js';

/** The tables of the page, in its order; those that have nothing to say are left out. */
export function shownTables(sample: Sample, words: SampleWords): SampleTable[] {
  const tables = [kinds(sample, words), recruitment(sample, words), sessions(sample), people(sample, words)];
  return tables.filter(({ rows }) => rows.length > 0);
}

/** Kinds down, roles across: people and places. */
function kinds(sample: Sample, words: SampleWords): SampleTable {
  const { t } = vscode.l10n;
  const groups = [...sample.groups.map(({ role, sum }) => ({ name: role ?? words.noRole, sum }))];
  if (groups.length > 1) groups.push({ name: words.everybody, sum: sample.total });
  const own = groups.map(({ sum }) => kindRows(sample, sum));
  const all = kindRows(sample, sample.total);
  const columns = groups.map(({ name }, i) => column(`group ${i}`, t('{0}: people / places', name), true));
  const rows = all.map(({ kind, sessions: held }, at) => ({
    key: kind === undefined ? 'all' : `kind ${kind.key}`,
    cells: [
      cell(kind === undefined ? t('All kinds') : kind.label === '' ? t('no kind given') : kind.label),
      figure(held),
      ...own.map((lines): ShownCell => {
        const { people: persons = 0, places = 0 } = lines[at] ?? {};
        return { text: `${numberWords(persons)} / ${numberWords(places)}`, value: persons };
      }),
    ],
    isSum: kind === undefined,
  }));
  const before = [column('kind', t('Kind of session')), column('sessions', t('Sessions'), true)];
  const isEmpty = sample.groups.length === 0;
  return {
    key: 'kinds',
    heading: t('Kinds of session by role'),
    columns: [...before, ...columns],
    rows: isEmpty ? [] : rows,
  };
}

function recruitment({ ledger }: Sample, words: SampleWords): SampleTable {
  const { t } = vscode.l10n;
  const rows = ledger.map(row => ({
    key: row.group,
    cells: [
      cell(row.group),
      ...[row.eligible, row.approached, row.declined, row.excluded, row.tookPart].map(figure),
      cell(row.isKnown ? sayVerdict(row, words) : t('nobody has this role')),
    ],
  }));
  const figures = [
    column('eligible', t('Eligible'), true),
    column('approached', t('Approached'), true),
    column('declined', t('Declined'), true),
    column('excluded', t('Excluded'), true),
    column('tookPart', t('Took part'), true),
  ];
  const columns = [column('role', t('Role')), ...figures, column('verdict', t('Does it add up?'))];
  return { key: 'recruitment', heading: t('Recruitment'), columns, rows };
}

function sessions({ sessions: all, hasScope }: Sample): SampleTable {
  const { t } = vscode.l10n;
  const hasDates = all.some(({ date }) => date !== undefined);
  const hasKinds = all.some(({ kind }) => kind !== undefined);
  const hasSites = all.some(({ site }) => site !== undefined);
  const columns = [
    column('session', t('Session')),
    ...(hasDates ? [column('date', t('Date'))] : []),
    ...(hasKinds ? [column('kind', t('Kind'))] : []),
    ...(hasSites ? [column('site', t('Site'))] : []),
    column('who', t('Who spoke')),
    column('words', t('Words'), true),
    ...(hasScope ? [column('scope', t('In scope'), true)] : []),
  ];
  const rows = all.map(session => ({
    key: session.transcripts[0] ?? '',
    opens: t('Open the transcript of {0}', session.name),
    cells: [
      cell(session.name),
      ...(hasDates ? [cell(session.date ?? '')] : []),
      ...(hasKinds ? [cell(session.kind ?? '')] : []),
      ...(hasSites ? [cell(session.site ?? '')] : []),
      whoSpoke(session),
      // Where no participant speaks, all that is said: the same words of which the share in scope is given.
      figure(session.participantWords > 0 ? session.participantWords : session.words),
      ...(hasScope ? [share(session.scopeShare)] : []),
    ],
  }));
  return { key: 'sessions', heading: t('Sessions'), columns, rows };
}

function whoSpoke({ people: all, undeclared }: SampleSession): ShownCell {
  const { t } = vscode.l10n;
  const by = (presence: Presence): string[] => all.filter(one => one.presence === presence).map(({ id }) => id);
  const others = PRESENCES.flatMap(presence => {
    const ids = presence === 'took-part' ? [] : by(presence);
    return presence === 'took-part' || ids.length === 0 ? [] : [`${ids.join(', ')}: ${whyNot(presence)}`];
  });
  const labels = undeclared.map(({ speaker }) => speaker).join(', ');
  const strangers = labels === '' ? [] : [t('{0}: not declared', labels)];
  const aside = [...others, ...strangers].join('; ');
  return { text: by('took-part').join(', '), ...(aside === '' ? {} : { aside }) };
}

function people(sample: Sample, words: SampleWords): SampleTable {
  const { t } = vscode.l10n;
  const attributes = attributesOf(sample.people);
  const columns = [
    column('participant', t('Participant')),
    column('role', t('Role')),
    ...attributes.map(name => column(`attribute ${name}`, name)),
    column('sessions', t('Sessions')),
    column('words', t('Words'), true),
    ...(sample.hasScope ? [column('scope', t('Words in scope'), true)] : []),
  ];
  const rows = sample.people.map(person => ({
    key: person.id,
    opens: t('Show the excerpts of {0}', person.id),
    cells: [
      cell(person.id),
      cell(person.role ?? (person.isListed ? '' : words.noRole)),
      ...attributes.map(name => cell(Object.hasOwn(person.attributes, name) ? (person.attributes[name] ?? '') : '')),
      met(person),
      figure(person.words),
      ...(sample.hasScope ? [figure(person.inScope)] : []),
    ],
  }));
  return { key: 'people', heading: t('People'), columns, rows };
}

function met({ sessions: all, presence }: SamplePerson): ShownCell {
  const took = all.filter(one => one.presence === 'took-part').map(({ name }) => name);
  const others = all.filter(one => one.presence !== 'took-part');
  const aside =
    presence === 'absent'
      ? whyNot('absent')
      : others.map(one => `${one.name}: ${whyNot(one.presence as Exclude<Presence, 'took-part'>)}`).join('; ');
  return { text: took.join(', '), ...(aside === '' ? {} : { aside }) };
}

function column(key: string, label: string, isNumber = false): ShownColumn {
  return { key, label, isNumber };
}

const cell = (text: string): ShownCell => ({ text });
const figure = (value: number | undefined): ShownCell =>
  value === undefined ? { text: '' } : { text: numberWords(value), value };

function share(value: number | undefined): ShownCell {
  return value === undefined ? { text: '' } : { text: `${Math.round(value * 100)}%`, value };
}
