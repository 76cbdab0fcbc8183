import type { Corpus, CorpusTranscript } from '../analysis/corpus/corpus.js';
import { withheldNames } from '../report/disclosure/publicPeople.js';
import type { ManuscriptPeople } from './people.js';

/** How a person is attributed a quotation. */
export interface WrittenAttribution {
  /** The name that may leave the study. */
  readonly name: string;
  /** At first mention the role and the kind of session; empty later, and where the study does not say, or may not. */
  readonly detail: readonly string[];
  /** Both: `PP3, peer, joint interview`. */
  readonly text: string;
}

/**
 * The attribution of words that a person said in a session: spelt out at first mention, only the name later. Of what is known of a person
 * nothing but the role is told, and that not where it is withheld.
 * @param person id, or a label
 */
export function attributionFor(
  person: string,
  corpus: Corpus,
  people: ManuscriptPeople,
  session: CorpusTranscript | undefined,
  isFirstMention: boolean,
): WrittenAttribution {
  const name = people.named(person)?.name ?? person;
  const role = corpus.study.participants.named(person)?.role;
  const { withhold = [], publicIds } = corpus.study.config.disclosure ?? {};
  const isWithheld = withheldNames(withhold, publicIds);
  const told = [isWithheld('role') ? '' : role, isWithheld('kind') ? '' : session?.frontMatter.kind];
  const detail = isFirstMention ? told.filter(one => one !== undefined && one !== '') : [];
  return { name, detail: detail as string[], text: [name, ...detail].join(', ') };
}
