import type { Corpus } from '../../core/analysis/corpus/corpus.js';
import { attributionFor } from '../../core/manuscript/attributionFor.js';
import type { NamedInManuscript, PassageNames } from '../../core/manuscript/compose/draft.js';
import type { Passage } from '../../core/manuscript/compose/passage.js';
import { namedIn } from '../../core/manuscript/named.js';
import type { ManuscriptPeople } from '../../core/manuscript/people.js';
import type { Manuscript } from '../../core/manuscript/quotation.js';

/** The kinds of session that are read again behind a dialogue. */
const SESSION = /interview|group|session|meeting|discussion/iu;

/**
 * How those who speak in a passage are named in a manuscript: by public ids where the study has them, without what it withholds.
 * @param manuscript where it goes; undefined where there is none yet
 * @param before who is named before this place, in code points of the manuscript, is not mentioned for the first time
 */
export function attributionsOf(
  { turns }: Passage,
  path: string,
  corpus: Corpus,
  people: ManuscriptPeople,
  manuscript: Manuscript | undefined,
  before: number,
): PassageNames {
  const transcript = corpus.transcripts.find(one => one.path === path);
  const named = new Set(
    manuscript?.quotations
      .filter(({ attribution }) => attribution !== undefined && attribution.span.start < before)
      .flatMap(({ attribution }) => namedIn(attribution).map(({ participant, person }) => person ?? participant)),
  );
  const shown = turns.map(({ speaker }): NamedInManuscript | undefined => {
    if (speaker === undefined) return undefined;
    const person = transcript?.turns.find(turn => turn.speaker === speaker)?.participant ?? speaker;
    const { name, text } = attributionFor(person, corpus, people, transcript, true);
    const id = people.named(person)?.id ?? person;
    return { name, first: text, isFirst: !named.has(id) && !named.has(name) };
  });
  const kind = transcript?.frontMatter.kind;
  // What the attributions may say of the session, a dialogue may, too.
  const isTold = kind !== undefined && SESSION.test(kind) && shown.some(who => who?.first.split(', ').includes(kind));
  return { turns: shown, ...(isTold ? { session: kind } : {}) };
}
