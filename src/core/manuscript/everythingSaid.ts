import type { Corpus, CorpusTranscript } from '../analysis/corpus/corpus.js';
import { inPieces, type Pacing, type Pieces } from '../pieces.js';
import { grouped } from '../text/grouped.js';
import { speakerKey } from '../transcript/names.js';
import { transcriptInPieces } from '../transcript/parse.js';
import { jointly, type Said, saidIn } from './said.js';

/** What was said in a transcript stays as long as the corpus has it: only one that changed is read again. */
const known = new WeakMap<CorpusTranscript, readonly Said[]>();
/** The same of all of them, where all could be read. */
const whole = new WeakMap<Corpus, EverythingSaid>();

/** What is being read. */
const underWay = new WeakMap<Corpus, Promise<EverythingSaid | undefined>>();

/** Everything that was said in a study, by transcript and person. */
export class EverythingSaid {
  private readonly byPerson: Map<string, Said[]>;
  private joint: readonly Said[] | undefined;

  private constructor(
    readonly all: readonly Said[],
    readonly transcripts: ReadonlyMap<string, CorpusTranscript>,
  ) {
    this.byPerson = grouped(all, ({ person }) => speakerKey(person));
  }

  /**
   * What is asked for while it is being read is read once.
   * @param textOf the text of a transcript; one that cannot be read is left out
   * @returns undefined where it was cancelled
   */
  static async read(
    corpus: Corpus,
    textOf: (path: string) => Promise<string>,
    pacing: Omit<Pacing, 'progress'> = {},
  ): Promise<EverythingSaid | undefined> {
    while (!pacing.cancellation?.cancelled) {
      let said = underWay.get(corpus);
      if (said === undefined) {
        said = EverythingSaid.readAnew(corpus, textOf, pacing).finally(() => underWay.delete(corpus));
        underWay.set(corpus, said);
      }
      const read = await said;
      // Else who began it has given it up.
      if (read !== undefined) return read;
    }
    return undefined;
  }

  private static async readAnew(
    corpus: Corpus,
    textOf: (path: string) => Promise<string>,
    { cancellation, pause }: Omit<Pacing, 'progress'>,
  ): Promise<EverythingSaid | undefined> {
    const before = whole.get(corpus);
    if (before !== undefined) return before;
    const all: Said[] = [];
    let isWhole = corpus.complete;
    const { participants } = corpus.study;
    for (const transcript of corpus.transcripts) {
      if (cancellation?.cancelled) return undefined;
      if (transcript.missing) continue;
      let said = known.get(transcript);
      if (said === undefined) {
        const text = await textOf(transcript.path).catch(() => undefined);
        isWhole &&= text !== undefined;
        if (text === undefined) continue;
        const parsed = await inPieces(transcriptInPieces(text, transcript.path, participants.names), { pause });
        said = await inPieces(saidIn(parsed, participants), { pause });
        known.set(transcript, said);
      }
      all.push(...said);
    }
    const said = new EverythingSaid(all, new Map(corpus.transcripts.map(one => [one.path, one])));
    if (isWhole) whole.set(corpus, said);
    return said;
  }

  /** What one person said, transcript after transcript; of several people what they said together where two of them at least speak, else each. */
  *of(persons: readonly string[]): Pieces<readonly Said[]> {
    if (persons.length === 0) return [];
    const key = persons.map(speakerKey).join('\n');
    const known = this.byPerson.get(key);
    if (known !== undefined) return known;
    const own = persons.flatMap(person => this.byPerson.get(speakerKey(person)) ?? []);
    const made = persons.length < 2 ? own : yield* together(own);
    this.byPerson.set(key, made);
    return made;
  }

  /** What everybody said together, who is named and who is not. */
  *ofAll(): Pieces<readonly Said[]> {
    this.joint ??= yield* together(this.all);
    return this.joint;
  }

  /** What everybody else said. */
  notOf(persons: readonly string[]): Said[] {
    const keys = new Set(persons.map(speakerKey));
    return this.all.filter(said => !keys.has(speakerKey(said.person)));
  }
}

/** What people said, transcript by transcript, as one; twice where somebody can be read in two ways. */
function* together(all: readonly Said[]): Pieces<Said[]> {
  const transcripts = grouped(all, ({ transcript }) => transcript.path);
  const joint: Said[] = [];
  for (const some of transcripts.values()) {
    const people = [...grouped(some, ({ person }) => speakerKey(person)).values()];
    const [plain, bracketed] = [people.map(readings => readings[0]), people.map(readings => readings.at(-1))];
    const isTwice = people.some(readings => readings.length > 1);
    for (const readings of isTwice ? [plain, bracketed] : [plain]) joint.push(jointly(readings as [Said, ...Said[]]));
    yield;
  }
  return joint;
}
