import { compareTexts } from '../../../text/compare.js';
import { speakerKey } from '../../../transcript/names.js';
import type { FrontMatter } from '../../../transcript/transcript.js';
import type { Corpus, CorpusTranscript } from '../../corpus/corpus.js';
import { namesIn } from '../../corpus/names.js';
import { nameKey } from './field.js';

/** The names that there are in a study, each once, sorted. */
export interface Facts {
  readonly coders: readonly string[];
  /** Ids of codes that codings have and the codebook does not know. */
  readonly strayCodes: readonly string[];
  readonly participants: readonly string[];
  readonly speakers: readonly string[];
  /** Columns of `participants.csv` and entries of front matter, spelt as first met, with the values they have; by `nameKey`. */
  readonly others: ReadonlyMap<string, { readonly name: string; readonly values: readonly string[] }>;
}

const known = new WeakMap<Corpus, Facts>();

/** The names in a study, collected once. */
export function factsOf(corpus: Corpus): Facts {
  const facts = known.get(corpus) ?? collect(corpus);
  known.set(corpus, facts);
  return facts;
}

function collect(corpus: Corpus): Facts {
  const [coders, codes, labels, people] = [new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>()];
  const others = new Map<string, { name: string; values: Set<string> }>();
  const take = (name: string, value: string): void => {
    const key = nameKey(name);
    const other = others.get(key) ?? { name, values: new Set<string>() };
    others.set(key, other);
    other.values.add(value);
  };
  for (const { id, role, attributes } of corpus.study.participants.list) {
    people.add(id);
    if (role !== undefined) take('role', role);
    for (const [name, value] of Object.entries(attributes)) take(name, value);
  }
  for (const transcript of corpus.transcripts) {
    const { frontMatter } = transcript;
    const { participants, speakers = [] } = frontMatter;
    for (const id of [...participants, ...speakers.map(({ participant }) => participant)]) people.add(id);
    for (const [name, value] of frontEntries(frontMatter)) take(name, value);
    const names = namesIn(transcript);
    for (const speaker of names.speakers) labels.add(speaker);
    for (const coder of names.coders) coders.add(coder);
    for (const code of names.codes.keys()) if (corpus.study.codebook.find(code) === undefined) codes.add(code);
  }
  const sorted = [...others].map(
    ([key, { name, values }]) => [key, { name, values: [...values].sort(compareTexts) }] as const,
  );
  return {
    coders: [...coders].sort(compareTexts),
    strayCodes: [...codes].sort(compareTexts),
    participants: eachOnce(people),
    speakers: eachOnce(labels),
    others: new Map(sorted),
  };
}

/** Names that differ by more than their spelling. */
function eachOnce(names: Iterable<string>): string[] {
  const byKey = new Map<string, string>();
  for (const name of names) if (!byKey.has(speakerKey(name))) byKey.set(speakerKey(name), name);
  return [...byKey.values()].sort(compareTexts);
}

/** What a front matter says, entry by entry, but for participants, session and date, which are asked for by fields of their own. */
export function* frontEntries(frontMatter: FrontMatter): Generator<readonly [name: string, value: string]> {
  const { kind, site, language, duration, interviewers, other } = frontMatter;
  for (const [name, value] of Object.entries({ kind, site, language, duration }))
    if (value !== undefined) yield [name, value];
  for (const name of interviewers) yield ['interviewer', name];
  for (const [name, value] of Object.entries(other)) if (value !== '') yield [name, value];
}

/** The session a transcript is of: what its front matter calls it, else its own name. */
export function sessionOf({ frontMatter, name }: Pick<CorpusTranscript, 'frontMatter' | 'name'>): string {
  return frontMatter.session ?? name;
}
