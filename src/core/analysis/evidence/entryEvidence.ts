import type { CodebookEntry } from '../../codebook/codebook.js';
import { evidenceOf } from '../../coding/evidence.js';
import { grouped } from '../../text/grouped.js';
import { codesFor } from '../codeUse.js';
import type { Corpus, CorpusExcerpt, CorpusTranscript } from '../corpus/corpus.js';
import type { EntryEvidence, KindVoices, Mark, PersonVoice, RoleVoices, SessionVoices, Standing } from './evidence.js';
import { type SampleOfCorpus, type SpokenSession, sampleOfCorpus } from './sampleOfCorpus.js';
import { voicesOf } from './voices.js';

/** Says of themes and codes who said it and who did not. What does not depend on them is worked out once. */
export class EvidenceReader {
  private readonly sample: SampleOfCorpus;
  private readonly byEntry = new Map<CodebookEntry, CorpusExcerpt[]>();
  /** The order of the texts. */
  private readonly order = new Map<CorpusExcerpt, number>();

  constructor(private readonly corpus: Corpus) {
    this.sample = sampleOfCorpus(corpus);
    for (const excerpt of corpus.excerpts()) {
      this.order.set(excerpt, this.order.size);
      const entry = corpus.codeOf(excerpt);
      if (entry === undefined) continue;
      const known = this.byEntry.get(entry);
      if (known === undefined) this.byEntry.set(entry, [excerpt]);
      else known.push(excerpt);
    }
  }

  /** How many people the sample has. */
  get people(): number {
    return this.sample.people.size;
  }

  /**
   * Who said it, and who did not. A theme or code has the excerpts of all codes in it; those that mark what is in scope are among them only
   * where that is what it does itself.
   */
  of(entry: CodebookEntry): EntryEvidence {
    const { corpus, sample } = this;
    const all = this.excerptsOf(entry);
    const placed = all.filter(({ span }) => span !== undefined);
    const counted = placed.filter(({ transcript, span }) => span !== undefined && corpus.isInScope(transcript, span));
    const said = new Said(sample, counted);
    return {
      entry,
      all: voicesOf(sample.people.keys(), id => said.standingOf(id)),
      roles: rolesOf(sample, said),
      kinds: kindsOf(sample, said),
      sessions: sample.sessions.map(session => sessionVoices(session, said)),
      people: peopleOf(sample, said),
      excerpts: byMark(counted),
      count: counted.length,
      byOthers: counted.filter(excerpt => said.peopleIn(excerpt).length === 0).length,
      outOfScope: placed.length - counted.length,
      inDoubt: all.length - placed.length,
    };
  }

  private excerptsOf(entry: CodebookEntry): CorpusExcerpt[] {
    const place = (excerpt: CorpusExcerpt): number => this.order.get(excerpt) ?? 0;
    const all = codesFor(entry).flatMap(code => this.byEntry.get(code) ?? []);
    return all.sort((a, b) => place(a) - place(b));
  }
}

/** Which of some excerpts each person speaks in, and where. */
class Said {
  private readonly byPerson = new Map<string, CorpusExcerpt[]>();

  constructor(
    private readonly sample: SampleOfCorpus,
    counted: readonly CorpusExcerpt[],
  ) {
    for (const excerpt of counted) {
      for (const id of this.peopleIn(excerpt)) {
        const known = this.byPerson.get(id);
        if (known === undefined) this.byPerson.set(id, [excerpt]);
        else known.push(excerpt);
      }
    }
  }

  /** Who of the sample speaks in an excerpt. */
  peopleIn({ transcript, participants }: CorpusExcerpt): string[] {
    const spoke = this.sample.spoke.get(transcript);
    return participants.filter(id => spoke?.has(id));
  }

  /** The excerpts a person speaks in, in some transcripts or all. */
  of(id: string, transcripts?: readonly CorpusTranscript[]): readonly CorpusExcerpt[] {
    const all = this.byPerson.get(id) ?? [];
    return transcripts === undefined ? all : all.filter(({ transcript }) => transcripts.includes(transcript));
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

function byMark(excerpts: readonly CorpusExcerpt[]): Record<Mark, CorpusExcerpt[]> {
  const by: Record<Mark, CorpusExcerpt[]> = { supports: [], nuances: [], contradicts: [], unmarked: [] };
  for (const excerpt of excerpts) by[markOf(excerpt)].push(excerpt);
  return by;
}

function rolesOf({ people }: SampleOfCorpus, said: Said): RoleVoices[] {
  return [...grouped(people, ([, role]) => role)].map(([role, members]) => ({
    role,
    ...voicesOf(
      members.map(([id]) => id),
      id => said.standingOf(id),
    ),
  }));
}

function kindsOf({ sessions }: SampleOfCorpus, said: Said): KindVoices[] {
  const kinds = [...grouped(sessions, ({ kind }) => kind.toLowerCase())].map(([, ofKind]) => {
    const transcripts = ofKind.flatMap(session => session.transcripts);
    const people = new Set(ofKind.flatMap(session => [...session.people]));
    const voices = voicesOf(people, id => said.standingOf(id, transcripts));
    return { kind: ofKind[0]?.kind ?? '', sessions: ofKind.length, ...voices };
  });
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

function peopleOf({ people, sessions, spoke }: SampleOfCorpus, said: Said): PersonVoice[] {
  return [...people].map(([id, role]) => {
    const excerpts = said.of(id);
    const marks: Record<Mark, number> = { supports: 0, nuances: 0, contradicts: 0, unmarked: 0 };
    for (const excerpt of excerpts) marks[markOf(excerpt)]++;
    const inSessions = sessions.flatMap(session => {
      const transcript = session.transcripts.find(one => spoke.get(one)?.has(id));
      if (transcript === undefined) return [];
      return [{ name: session.name, transcript: transcript.path, excerpts: said.of(id, session.transcripts).length }];
    });
    return { id, role, standing: said.standingOf(id), excerpts: excerpts.length, marks, sessions: inSessions };
  });
}
