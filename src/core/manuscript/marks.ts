/**
 * Everything that a manuscript may write besides words, in one place: how words left out, words put in, words held back and quotation
 * marks look. `docs/quotations.md` says the same for people.
 */

const DOTS = String.raw`(?:…|\.(?:[ \t\u00a0\u2009\u202f\n]?\.){2,})`;

/** Words left out: dots or the character for them, bare or in brackets, with a fourth point where a sentence ends. */
export const ELISION = new RegExp(String.raw`\[\s*${DOTS}\s*\.?\s*\]|\(\s*${DOTS}\s*\.?\s*\)|${DOTS}`, 'u');

/** The words before were said like this. Emphasis is gone from what is shown. */
export const SIC = /\[\s*sic\s*!?\s*\]|\(\s*sic\s*!?\s*\)/iu;

/** A letter in brackets at the start of a word: it was written large or small for the sentence around it. */
export const CASED = /\[(\p{L})\](?=\p{L})/u;

/** Anything else in square brackets, on up to two lines. */
export const BRACKET = /\[([^[\]]{1,300})\]/u;

/** Text that was painted over. */
export const BLACK = /[█▇■]{1,200}/u;

/** What stands in brackets where something is held back, one of them alone or with a number: `[name]`, `[Place 2]`. */
const HELD_BACK = [
  ...['name', 'first name', 'last name', 'surname', 'full name', 'nickname', 'initials', 'names'],
  ...['place', 'place name', 'town', 'city', 'village', 'street', 'address', 'region', 'location'],
  ...['hospital', 'clinic', 'organisation', 'organization', 'employer', 'workplace', 'company', 'institution'],
  ...['date', 'year', 'age', 'phone number', 'email', 'identifying detail', 'identifying details'],
  ...['redacted', 'removed', 'withheld', 'anonymised', 'anonymized', 'de-identified', 'deleted', 'xxx', 'x'],
];
const REDACTIONS: ReadonlySet<string> = new Set(HELD_BACK);
/** The words that may say first that something is held back, and then why or what: `[redacted: third person]`, `[name removed]`. */
const SAYS_SO = /(?:^|\s)(?:redacted|removed|withheld|anonymi[sz]ed|de-identified|deleted)(?:$|[\s:,;])/u;

/** Whether what stands in square brackets says that words are held back: `[name]`, `[name of a colleague]`, `[redacted: reason]`. */
export function isRedaction(label: string): boolean {
  const key = label.toLowerCase().replace(/\s+/gu, ' ').trim();
  if (/^(?:…|\.\.\.)\s*:/u.test(key) || SAYS_SO.test(key)) return true;
  const [first = ''] = key.split(/\s*:|\s+of\s|['’]s\s*$/u);
  return REDACTIONS.has(first.replace(/[\s#-]*(?:\d+|[a-z])$/u, '')) || REDACTIONS.has(first);
}

/** What a transcriber puts in brackets for words that were said but are not written: nobody leaves them out in silence. */
const NOT_WRITTEN =
  /\b(?:inaudible|unclear|unintelligible|indistinct|incomprehensible|left out|omitted|not transcribed|colleague|client|patient|relative|person)\b/u;

/** Whether brackets of a transcript stand for words that were said. Any other is a remark of who transcribed, which a quotation may leave out. */
export function standsForWords(label: string): boolean {
  return NOT_WRITTEN.test(label.toLowerCase()) || isRedaction(label);
}

/** Remarks between round brackets, in which people also speak: only these are remarks. */
export const ROUND_REMARK =
  /\(\((?<double>[^()]{1,200})\)\)|\((?:[.\d,\s]{1,8}s?|(?:(?:long|short|brief|both|all|general|he|she|they)\s)?(?:pauses?|silence|laughs?|laughing|laughter|sighs?|sighing|cries|crying|coughs?|coughing|smiles?|nods?|whispers?|inhales|exhales|break))\)/iu;

/** Each kind of quotation mark: what closes what opens. The single ones are apostrophes as well. */
export const CLOSERS: Readonly<Record<string, readonly string[]>> = {
  '“': ['”', '“'],
  '”': ['”'],
  '„': ['“', '”'],
  '"': ['"'],
  '«': ['»'],
  '»': ['«', '»'],
  '‹': ['›'],
  '›': ['‹'],
  '‘': ['’'],
  '‚': ['‘', '’'],
  "'": ["'"],
  '「': ['」'],
  '『': ['』'],
};

/** Quotation marks of any shape, apostrophes among them: one mark, however it is set. */
export const QUOTE_MARK = /["“”„‟«»‹›‘’‚‛'`´「」『』＂]/u;
/** Dashes of any length that are not within a word. */
export const DASH = /[–—―‒−‐‑-]+/u;
