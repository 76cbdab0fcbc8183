import type { Relation } from '../../../core/analysis/query/query.js';
import type { FieldOffer, Texts, ValueOffer } from '../protocol.js';
import { type Group, NO_CONDITIONS, type Row } from './model.js';

/** What a condition is about, in the list of all that it may be about. */
export function kindOf(row: Row): string {
  if (row.is === 'term') return `term ${row.field}`;
  return row.is === 'relation' ? `relation ${row.how}` : row.is;
}

/** All that a condition may be about; what a question names besides is among it. */
export function kindChoices(fields: readonly FieldOffer[], row: Row, texts: Texts): ValueOffer[] {
  const known: ValueOffer[] = [
    ...fields.map(({ field, label }) => ({ value: `term ${field}`, label })),
    ...relations(texts).map(([how, label]) => ({ value: `relation ${how}`, label })),
  ];
  if (row.is === 'group') known.push({ value: 'group', label: texts.group });
  if (row.is === 'text') known.push({ value: 'text', label: texts.text });
  const isKnown = known.some(({ value }) => value === kindOf(row));
  return isKnown || row.is !== 'term' ? known : [{ value: kindOf(row), label: row.field }, ...known];
}

/** A condition of another kind in the place of one; whether it is denied stays. */
export function rowOfKind(kind: string, before: Row): Row {
  const [is, name = ''] = kind.split(/ (.*)/s);
  const not = before.is === 'text' ? false : before.not;
  if (is === 'relation') {
    const other = before.is === 'relation' ? before.other : asOther(before);
    return { is, not, how: name as Relation, other };
  }
  return is === 'term' ? { is, not, field: name, value: '' } : before;
}

/** What a code that was chosen already says of another excerpt. */
function asOther(row: Row): Group {
  return row.is === 'term' && row.field === 'code' ? { join: 'all', rows: [{ ...row, not: false }] } : NO_CONDITIONS;
}

/** The code of another excerpt, where that is all that is said of it; empty before it is chosen. */
export function codeOfOther({ rows }: Group): string | undefined {
  const [first] = rows;
  if (first === undefined) return '';
  const isCode = rows.length === 1 && first.is === 'term' && first.field === 'code' && !first.not;
  return isCode ? first.value : undefined;
}

/** Another excerpt of which only the code is said. */
export function otherWithCode(value: string): Group {
  return { join: 'all', rows: [{ is: 'term', not: false, field: 'code', value }] };
}

/** How a condition can be meant: whether it holds, or all, any or none of what is within it. */
export function verbChoices(row: Row, field: FieldOffer | undefined, texts: Texts): ValueOffer[] {
  const choices = (...labels: readonly [string, string][]): ValueOffer[] =>
    labels.map(([value, label]) => ({ value, label }));
  if (row.is === 'group')
    return choices(
      ['all', texts.groupAll],
      ['any', texts.groupAny],
      ['not any', texts.groupNone],
      ['not all', texts.groupNotAll],
    );
  if (row.is === 'relation') {
    const isCode = codeOfOther(row.other) !== undefined;
    return choices(
      ['is', isCode ? texts.ofExcerpt : texts.ofExcerptWhere],
      ['not', isCode ? texts.noExcerptOf : texts.noExcerptWhere],
    );
  }
  return field?.kind === 'words'
    ? choices(['is', texts.contain], ['not', texts.containNot])
    : choices(['is', texts.is], ['not', texts.isNot]);
}

/** How it is meant now. */
export function verbOf(row: Row): string {
  if (row.is === 'group') return `${row.not ? 'not ' : ''}${row.group.join}`;
  return row.is !== 'text' && row.not ? 'not' : 'is';
}

/** The condition, meant otherwise. */
export function withVerb(row: Row, verb: string): Row {
  if (row.is === 'text') return row;
  const not = verb.startsWith('not');
  if (row.is !== 'group') return { ...row, not };
  return { ...row, not, group: { ...row.group, join: verb.endsWith('any') ? 'any' : 'all' } };
}

function relations(texts: Texts): readonly (readonly [Relation, string])[] {
  return [
    ['overlaps', texts.overlaps],
    ['within', texts.within],
    ['near', texts.near],
    ['followed-by', texts.followedBy],
  ];
}
