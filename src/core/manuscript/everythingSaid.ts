import type { Corpus, CorpusTranscript } from '../analysis/corpus/corpus.js';
import type { Cancellation } from '../ports.js';
import { speakerKey } from '../transcript/names.js';
import { parseTranscript } from '../transcript/parse.js';
import { type Said, saidIn } from './said.js';

/** What was said in a transcript stays as long as the corpus has it: only one that changed is read again. */
const known = new WeakMap<CorpusTranscript, readonly Said[]>();

/** Everything that was said in a study, by transcript and person. */
export class EverythingSaid {
  private readonly byPerson = new Map<string, Said[]>();

  private constructor(
    readonly all: readonly Said[],
    readonly transcripts: ReadonlyMap<string, CorpusTranscript>,
  ) {
    for (const said of all) {
      const key = speakerKey(said.person);
      const list = this.byPerson.get(key);
      if (list === undefined) this.byPerson.set(key, [said]);
      else list.push(said);
    }
  }

  /**
   * @param textOf the text of a transcript; one that cannot be read is left out
   * @returns undefined where it was cancelled
   */
  static async read(
    corpus: Corpus,
    textOf: (path: string) => Promise<string>,
    cancellation?: Cancellation,
  ): Promise<EverythingSaid | undefined> {
    const all: Said[] = [];
    const { participants } = corpus.study;
    for (const transcript of corpus.transcripts) {
      if (cancellation?.cancelled) return undefined;
      if (transcript.missing) continue;
      let said = known.get(transcript);
      if (said === undefined) {
        const text = await textOf(transcript.path).catch(() => undefined);
        if (text === undefined) continue;
        said = saidIn(parseTranscript(text, transcript.path, participants.names), participants);
        known.set(transcript, said);
      }
      all.push(...said);
    }
    return new EverythingSaid(all, new Map(corpus.transcripts.map(transcript => [transcript.path, transcript])));
  }

  /** What one person said, transcript after transcript. */
  of(person: string): readonly Said[] {
    return this.byPerson.get(speakerKey(person)) ?? [];
  }

  /** What everybody else said. */
  notOf(person: string): Said[] {
    return this.all.filter(said => speakerKey(said.person) !== speakerKey(person));
  }
}
