import { nearest } from '../../text/nearest.js';
import type { Corpus } from '../corpus/corpus.js';
import { queryFields } from '../query/builder.js';
import { formatQuery } from '../query/format.js';
import { parseQuery } from '../query/parse.js';
import type { QueryProblem } from '../query/query.js';

/** What may be meant instead of a name that the study does not have. */
export interface QueryFix {
  /** What people call it. */
  readonly label: string;
  /** The whole question with it. */
  readonly text: string;
}

/** The questions that may be meant where a name of one does not exist, the likeliest first; none for problems of another kind. */
export function fixesOf(text: string, { from, to }: QueryProblem, corpus: Corpus): QueryFix[] {
  const written = text.slice(from, to);
  const { query } = parseQuery(written);
  if (query?.is !== 'term') return [];
  // Behind a relation a code stands without its field.
  const isBare = query.field === 'words' && !/^["“]?words/i.test(written);
  const asked = isBare ? { ...query, field: 'code' } : query;
  const fields = queryFields(corpus).filter(({ kind }) => kind !== 'query');
  const field = fields.find(one => one.field === asked.field);
  const fixed = (term: typeof query, label: string): QueryFix => {
    const words = formatQuery(term);
    const put = isBare ? words.slice(words.indexOf(':') + 1) : words;
    return { label, text: text.slice(0, from) + put + text.slice(to) };
  };
  if (field === undefined) {
    const names = nearest(
      asked.field,
      fields.map(one => one.field),
    );
    return names.map(name => fixed({ ...asked, field: name }, `${name}:`));
  }
  // Somebody may have written an id, or what people call it.
  const byName = new Map(
    field.values.flatMap(
      value =>
        [
          [value.label, value],
          [value.value, value],
        ] as const,
    ),
  );
  const near = nearest(asked.value, byName.keys()).map(name => byName.get(name));
  const once = new Map(near.filter(one => one !== undefined).map(one => [one.value, one]));
  return [...once.values()].map(({ value, label }) => fixed({ ...asked, value }, label));
}
