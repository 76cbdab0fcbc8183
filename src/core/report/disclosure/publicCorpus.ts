import { Corpus, type CorpusExcerpt, type CorpusTranscript } from '../../analysis/corpus/corpus.js';
import { frontEntries } from '../../analysis/query/fields/facts.js';
import { nameKey } from '../../analysis/query/fields/field.js';
import type { Pieces } from '../../pieces.js';
import { compareTexts } from '../../text/compare.js';
import type { Span } from '../../text/span.js';
import { speakerKey } from '../../transcript/names.js';
import { labelRenamer, renamer, saysAnyOf, withoutStrangers } from './givenAway.js';
import { type HeldBack, NOTHING_HELD } from './heldBack.js';
import { assertFollowable } from './idProblems.js';
import { labelNames, peopleNames, type TranscriptName, transcriptNames } from './publicNames.js';
import { type OutsideNames, publicPeople, withheldNames } from './publicPeople.js';
import { passageText } from './publicText.js';
import { type Outside, publicTranscript } from './publicTranscript.js';

/** A study as it may leave, and how it hangs together with the one inside. */
export interface PublicCorpus {
  /** What every export is made of: the same questions can be asked of it. */
  readonly corpus: Corpus;
  /** An excerpt as it may leave. */
  of(excerpt: CorpusExcerpt): CorpusExcerpt;
  /** What a participant is called outside. @param id that of the study */
  name(id: string): string;
  /** What a transcript is called outside, by its path; undefined where the study has no such transcript. */
  transcript(path: string): string | undefined;
  /** What a speaker is called outside. @param label as in the transcripts */
  speaker(label: string, participant?: string): string;
  /** The words of a stretch of a transcript, labels of turns included. @param transcript as it is inside */
  passage(words: string, transcript: CorpusTranscript, span: Span): string;
  /** A text with the ids of the study replaced by public ones, wherever they stand as words of their own. */
  text(words: string): string;
  readonly held: HeldBack;
}

const known = new WeakMap<Corpus, PublicCorpus>();

/**
 * What of a study may leave, worked out once; without a policy everything, as it is.
 * @throws DisclosureRefused where the policy cannot be followed: then nothing leaves
 */
export function* publicCorpus(corpus: Corpus): Pieces<PublicCorpus> {
  const found = known.get(corpus) ?? (yield* make(corpus));
  known.set(corpus, found);
  // What may leave may leave again.
  if (!known.has(found.corpus)) known.set(found.corpus, asItIs(found.corpus, found.held));
  return found;
}

/** Everything leaves as it is: there is no policy, or somebody asked for what is inside. */
export function asItIs(corpus: Corpus, held: HeldBack = NOTHING_HELD): PublicCorpus {
  const paths = new Set(corpus.transcripts.map(({ path }) => path));
  return {
    corpus,
    of: excerpt => excerpt,
    name: id => id,
    transcript: path => (paths.has(path) ? path : undefined),
    speaker: label => label,
    passage: words => words,
    text: words => words,
    held,
  };
}

