import type { CodebookEntry } from '../../codebook/codebook.js';
import { evidenceOf } from '../../coding/evidence.js';
import { each, mapped, type Pieces } from '../../pieces.js';
import { grouped, putTo } from '../../text/grouped.js';
import { sorted } from '../../text/sorted.js';
import { codesFor } from '../codeUse.js';
import type { Corpus, CorpusExcerpt, CorpusTranscript } from '../corpus/corpus.js';
import type { EntryEvidence, KindVoices, Mark, PersonVoice, RoleVoices, SessionVoices, Standing } from './evidence.js';
import { type SampleOfCorpus, type SpokenSession, sampleOfCorpus } from './sampleOfCorpus.js';
import { voicesOf } from './voices.js';

/** How many excerpts are looked at in one go. */
const PIECE = 1000;

/** Says of themes and codes who said it and who did not. What does not depend on them is worked out once. */
export class EvidenceReader {
  private readonly byEntry = new Map<CodebookEntry, CorpusExcerpt[]>();
  /** The order of the texts. */
  private readonly order = new Map<CorpusExcerpt, number>();

  private constructor(
    private readonly corpus: Corpus,
    private readonly sample: SampleOfCorpus,
  ) {}

  static *over(corpus: Corpus): Pieces<EvidenceReader> {
    const reader = new EvidenceReader(corpus, yield* sampleOfCorpus(corpus));
    yield* each(corpus.excerpts(), PIECE, excerpt => reader.take(excerpt));
    return reader;
  }

  private take(excerpt: CorpusExcerpt): void {
    this.order.set(excerpt, this.order.size);
    const entry = this.corpus.codeOf(excerpt);
    if (entry !== undefined) putTo(this.byEntry, entry, excerpt);
  }

  /** How many people the sample has. */
  get people(): number {
    return this.sample.people.size;
  }

  /**
   * Who said it, and who did not. A theme or code has the excerpts of all codes in it; those that mark what is in scope are among them only
   * where that is what it does itself.
   */
  *of(entry: CodebookEntry): Pieces<EntryEvidence> {
    const { corpus, sample } = this;
    const all = yield* this.excerptsOf(entry);
    const said = new Said(sample);
    const excerpts: Record<Mark, CorpusExcerpt[]> = { supports: [], nuances: [], contradicts: [], unmarked: [] };
    let [count, byOthers, outOfScope, inDoubt] = [0, 0, 0, 0];
    yield* each(all, PIECE, excerpt => {
      const { span, transcript } = excerpt;
      if (span === undefined) inDoubt++;
      else if (!corpus.isInScope(transcript, span)) outOfScope++;
      else {
        count++;
        excerpts[markOf(excerpt)].push(excerpt);
        if (!said.take(excerpt)) byOthers++;
      }
    });
    const everybody = voicesOf(sample.people.keys(), id => said.standingOf(id));
    const roles = yield* rolesOf(sample, said);
    const kinds = yield* kindsOf(sample, said);
    const sessions = yield* mapped(sample.sessions, 1, session => sessionVoices(session, said));
    const people = yield* peopleOf(sample, said);
    return { entry, all: everybody, roles, kinds, sessions, people, excerpts, count, byOthers, outOfScope, inDoubt };
  }

  private excerptsOf(entry: CodebookEntry): Pieces<readonly CorpusExcerpt[]> {
    const place = (excerpt: CorpusExcerpt): number => this.order.get(excerpt) ?? 0;
    const all = codesFor(entry).flatMap(code => this.byEntry.get(code) ?? []);
    return sorted(all, (a, b) => place(a) - place(b));
  }
}

/** Who said one theme or code, and who did not. */
export function* evidenceAbout(entry: CodebookEntry, corpus: Corpus): Pieces<EntryEvidence> {
  return yield* (yield* EvidenceReader.over(corpus)).of(entry);
}

/** Which of some excerpts each person speaks in, and where. */
class Said {
  private readonly byPerson = new Map<string, Map<CorpusTranscript, CorpusExcerpt[]>>();

