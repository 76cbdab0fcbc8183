import { themePath } from '../../codebook/query.js';
import type { CorpusExcerpt } from '../corpus/corpus.js';
import { type EntryEvidence, MARKS, type Voices } from './evidence.js';
import { evidenceSentence } from './sentence.js';

/** What the numbers say of a theme or code, for programs; without people one by one and without excerpts. */
export function evidenceJson(evidence: EntryEvidence): Record<string, unknown> {
  const { entry, all, roles, kinds, sessions, excerpts, count, byOthers, outOfScope, inDoubt } = evidence;
  return {
    id: entry.id,
    title: entry.title,
    kind: entry.kind,
    themePath: themePath(entry),
    sentence: evidenceSentence(evidence),
    ...voicesJson(all),
    roles: roles.map(({ role, ...voices }) => ({ role: role || null, ...voicesJson(voices) })),
    kinds: kinds.map(({ kind, sessions: number, ...voices }) => ({
      kind: kind || null,
      sessions: number,
      ...voicesJson(voices),
    })),
    sessions: sessions.map(({ name, kind, transcripts, excerpts: number, ...voices }) => ({
      session: name,
      kind: kind || null,
      transcripts,
      excerpts: number,
      ...voicesJson(voices),
    })),
    counts: {
      excerpts: count,
      ...Object.fromEntries(MARKS.map(mark => [mark, excerpts[mark].length])),
      byOthers,
      outOfScope,
      inDoubt,
    },
  };
}

/** The same with everybody and every excerpt. */
export function wholeEvidenceJson(evidence: EntryEvidence): Record<string, unknown> {
  const lists = MARKS.map(mark => [mark, evidence.excerpts[mark].map(excerptJson)] as const);
  return {
    ...evidenceJson(evidence),
    people: evidence.people.map(({ id, role, ...rest }) => ({ participant: id, role: role || null, ...rest })),
    excerpts: Object.fromEntries(lists),
  };
}

function voicesJson({ word, said, against, silent, people }: Voices) {
  return { word, said, against, silent, people };
}

function excerptJson({ coding, coder, transcript, line, voices, participants, text }: CorpusExcerpt) {
  return {
    id: coding.id,
    code: coding.code,
    coder,
    transcript: transcript.path,
    line: line ?? null,
    speakers: voices.map(({ speaker }) => speaker),
    participants,
    quote: text,
    memo: coding.memo ?? null,
  };
}
