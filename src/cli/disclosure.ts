import type { Corpus, CorpusExcerpt } from '../core/analysis/corpus/corpus.js';
import { parseQuery } from '../core/analysis/query/parse.js';
import type { Query } from '../core/analysis/query/query.js';
import { atOnce } from '../core/pieces.js';
import { type HeldBack, heldBackStatement } from '../core/report/disclosure/heldBack.js';
import { asItIs, type PublicCorpus, publicCorpus } from '../core/report/disclosure/publicCorpus.js';
import { whyByAttribute, whyHeldBack, whyTooFew } from '../core/report/disclosure/whyHeldBack.js';
import type { Disclosure } from '../core/study/disclosure.js';
import { STUDY_FILE } from '../core/study/layout.js';
import type { Study } from '../core/study/study.js';
import type { Arguments } from './arguments.js';
import type { Io } from './io.js';
import { Refusal } from './refusal.js';
import { plain } from './table.js';

/**
 * What becomes of what a verb prints, where the study has a disclosure policy. `follows`: it follows the policy. `team`: a tool for those
 * who work in the folder, which shows files as they are and says so. `closed`: it is free text of the team, of which nobody can tell what it gives
 * away, so it is refused unless somebody asks with `--internal`. `nothing`: it prints nothing of people and of what they said.
 */
export type Leaving = 'follows' | 'team' | 'closed' | 'nothing';

const TEAM_ONLY = 'Add --internal if it is for the team alone.';
const FOR_THE_TEAM = 'Hint: This is for the team alone: it shows what the study’s disclosure policy holds back.\n';

/**
 * Decides before a verb does anything whether it may, and says what it shows.
 * @returns the policy that it is to follow; undefined where there is none, or where somebody asked for what is inside
 * @throws Refusal where what it prints is not to leave
 */
export function policyFor(
  study: Study,
  args: Arguments,
  leaving: Leaving,
  name: string,
  io: Io,
): Disclosure | undefined {
  const { disclosure } = study.config;
  if (disclosure === undefined || leaving === 'nothing') return undefined;
  if (args.has('internal') || leaving === 'team') {
    io.stderr(FOR_THE_TEAM);
    return undefined;
  }
  if (leaving === 'follows') return disclosure;
  throw new Refusal(
    'disclosure',
    `${STUDY_FILE}:${disclosure.line}: The study has a disclosure policy, and verbatim ${name} prints free text that the team wrote for itself. Nobody can tell what that gives away, so it does not leave.`,
    `${TEAM_ONLY} To publish some of it, read it and write that into a document of its own.`,
    { file: STUDY_FILE, line: disclosure.line },
  );
}

/** What of a study a verb prints. @param policy as `policyFor` answers it */
export function leavingOf(corpus: Corpus, policy: Disclosure | undefined): PublicCorpus {
  return policy === undefined ? asItIs(corpus) : atOnce(publicCorpus(corpus));
}

/** Says on stderr what was held back, where the format has no place for it. */
export function sayHeldBack(io: Io, held: HeldBack): void {
  for (const sentence of heldBackStatement(held)) io.stderr(`${plain(sentence)}\n`);
}

/** The entry of JSON that says what was held back; none where nothing was. */
export function heldBackJson(held: HeldBack): { readonly heldBack?: readonly string[] } {
  const heldBack = heldBackStatement(held);
  return heldBack.length === 0 ? {} : { heldBack };
}

/** The end of a text or a Markdown document that says what was held back; empty where nothing was. */
export function* heldBackEnd(held: HeldBack, escaped: (text: string) => string = plain): Generator<string> {
  const statement = heldBackStatement(held);
  if (statement.length > 0) yield '\n';
  for (const sentence of statement) yield `${escaped(sentence)}\n`;
}

/** @throws Refusal where a question asks for what must not leave */
export function refuseHeldBack(text: string, policy: Disclosure | undefined): void {
  const { query } = parseQuery(text);
  const reason = query === undefined ? undefined : whyHeldBack(query, policy);
  if (reason !== undefined) throw new Refusal('disclosure', reason, TEAM_ONLY);
}

/** @throws Refusal where the answer to a question by an attribute is of so few people that they could be recognised */
export function refuseSmall(query: Query, excerpts: readonly CorpusExcerpt[], policy: Disclosure | undefined): void {
  const reason = whyTooFew(query, excerpts, policy);
  if (reason !== undefined) throw new Refusal('disclosure', reason, TEAM_ONLY);
}

/** @throws Refusal where a table would count people by an attribute that its question asks for */
export function refuseByAttribute(query: Query | undefined, policy: Disclosure | undefined): void {
  const reason = whyByAttribute(query, policy);
  if (reason !== undefined) throw new Refusal('disclosure', reason, TEAM_ONLY);
}
