import * as vscode from 'vscode';
import type { Corpus, CorpusExcerpt } from '../../core/analysis/corpus/corpus.js';
import { type EntryEvidence, MARKS, type Voices } from '../../core/analysis/evidence/evidence.js';
import { evidenceSentence } from '../../core/analysis/evidence/sentence.js';
import type { CodebookEntry } from '../../core/codebook/codebook.js';
import { colorOf } from '../../core/codebook/colors.js';
import { themePath } from '../../core/codebook/query.js';
import { each, type Pieces } from '../../core/pieces.js';
import type { EvidenceState, ShownExcerpt, ShownPerson, ShownVoices } from '../../webview/evidence/protocol.js';
import { evidenceTexts, markTitle, notesText, quantifierLabel } from './texts.js';

/** How many excerpts are shown in one go. */
const PIECE = 500;

/** What the page shows of a theme or code. */
export function* shownEvidence(evidence: EntryEvidence, corpus: Corpus): Pieces<EvidenceState> {
  const { entry, excerpts, roles, kinds, sessions, count } = evidence;
  const people = new Map(
    evidence.people.map(({ id, excerpts: spoken, sessions: spokeIn }) => [
      id,
      { id, excerpts: spoken, sessions: spokeIn.map(({ name, transcript }) => ({ name, transcript })) },
    ]),
  );
  const personOf = (id: string): ShownPerson => people.get(id) ?? { id, excerpts: 0, sessions: [] };
  // In tables names are enough.
  const named = (id: string): ShownPerson => ({ id, excerpts: 0, sessions: [] });
  const codes = new Set<CodebookEntry | undefined>();
  for (const mark of MARKS) yield* each(excerpts[mark], PIECE, excerpt => codes.add(corpus.codeOf(excerpt)));
  const isOfSeveral = codes.size > 1;
  const marked: EvidenceState['excerpts'][number][] = [];
  for (const mark of MARKS.filter(one => excerpts[one].length > 0)) {
    const all: ShownExcerpt[] = [];
    yield* each(excerpts[mark], PIECE, excerpt => all.push(shownExcerpt(excerpt, corpus, isOfSeveral)));
    marked.push({ mark, title: markTitle(mark), all });
  }
  return {
    type: 'state',
    texts: evidenceTexts(),
    path: themePath(entry),
    title: entry.title,
    kind: entry.kind,
    color: colorOf(entry),
    sentence: evidenceSentence(evidence),
    notes: notesText(
      evidence.outOfScope,
      evidence.inDoubt,
      evidence.byOthers,
      count === 0 || excerpts.unmarked.length < count,
    ),
    roles: roles.map(role => ({ name: role.role || vscode.l10n.t('no role'), ...shownVoices(role, personOf) })),
    kinds: kinds.map(kind => ({
      name: kind.kind || vscode.l10n.t('kind not said'),
      sessions: kind.sessions === 1 ? vscode.l10n.t('1 session') : vscode.l10n.t('{0} sessions', kind.sessions),
      ...shownVoices(kind, named),
    })),
    sessions: sessions.map(session => ({
      name: session.name,
      kind: session.kind,
      excerpts: session.excerpts,
      transcript: session.transcripts[0] ?? '',
      ...shownVoices(session, named),
    })),
    excerpts: marked,
    isComplete: corpus.complete,
  };
}

function shownVoices(
  { said, against, silent, people, word }: Voices,
  personOf: (id: string) => ShownPerson,
): ShownVoices {
  return {
    word: quantifierLabel(word),
    numbers: vscode.l10n.t('{0} of {1}', said.length, people),
    said: said.map(personOf),
    against: against.map(personOf),
    silent: silent.map(personOf),
  };
}

function shownExcerpt(excerpt: CorpusExcerpt, corpus: Corpus, isOfSeveral: boolean): ShownExcerpt {
  const { coding, coder, transcript, line, voices, text } = excerpt;
  const place = line === undefined ? transcript.name : vscode.l10n.t('{0}, line {1}', transcript.name, line);
  return {
    id: coding.id,
    speakers: voices.map(({ speaker }) => speaker).join(', '),
    text,
    facts: `${place} · ${coder}`,
    ...(isOfSeveral ? { code: corpus.codeOf(excerpt)?.title ?? coding.code } : {}),
    ...(coding.memo === undefined ? {} : { memo: coding.memo }),
  };
}