function* make(corpus: Corpus): Pieces<PublicCorpus> {
  const { disclosure } = corpus.study.config;
  if (disclosure === undefined) return asItIs(corpus);
  assertFollowable(corpus.study);
  const { publicIds, withhold, smallestCell } = disclosure;
  const isWithheld = withheldNames(withhold, publicIds);
  const { values, there } = withheldIn(corpus, withhold);
  const inside = publicIds === undefined ? [] : corpus.study.participants.list.map(({ id }) => id);
  const tells = saysAnyOf(values, inside);
  const people = peopleNames(corpus, publicIds, tells);
  const labelsLeave = publicIds === undefined && !isWithheld('labels');
  const labels = labelNames(corpus, label => publicIds !== undefined || isWithheld('interviewer') || tells(label));
  const transcripts = transcriptNames(corpus.transcripts, publicIds, tells);
  const nameOf = (id: string): string => people.get(speakerKey(id)) ?? 'Person';
  const speaker = (label: string, participant?: string): string => {
    if (participant === undefined) return labels.get(speakerKey(label)) ?? (tells(label) ? 'Speaker' : label);
    return labelsLeave && !tells(label) ? label : nameOf(participant);
  };
  const labelsIn: Outside['labelsIn'] = ({ turns }) => {
    const participantOf = new Map(turns.map(turn => [turn.speaker, turn.participant]));
    return label => speaker(label, participantOf.get(label));
  };
  const names: OutsideNames = { of: nameOf, transcripts, isWithheld, tells };
  const renamed = renamer(renamings(corpus, people, labels, publicIds !== undefined));
  const ofLabels = labelRenamer(labelRenamings(corpus, speaker));
  const outsideLabels = new Set([...people.values(), ...labels.values()]);
  const relabelled = (text: string): string => {
    const known = ofLabels(text);
    return renamed(publicIds === undefined ? known : withoutStrangers(known, outsideLabels));
  };
  const excerpts = new Map<CorpusExcerpt, CorpusExcerpt>();
  const publicTranscripts: CorpusTranscript[] = [];
  for (const transcript of corpus.transcripts) {
    const name = transcripts.get(transcript) as TranscriptName;
    const outside = { names, speaker, labelsIn, labels, renamed, relabelled, excerpts };
    publicTranscripts.push(publicTranscript(transcript, name, outside));
    yield;
  }
  publicTranscripts.sort((a, b) => compareTexts(a.path, b.path));
  const { config, codebook } = corpus.study;
  const study = {
    codebook,
    participants: publicPeople(corpus, names),
    config: isWithheld('role') ? { ...config, recruitment: [] } : config,
  };
  const byPath = new Map(corpus.transcripts.map(one => [one.path, transcripts.get(one)?.name]));
  const memos = [...excerpts.keys()].filter(({ coding }) => coding.memo !== undefined).length;
  return {
    corpus: new Corpus(study, publicTranscripts, corpus.complete),
    of: excerpt => excerpts.get(excerpt) ?? excerpt,
    name: nameOf,
    transcript: path => byPath.get(path),
    speaker,
    passage: (words, transcript, span) => passageText(words, transcript, span, labelsIn(transcript), renamed),
    text: renamed,
    held: {
      ...NOTHING_HELD,
      withheld: withhold.filter(name => there.has(nameKey(name))),
      unknown: withhold.filter(name => !there.has(nameKey(name))),
      hasPublicIds: publicIds !== undefined,
      neutralTranscripts: [...transcripts.values()].filter(({ isNeutral }) => isNeutral).length,
      memos,
      smallestCell,
    },
  };
}

/** The values that withheld attributes have anywhere, and which of these attributes there are. */
function withheldIn({ study, transcripts }: Corpus, withhold: readonly string[]) {
  const wanted = new Set(withhold.map(nameKey));
  const values = new Set<string>();
  const there = new Set(study.participants.columns.map(nameKey));
  const take = (name: string, value: string): void => {
    if (!wanted.has(nameKey(name))) return;
    there.add(nameKey(name));
    for (const part of [value, ...value.split(/[,;]/)]) if (part.trim() !== '') values.add(part.trim());
  };
  for (const { role, labels, attributes } of study.participants.list) {
    if (role !== undefined) take('role', role);
    for (const label of labels) take('labels', label);
    for (const [name, value] of Object.entries(attributes)) take(name, value);
  }
  for (const { frontMatter } of transcripts) {
    for (const [name, value] of frontEntries(frontMatter)) take(name, value);
    if (frontMatter.date !== undefined) take('date', frontMatter.date);
    for (const name of frontMatter.interviewers) take('interviewers', name);
  }
  return { values, there };
}

/** What ids and labels become where they stand in other texts. */
function renamings(
  { study, transcripts }: Corpus,
  people: ReadonlyMap<string, string>,
  labels: ReadonlyMap<string, string>,
  hasPublicIds: boolean,
): Map<string, string> {
  const renamings = new Map<string, string>();
  if (!hasPublicIds) return renamings;
  for (const { id } of study.participants.list) renamings.set(id, people.get(speakerKey(id)) ?? id);
  for (const { turns } of transcripts) {
    for (const { participant, speaker } of turns) {
      if (participant !== undefined) renamings.set(participant, people.get(speakerKey(participant)) ?? participant);
      // Labels are words as well, such as “Peer”: only those that cannot be one are replaced in what was said.
      if (speaker === undefined || !/\d/.test(speaker)) continue;
      const outside = participant === undefined ? labels.get(speakerKey(speaker)) : people.get(speakerKey(participant));
      if (outside !== undefined) renamings.set(speaker, outside);
    }
  }
  return renamings;
}

/** What all labels of a study become. */
function labelRenamings({ study, transcripts }: Corpus, speaker: Outside['speaker']): Map<string, string> {
  const renamings = new Map<string, string>();
  for (const { id, labels } of study.participants.list)
    for (const label of [id, ...labels]) renamings.set(label, speaker(label, id));
  for (const { turns, frontMatter } of transcripts) {
    for (const name of frontMatter.interviewers) renamings.set(name, speaker(name));
    for (const { speaker: label, participant } of turns)
      if (label !== undefined) renamings.set(label, speaker(label, participant));
  }
  return renamings;
}
