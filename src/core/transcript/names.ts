import { codePointLength } from '../text/codePoints.js';

/** Characters that steer the direction or joining of text and are no part of a name, as a pattern source for a class. */
export const UNSEEN = String.raw`\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff`;
const unseen = new RegExp(`[${UNSEEN}]`, 'g');

/** What two spellings of a speaker have in common: case, composition of accents and spacing do not tell speakers apart. */
export function speakerKey(name: string): string {
  return name.replace(unseen, '').normalize('NFC').toLowerCase().normalize('NFC').replace(/\s+/g, ' ').trim();
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(/[,\n]\s*/).map(speakerKey));

/** What stands before a colon at the start of a line and is no speaker, whatever its number. */
const NO_SPEAKERS =
  words(`note, notes, nb, n.b., ps, p.s., break, pause, time, date, place, location, setting, duration, example, for example
e.g., i.e., eg, ie, todo, to do, warning, tip, source, sources, summary, abstract, keywords, key words, remark, comment, comments, reference, references
http, https, ftp, mailto, file, www, recording, transcript, transcription, transcribed by, end, start, language, version, project
hinweis, anmerkung, notiz, zeit, datum, ort, dauer, beispiel, zum beispiel, z.b., quelle, zusammenfassung
remarque, lieu, durée, exemple, par exemple, heure, source
nota, notas, pausa, fecha, lugar, hora, ejemplo, por ejemplo, data, local, exemplo, por exemplo, luogo, esempio, per esempio
opmerking, pauze, plaats, tijd, voorbeeld, bijvoorbeeld, merknad, sted, tid, dato, varighet, for eksempel, anteckning, plats, till exempel
注, 注意, 备注, 備註, 备考, 備考, 休息, 休憩, 时间, 時間, 日期, 日時, 地点, 地點, 場所, 例如, 例えば, 주의, 참고, 시간, 장소, 휴식
הערה, הפסקה, תאריך, זמן, מקום, לדוגמה, ملاحظة, استراحة, التاريخ, الوقت, المكان, مثال, примечание, перерыв, дата, время, место, пример`);

/** What numbers the parts of a document rather than people: `Question 3`, `Part 2`. */
const PARTS =
  words(`question, topic, theme, part, section, chapter, figure, fig., table, step, phase, day, week, month, year, session, item, point, page, line, task, appendix
frage, thema, teil, abschnitt, kapitel, tabelle, tag, woche, seite, aufgabe, partie, thème, chapitre, jour, semaine
pregunta, tema, parte, pergunta, domanda, capítulo, día, semana, sección, seção, vraag, deel, hoofdstuk, spørsmål, del, fråga, 问题, 問題, 질문, שאלה, سؤال, вопрос, часть, тема`);

/** Short answers and openers that are often set in bold at the start of a paragraph. */
const ORDINARY =
  words(`yes, no, yeah, ok, okay, well, right, so, but, and, never, always, really, maybe, exactly, what, why, how, who, when, where, not, this, that
it, we, they, he, she, you, the, first, second, third, finally, however, important, all, one, ja, nein, oui, non, sí, si, não, nei, nej, nee, да, нет, 是, 不, はい, いいえ`);

/** Verbs that report speech: `She said:` in running text. */
const REPORTS =
  /(?:^| )(?:said|says|asked|asks|told|thought|goes|went|like|replied|answered|follows|following|that|is|are|was|were)$/;

/**
 * Whether a text can name a speaker: at most 5 words and 40 code points, no sentence punctuation inside, and none of
 * the words that stand before a colon in ordinary writing.
 */
export function isName(name: string): boolean {
  const key = speakerKey(name);
  if (key === '' || codePointLength(key) > 40 || /^[\d\s.,-]+$/.test(key)) return false;
  const parts = key.split(' ');
  if (parts.length > 5 || !parts.every(isNamePart)) return false;
  const last = parts.length > 1 ? (parts.at(-1) as string) : '';
  if (NO_SPEAKERS.has(key) || last === 'note' || last === 'notes' || parts[0] === 'note' || REPORTS.test(key))
    return false;
  return !NO_SPEAKERS.has(withoutNumber(key)) && !(key !== withoutNumber(key) && PARTS.has(withoutNumber(key)));
}

const withoutNumber = (key: string): string => key.replace(/[\s#.-]*\d+[a-z]?$/, '');

/** A full stop is fine in `Dr.` and `M. K.`, an apostrophe and a hyphen anywhere; a comma, a quote or a dash is a sentence. */
function isNamePart(part: string): boolean {
  if (/[,;!?…。、，；！？؟،"“”„«»/=^~$%{}]/u.test(part)) return false;
  return !part.includes('.') || /^(?:(?:\p{L}\p{M}*\.?){1,3}|prof\.)$/u.test(part) || /\d/.test(part);
}

/**
 * Whether a name without a colon after it still looks like one: an id with a digit, capitals, words that all start
 * with a capital, or a script without case. `**Yes**` and `**really important**` do not.
 */
export function looksLikeName(name: string): boolean {
  if (ORDINARY.has(speakerKey(name))) return false;
  return /\d/.test(name) || name.split(/\s+/).every(word => !/^\p{Ll}/u.test(word.replace(unseen, '')));
}

/** Whether a name is several words without a capital or digit, as running text is. */
export function looksLikeText(name: string): boolean {
  return /\s/.test(name.trim()) && !/[\p{Lu}\p{Lt}\p{N}]/u.test(name) && /\p{Ll}/u.test(name);
}

/** The pattern an id follows, `pp#` for `PP3`; undefined for a name without a number. */
export function family(key: string): string | undefined {
  return /\p{L}/u.test(key) && /\d/.test(key) ? key.replace(/\d+/g, '#') : undefined;
}
