import { sayArithmetic } from '../../core/analysis/sample/arithmetic.js';
import { ENGLISH } from '../../core/analysis/sample/english.js';
import { sayLedger } from '../../core/analysis/sample/ledgerSentence.js';
import type { Sample, SampleKind } from '../../core/analysis/sample/sample.js';
import type { SampleSum } from '../../core/analysis/sample/sum.js';

/** A sample for programs. What is not known is null. */
export function sampleJson(sample: Sample): Record<string, unknown> {
  const { kinds, groups, total, ledger, sessions, people, hasScope } = sample;
  return {
    groups: groups.map(({ role, sum }) => ({ role: role ?? null, ...sumJson(sum, kinds) })),
    total: sumJson(total, kinds),
    recruitment: ledger.map(row => {
      const { group, eligible = null, approached = null, declined = null, excluded = null, expected = null } = row;
      const { tookPart, outside, verdict } = row;
      const numbers = { eligible, approached, declined, excluded, expected, tookPart };
      return { group, ...numbers, outside, verdict, arithmetic: sayLedger(row, ENGLISH) };
    }),
    sessions: sessions.map(session => {
      const { name, transcripts, kind = null, date = null, site = null, scopeShare } = session;
      const share = scopeShare === undefined ? null : Number(scopeShare.toFixed(4));
      const { words, participantWords, undeclared } = session;
      return {
        session: name,
        transcripts,
        kind,
        date,
        site,
        people: session.people,
        undeclared,
        words,
        participantWords,
        scopeShare: share,
      };
    }),
    people: people.map(({ id, role = null, isListed, attributes, presence, sessions: met, words, inScope }) => {
      return { participant: id, role, isListed, attributes, presence, sessions: met, words, inScope };
    }),
    hasScope,
    counts: { sessions: sessions.length, people: total.people, places: total.places },
  };
}

function sumJson(sum: SampleSum, kinds: readonly SampleKind[]) {
  const labelOf = (key: string): string | null => kinds.find(kind => kind.key === key)?.label || null;
  const { sessions, places, across, people } = sum;
  return {
    sessions,
    places,
    people,
    kinds: sum.kinds.map(({ kind, ...own }) => ({ kind: labelOf(kind), ...own })),
    across,
    arithmetic: sayArithmetic(sum, kinds, ENGLISH),
  };
}