  constructor(private readonly sample: SampleOfCorpus) {}

  /** @returns whether anybody of the sample speaks in the excerpt */
  take(excerpt: CorpusExcerpt): boolean {
    const spoke = this.sample.spoke.get(excerpt.transcript);
    let isSaid = false;
    for (const id of excerpt.participants) {
      if (!spoke?.has(id)) continue;
      isSaid = true;
      const own = this.byPerson.get(id) ?? new Map<CorpusTranscript, CorpusExcerpt[]>();
      this.byPerson.set(id, own);
      putTo(own, excerpt.transcript, excerpt);
    }
    return isSaid;
  }

  /** The excerpts a person speaks in, in some transcripts or all. */
  of(id: string, transcripts?: readonly CorpusTranscript[]): readonly CorpusExcerpt[] {
    const own = this.byPerson.get(id);
    if (own === undefined) return [];
    return transcripts === undefined ? [...own.values()].flat() : transcripts.flatMap(one => own.get(one) ?? []);
  }

  standingOf(id: string, transcripts?: readonly CorpusTranscript[]): Standing {
    const excerpts = this.of(id, transcripts);
    if (excerpts.length === 0) return 'silent';
    return excerpts.every(excerpt => markOf(excerpt) === 'contradicts') ? 'against' : 'said';
  }
}

function markOf({ coding }: CorpusExcerpt): Mark {
  return evidenceOf(coding) ?? 'unmarked';
}

function* rolesOf({ people }: SampleOfCorpus, said: Said): Pieces<RoleVoices[]> {
  const roles: RoleVoices[] = [];
  for (const [role, members] of grouped(people, ([, of]) => of)) {
    const ids = members.map(([id]) => id);
    roles.push({ role, ...voicesOf(ids, id => said.standingOf(id)) });
    yield;
  }
  return roles;
}

function* kindsOf({ sessions }: SampleOfCorpus, said: Said): Pieces<KindVoices[]> {
  const kinds: KindVoices[] = [];
  for (const ofKind of grouped(sessions, ({ kind }) => kind.toLowerCase()).values()) {
    const transcripts = ofKind.flatMap(session => session.transcripts);
    const standings = new Map<string, Standing>();
    for (const id of new Set(ofKind.flatMap(session => [...session.people]))) {
      standings.set(id, said.standingOf(id, transcripts));
      yield;
    }
    const voices = voicesOf(standings.keys(), id => standings.get(id) ?? 'silent');
    kinds.push({ kind: ofKind[0]?.kind ?? '', sessions: ofKind.length, ...voices });
  }
  return kinds.sort((a, b) => Number(a.kind === '') - Number(b.kind === '') || b.sessions - a.sessions);
}

function sessionVoices({ name, kind, transcripts, people }: SpokenSession, said: Said): SessionVoices {
  const excerpts = new Set([...people].flatMap(id => said.of(id, transcripts)));
  return {
    name,
    kind,
    transcripts: transcripts.map(({ path }) => path),
    excerpts: excerpts.size,
    ...voicesOf(people, id => said.standingOf(id, transcripts)),
  };
}

function* peopleOf({ people, sessions, spoke }: SampleOfCorpus, said: Said): Pieces<PersonVoice[]> {
  const voices: PersonVoice[] = [];
  yield* each(people, 1, ([id, role]) => {
    const excerpts = said.of(id);
    const marks: Record<Mark, number> = { supports: 0, nuances: 0, contradicts: 0, unmarked: 0 };
    for (const excerpt of excerpts) marks[markOf(excerpt)]++;
    const inSessions = sessions.flatMap(session => {
      const transcript = session.transcripts.find(one => spoke.get(one)?.has(id));
      if (transcript === undefined) return [];
      return [{ name: session.name, transcript: transcript.path, excerpts: said.of(id, session.transcripts).length }];
    });
    const standing = said.standingOf(id);
    voices.push({ id, role, standing, excerpts: excerpts.length, marks, sessions: inSessions });
  });
  return voices;
}
