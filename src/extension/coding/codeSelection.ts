import * as vscode from 'vscode';
import { codeTitled } from '../../core/codebook/names.js';
import { type CodeChoice, codePassages, type PassageWish, type SeenTranscript } from '../../core/coding/actions.js';
import type { Coding } from '../../core/coding/coding.js';
import { shorten } from '../../core/text/shorten.js';
import type { Span } from '../../core/text/span.js';
import { readable } from '../../core/transcript/query.js';
import { listed } from '../codebook/words.js';
import { announce } from '../common/report.js';
import { conclude } from '../history/conclude.js';
import type { History } from '../history/history.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import type { Visibility } from '../visibility/visibility.js';
import { pickCodes } from './codePicker.js';
import type { Coder } from './coder.js';
import { type Favorites, pickDigit } from './favorites.js';
import type { LastCodings } from './lastCodings.js';
import { passagesMeant, sayNothingMeant, seenIn, transcriptAtHand } from './passages.js';
import type { RecentCodes } from './recentCodes.js';

/** What coding a selection needs. */
export interface CodingServices {
  readonly studies: Studies;
  readonly coder: Coder;
  readonly recent: RecentCodes;
  readonly history: History;
  readonly last: LastCodings;
  readonly favorites: Favorites;
  readonly visibility: Visibility;
}

/** What a person is about to code: some passages of one transcript. */
interface Meant {
  readonly opened: OpenStudy;
  readonly seen: SeenTranscript;
  readonly spans: readonly Span[];
}

/** Answers which codes passages are to get; undefined where the person turned away. */
type Choose = (meant: Meant) => Promise<readonly CodeChoice[] | undefined>;

/** The longest name that is made of somebody's words, in code points. */
const LONGEST_NAME = 60;

/**
 * Codes what is selected, or the sentence at each cursor, and says what was done. The first time it asks who is coding.
 * @param choose asked once, for all passages
 * @returns the codings that were made
 */
async function codeWith(services: CodingServices, choose: Choose): Promise<readonly Coding[]> {
  const meant = await meantBy(services.studies);
  const coder = meant && (await services.coder.ensure(meant.opened));
  if (meant === undefined || coder === undefined) return [];
  const choices = await choose(meant);
  if (choices === undefined || choices.length === 0) return [];
  const wishes = meant.spans.map(span => ({ span, choices }));
  return apply(services, meant, coder, wishes);
}

/** Lets a person choose the codes. */
export async function codeSelection(services: CodingServices): Promise<void> {
  await codeWith(services, meant => askCodes(services, meant));
}

/** Gives the codes that were given last; asks where there is none yet. */
export async function codeAgain(services: CodingServices): Promise<void> {
  await codeWith(services, async meant => {
    const codes = services.last.codes(meant.opened);
    return codes.length === 0 ? askCodes(services, meant) : codes.map(id => ({ id }));
  });
}

/**
 * Gives the code that has a digit's key. A digit that is free asks for a code, which then has it; the first of several.
 * @param digit what the key hands in; anything else asks which
 */
export async function codeWithFavorite(services: CodingServices, digit: unknown): Promise<void> {
  let used: { opened: OpenStudy; digit: number } | undefined;
  const made = await codeWith(services, async meant => {
    const { opened } = meant;
    const number =
      typeof digit === 'number' && digit >= 1 && digit <= 9
        ? digit
        : await pickDigit(opened, services.favorites, vscode.l10n.t('Code with which favourite?'));
    if (number === undefined) return undefined;
    const code = services.favorites.at(opened, number);
    if (code !== undefined) return [{ id: code.id }];
    used = { opened, digit: number };
    return askCodes(services, meant, vscode.l10n.t('Key {0} is free: the code you choose gets it', number));
  });
  const [first] = made;
  if (used === undefined || first === undefined) return;
  await services.favorites.set(used.opened, used.digit, first.code);
}

function askCodes(
  { recent, favorites }: CodingServices,
  { opened, seen, spans }: Meant,
  title?: string,
): Promise<readonly CodeChoice[] | undefined> {
  const [first] = spans as readonly [Span, ...Span[]];
  const quote = shorten(seen.points.slice(first.start, first.end), 50);
  const what = spans.length === 1 ? quote : vscode.l10n.t('{0} and {1} more', quote, spans.length - 1);
  const asked = title ?? vscode.l10n.t('Code “{0}”', what);
  return pickCodes(opened, recent.of(opened), asked, favorites.digits(opened));
}

/** Makes the selected words a code of their own and codes them with it; a code of that name is used again. */
export async function codeInVivo(services: CodingServices): Promise<void> {
  const meant = await meantBy(services.studies);
  const coder = meant && (await services.coder.ensure(meant.opened));
  if (meant === undefined || coder === undefined) return;
  const { opened, seen, spans } = meant;
  const transcript = opened.study.transcripts.parse(seen.points.text, seen.transcript);
  const wishes = spans.map(span => {
    const title = shorten(readable(transcript, span), LONGEST_NAME);
    return { span, choices: [named(opened, title)] };
  });
  await apply(services, meant, coder, wishes);
}

/** The code of a name, or the wish for one. */
function named(opened: OpenStudy, title: string): CodeChoice {
  const known = codeTitled(opened.study.codebook, title);
  return known === undefined ? { title } : { id: known.id };
}

async function meantBy(studies: Studies): Promise<Meant | undefined> {
  const hand = await transcriptAtHand(studies);
  if (hand === undefined) return undefined;
  const seen = await seenIn(hand, hand.editor.document);
  const spans = passagesMeant(hand, seen);
  if (spans.length > 0) return { opened: hand.opened, seen, spans };
  sayNothingMeant();
  return undefined;
}

async function apply(
  services: CodingServices,
  { opened, seen, spans }: Meant,
  coder: string,
  wishes: readonly PassageWish[],
): Promise<readonly Coding[]> {
  const { codings, edits } = await codePassages(opened.study, seen, coder, wishes);
  if (codings.length === 0) {
    announce(
      spans.length === 1
        ? vscode.l10n.t('$(info) You have given this passage this code already.')
        : vscode.l10n.t('$(info) You have given these passages this code already.'),
    );
    return [];
  }
  const codes = [...new Set(codings.map(({ code }) => code))];
  const titles = listed(codes.map(code => opened.study.titleOf(code)));
  const passages = new Set(codings.map(({ at }) => at.join()));
  const title =
    passages.size === 1
      ? vscode.l10n.t('Coded with {0}', titles)
      : vscode.l10n.t('Coded {0} passages with {1}', passages.size, titles);
  const isShown = services.visibility.filter(opened);
  const isSeen = codings.some(({ code }) => isShown(code, coder));
  const said = isSeen ? title : vscode.l10n.t('{0}; the filter hides it', title);
  await Promise.all([
    services.last.made(opened, codings),
    conclude(services.history, opened, 'check', { title, edits }, said),
    services.recent.use(opened, codes),
  ]);
  return codings;
}
