import type { Query, Relation } from '../../../core/analysis/query/query.js';

/** Conditions of which all, or any, are to hold. */
export interface Group {
  readonly join: 'all' | 'any';
  readonly rows: readonly Row[];
}

/** One condition, a row of the builder. */
export type Row = TermRow | RelationRow | GroupRow | TextRow;

/** What is asked of the excerpt itself; a row that is not filled in yet has an empty value. */
export interface TermRow {
  readonly is: 'term';
  readonly not: boolean;
  readonly field: string;
  readonly value: string;
}

/** What is asked of another excerpt it stands to like this. */
export interface RelationRow {
  readonly is: 'relation';
  readonly not: boolean;
  readonly how: Relation;
  readonly turns?: number;
  readonly other: Group;
}

/** Conditions within brackets. */
export interface GroupRow {
  readonly is: 'group';
  readonly not: boolean;
  readonly group: Group;
}

/** What rows cannot show: it stays as it is and is shown as text. */
export interface TextRow {
  readonly is: 'text';
  readonly query: Query;
}

/** The builder when nothing is asked. */
export const NO_CONDITIONS: Group = { join: 'all', rows: [] };

/** How deep groups and other excerpts are nested in rows; what lies deeper is shown as text. */
export const DEEPEST = 2;

/** A question as rows. Nothing is lost: `queryOf` makes the same question of them. */
export function builderOf(query: Query): Group {
  if (query.is === 'and' && query.of.length === 0) return NO_CONDITIONS;
  return groupOf(query, 0);
}

/** The question that rows ask. Rows that are not filled in yet ask nothing. */
export function queryOf(group: Group): Query {
  return queryOfGroup(group) ?? { is: 'and', of: [] };
}

function groupOf(query: Query, depth: number): Group {
  const isSeveral = (query.is === 'and' || query.is === 'or') && query.of.length > 1;
  if (!isSeveral) return { join: 'all', rows: [rowOf(query, depth)] };
  return { join: query.is === 'and' ? 'all' : 'any', rows: query.of.map(one => rowOf(one, depth)) };
}

function rowOf(query: Query, depth: number): Row {
  switch (query.is) {
    case 'term': {
      const { is, field, value } = query;
      return value.trim() === '' ? { is: 'text', query } : { is, not: false, field, value };
    }
    case 'not': {
      const row = rowOf(query.of, depth);
      return row.is === 'text' || row.not ? { is: 'text', query } : { ...row, not: true };
    }
    case 'relation': {
      const { is, how, turns, other } = query;
      // A single condition stands in the same row.
      const isDeep = depth >= DEEPEST && other.is !== 'term';
      if (isEmpty(other) || isDeep) return { is: 'text', query };
      return { is, not: false, how, ...(turns === undefined ? {} : { turns }), other: groupOf(other, depth + 1) };
    }
    default:
      if (query.of.length < 2 || depth >= DEEPEST) return { is: 'text', query };
      return { is: 'group', not: false, group: groupOf(query, depth + 1) };
  }
}

/** Whether nothing would be left of it in rows. */
const isEmpty = (query: Query): boolean =>
  query.is === 'term' ? query.value.trim() === '' : query.is === 'and' && query.of.length === 0;

function queryOfGroup({ join, rows }: Group): Query | undefined {
  const parts = rows.map(queryOfRow).filter(part => part !== undefined);
  if (parts.length < 2) return parts[0];
  return { is: join === 'all' ? 'and' : 'or', of: parts };
}

function queryOfRow(row: Row): Query | undefined {
  const query = plainQueryOf(row);
  return query !== undefined && row.is !== 'text' && row.not ? { is: 'not', of: query } : query;
}

function plainQueryOf(row: Row): Query | undefined {
  switch (row.is) {
    case 'term':
      return row.value.trim() === '' ? undefined : { is: 'term', field: row.field, value: row.value };
    case 'relation': {
      const other = queryOfGroup(row.other);
      const turns = row.turns === undefined ? {} : { turns: row.turns };
      return other && { is: 'relation', how: row.how, ...turns, other };
    }
    case 'group':
      return queryOfGroup(row.group);
    case 'text':
      return row.query;
  }
}
