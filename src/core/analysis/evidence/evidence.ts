import type { CodebookEntry } from '../../codebook/codebook.js';
import type { Evidence } from '../../coding/evidence.js';
import type { CorpusExcerpt } from '../corpus/corpus.js';
import type { Quantifier } from './quantifier.js';

/** How an excerpt stands to its code; `unmarked`: nobody said so. */
export type Mark = Evidence | 'unmarked';

/** In the order in which they are listed. */
export const MARKS: readonly Mark[] = ['supports', 'nuances', 'contradicts', 'unmarked'];

/**
 * How a person stands to a theme or code: `said`: in at least one excerpt that does not contradict it; `against`: in contradicting ones
 * only; `silent`: in none.
 */
export type Standing = 'said' | 'against' | 'silent';

/** People of whom each said something, spoke against it, or did neither; ids, NP2 before NP11. */
export interface Voices {
  readonly said: readonly string[];
  readonly against: readonly string[];
  readonly silent: readonly string[];
  /** How many people there are: all three together. */
  readonly people: number;
  /** The word for those who said it. */
  readonly word: Quantifier;
}

/** The people of one role. */
export interface RoleVoices extends Voices {
  /** As `participants.csv` has it; empty for those to whom it gives none. */
  readonly role: string;
}

/** The people who spoke in sessions of one kind, by what they said there. */
export interface KindVoices extends Voices {
  /** As front matter has it; empty where it says none. */
  readonly kind: string;
  readonly sessions: number;
}

/** The people who spoke in one session, by what they said there. */
export interface SessionVoices extends Voices {
  readonly name: string;
  /** Empty where front matter says none. */
  readonly kind: string;
  /** Paths of its transcripts. */
  readonly transcripts: readonly string[];
  readonly excerpts: number;
}

/** One person of the sample. */
export interface PersonVoice {
  readonly id: string;
  /** Empty where there is none. */
  readonly role: string;
  readonly standing: Standing;
  /** How many excerpts the person speaks in. */
  readonly excerpts: number;
  readonly marks: Readonly<Record<Mark, number>>;
  /** Where the person spoke in scope. */
  readonly sessions: readonly PersonSession[];
}

/** What a person did in a session. */
export interface PersonSession {
  readonly name: string;
  /** Path of the first of its transcripts in which the person speaks in scope. */
  readonly transcript: string;
  /** How many of the excerpts. */
  readonly excerpts: number;
}

/** What the numbers say of a theme or code: who said it, who did not, and what speaks for and against it. Counted is what is in scope. */
export interface EntryEvidence {
  readonly entry: CodebookEntry;
  readonly all: Voices;
  /** In the order of `participants.csv`, those without a role last. */
  readonly roles: readonly RoleVoices[];
  /** Those with most sessions first. */
  readonly kinds: readonly KindVoices[];
  /** In the order of their transcripts; only those in which somebody of the sample spoke. */
  readonly sessions: readonly SessionVoices[];
  /** By role, then NP2 before NP11. */
  readonly people: readonly PersonVoice[];
  /** The excerpts that count, by how they stand to their codes, in the order of the texts. */
  readonly excerpts: Readonly<Record<Mark, readonly CorpusExcerpt[]>>;
  /** How many excerpts count: also those in which nobody of the sample speaks. */
  readonly count: number;
  /** Of them those in which only others speak, such as interviewers. */
  readonly byOthers: number;
  /** Excerpts outside of the scope, which do not count. */
  readonly outOfScope: number;
  /** Excerpts without a certain place, which do not count. */
  readonly inDoubt: number;
}
