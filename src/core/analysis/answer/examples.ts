import type { CodebookEntry } from '../../codebook/codebook.js';
import type { Corpus } from '../corpus/corpus.js';
import { namesIn } from '../corpus/names.js';
import { isInterviewer } from '../people.js';
import { formatQuery } from '../query/format.js';
import type { Query } from '../query/query.js';

/** A question to begin with, about what a study has. */
export interface ExampleQuestion {
  /** `code`: where it comes up. `role`: where somebody of a role says it. `other`: where it shares text with another code. `without`: where nobody of a role says it. */
  readonly kind: 'code' | 'role' | 'other' | 'without';
  /** Titles of codes, the value of a role: what the kind is about, in the order of the question. */
  readonly about: readonly string[];
  readonly text: string;
}

/** Questions that a study answers, about its codes that are used most and the roles of its participants. */
export function exampleQuestions(corpus: Corpus): ExampleQuestion[] {
  const [first, second] = mostUsed(corpus);
  if (first === undefined) return [];
  const asks = (code: CodebookEntry): Query => ({ is: 'term', field: 'code', value: code.id });
  const one = (kind: ExampleQuestion['kind'], about: string[], ...of: Query[]): ExampleQuestion => {
    const [only] = of;
    return { kind, about, text: formatQuery(of.length === 1 && only ? only : { is: 'and', of }) };
  };
  const examples = [one('code', [first.title], asks(first))];
  const [role, other] = rolesOf(corpus);
  const ofRole = (value: string): Query => ({ is: 'term', field: 'role', value });
  if (role !== undefined) examples.push(one('role', [first.title, role], asks(first), ofRole(role)));
  if (second !== undefined) {
    const meets: Query = { is: 'relation', how: 'overlaps', other: asks(second) };
    examples.push(one('other', [first.title, second.title], asks(first), meets));
  }
  const of = second ?? first;
  if (other !== undefined) examples.push(one('without', [of.title, other], asks(of), { is: 'not', of: ofRole(other) }));
  return examples;
}

/** The codes with most excerpts, those left aside that only say what is in scope. */
function mostUsed(corpus: Corpus): CodebookEntry[] {
  const counts = new Map<CodebookEntry, number>();
  for (const [id, count] of corpus.transcripts.flatMap(transcript => [...namesIn(transcript).codes])) {
    const code = corpus.study.codebook.find(id);
    if (code !== undefined && !corpus.scopeCodes.has(code)) counts.set(code, (counts.get(code) ?? 0) + count);
  }
  // Of those used alike the first in the codebook.
  return [...counts].sort(([a, x], [b, y]) => y - x || a.line - b.line).map(([code]) => code);
}

/** The roles that most participants have, those left aside who ask. */
function rolesOf({ study: { participants } }: Corpus): string[] {
  const counts = new Map<string, number>();
  for (const { role } of participants.list) {
    if (role !== undefined && !isInterviewer(role)) counts.set(role, (counts.get(role) ?? 0) + 1);
  }
  return [...counts].sort(([, x], [, y]) => y - x).map(([role]) => role);
}
