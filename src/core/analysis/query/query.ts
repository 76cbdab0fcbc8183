/** How an excerpt stands to another one of the same transcript. */
export type Relation = 'overlaps' | 'within' | 'near' | 'followed-by';

/** A question as data: which excerpts are wanted. `parseQuery` makes it of a text, `formatQuery` a text of it. */
export type Query =
  /** All of these hold; with none of them every excerpt is wanted. */
  | { readonly is: 'and'; readonly of: readonly Query[] }
  /** At least one of these holds. */
  | { readonly is: 'or'; readonly of: readonly Query[] }
  | { readonly is: 'not'; readonly of: Query }
  /** What is asked of the excerpt itself; `field` in small letters, such as `code`, `role` or `words`. */
  | { readonly is: 'term'; readonly field: string; readonly value: string }
  /** There is another excerpt it stands to like this. */
  | {
      readonly is: 'relation';
      readonly how: Relation;
      /**
       * How many turns away the other one may be: 0 is the same turn, 1 the next one. Of `near` and `followed-by` only; missing:
       * `USUAL_TURNS`.
       */
      readonly turns?: number;
      readonly other: Query;
    };

/** What is asked of the excerpt itself. */
export type QueryTerm = Extract<Query, { is: 'term' }>;

/** How many turns away another excerpt may be where nothing is said of it. */
export const USUAL_TURNS = 1;

/** How an excerpt can stand to another one, as it is written before a colon. */
export const RELATIONS: readonly Relation[] = ['overlaps', 'within', 'near', 'followed-by'];

/** The question that every excerpt answers. */
export const EVERYTHING: Query = { is: 'and', of: [] };

/** What is wrong with a question, and where. */
export interface QueryProblem {
  /** In UTF-16 units of the text. */
  readonly from: number;
  readonly to: number;
  readonly message: string;
  readonly remedy: string;
}
