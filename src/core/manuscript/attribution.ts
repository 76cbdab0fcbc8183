import { family, speakerKey } from '../transcript/names.js';
import type { ManuscriptPeople } from './people.js';
import type { Attribution, NamedPerson } from './quotation.js';

/** Who is meant, without its place. */
export type Attributed = Omit<Attribution, 'span' | 'leads'>;

/** What stands between the parts of an attribution. */
const PARTS = /\s*(?:[,;:·|/、，；：]|\s[–—-]\s)\s*/u;
/** What may stand between two names. */
const AND = /\s+(?:and|&|und|et|y|og|en)\s+/u;
/** What may stand before a name within its part. */
const BEFORE_NAME = /^(?:both\s+)?(?:participants?|interviewee|respondent|informant|speaker|from|by)\s+/iu;
/** Longer than what names a person and a session. UTF-16 units. */
const LONGEST = 160;

/** Reads attributions of one study. */
export class Attributions {
  /** How the ids of the study look, such as `pp#`: one that looks like them and is nobody's is a mistake. */
  private readonly families: ReadonlySet<string>;
  private readonly inText: RegExp | undefined;

  constructor(private readonly people: ManuscriptPeople) {
    const families = people.names.map(name => family(speakerKey(name)));
    this.families = new Set(families.filter(one => one !== undefined));
    // In running text a name is trusted where it can be nothing else: with a digit, or long enough and with a capital.
    const clear = people.names.filter(name => /\d/u.test(name) || (name.length > 2 && /^\p{Lu}/u.test(name)));
    const sorted = clear.sort((a, b) => b.length - a.length).map(name => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    if (sorted.length > 0)
      this.inText = new RegExp(`(?<![\\p{L}\\p{N}])(?:${sorted.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  }

  /** Reads `PP3, peer practitioner, joint interview`, or `PP3 and NP4` of several people; undefined where it names nobody. */
  read(written: string): Attributed | undefined {
    const text = written
      .replace(/\s+/gu, ' ')
      .replace(/[.,;:]+$/u, '')
      .trim();
    if (text === '' || text.length > LONGEST) return undefined;
    const parts = text.split(PARTS).flatMap(part => this.eachNamed(part));
    for (const isKnown of [true, false]) {
      for (const [i, part] of parts.entries()) {
        const found = this.nameIn(part, isKnown);
        if (found === undefined) continue;
        const isList = AND.test(text);
        const others = parts.map((one, k) => (k === i ? undefined : this.alsoNamed(one, found.name, isList)));
        const also = others.filter(one => one !== undefined);
        const detail = parts.map((one, k) => (k === i ? found.rest : others[k] === undefined ? one : ''));
        const told = detail.filter(one => one !== '').join(', ');
        return {
          ...this.person(found.name),
          ...(also.length === 0 ? {} : { also }),
          ...(told === '' ? {} : { detail: told }),
        };
      }
    }
    return undefined;
  }

  /** The names in running text, in order, with their offsets. */
  named(text: string): { readonly name: string; readonly person: string; readonly index: number }[] {
    if (this.inText === undefined) return [];
    return [...text.matchAll(this.inText)].flatMap(({ 0: name, index }) => {
      const person = this.people.named(name);
      return person === undefined || person.asks ? [] : [{ name, person: person.id, index }];
    });
  }

  /** The same behind a dash, or on a line of its own: a single letter is a word there, `I` or `a`. */
  readBare(written: string): Attributed | undefined {
    const found = this.read(written);
    return found !== undefined && isMoreThanLetter(found.participant) ? found : undefined;
  }

  /** Whom a label of a dialogue names, be it one who asks; undefined where it is no label. */
  labelled(name: string): Attributed | undefined {
    const found = this.person(name);
    return found.person !== undefined || this.looksLikeId(name) ? found : undefined;
  }

  private person(name: string): NamedPerson {
    const person = this.people.named(name)?.id;
    return { participant: name, ...(person === undefined ? {} : { person }) };
  }

  /** `PP3 and NP4` is two parts, if both are names and the whole is none. */
  private eachNamed(part: string): readonly string[] {
    const each = part.replace(BEFORE_NAME, '').split(AND);
    const isName = (name: string): boolean => this.isSomebody(name) || this.looksLikeId(name);
    return each.length > 1 && !this.isSomebody(part) && each.every(isName) ? each : [part];
  }

  /** A further name: all of its part, and no mere number, which may be an age or a page, unless they are listed. */
  private alsoNamed(part: string, first: string, isList: boolean): NamedPerson | undefined {
    const name = part.replace(BEFORE_NAME, '');
    const isName = (this.isSomebody(name) || this.looksLikeId(name)) && (isList || /\D/u.test(part));
    return isName && speakerKey(name) !== speakerKey(first) ? this.person(name) : undefined;
  }

  private nameIn(part: string, isKnown: boolean): { name: string; rest: string } | undefined {
    const fits = (name: string): boolean => (isKnown ? this.isSomebody(name) : this.looksLikeId(name));
    const plain = part.replace(BEFORE_NAME, '');
    for (const name of [part, plain]) if (fits(name)) return { name, rest: '' };
    // `peer practitioner PP3`: behind a few words, where it looks like an id.
    const words = part.split(' ');
    const last = words.at(-1) ?? '';
    const [first = ''] = words;
    if (words.length > 5) return undefined;
    if (/\d/u.test(last) && fits(last)) return { name: last, rest: words.slice(0, -1).join(' ') };
    return /\d/u.test(first) && fits(first) ? { name: first, rest: words.slice(1).join(' ') } : undefined;
  }

  private isSomebody(name: string): boolean {
    const person = this.people.named(name);
    return person !== undefined && (!person.asks || isMoreThanLetter(name));
  }

  private looksLikeId(name: string): boolean {
    const key = family(speakerKey(name));
    return key !== undefined && this.families.has(key);
  }
}

/**
 * Whom the last of some names in a text are: several where an “and” alone is between them, `PP3 and NP4`.
 * @param names in the order of the text, with their offsets in it
 */
export function lastNamed(
  names: readonly { readonly name: string; readonly person: string; readonly index: number }[],
  text: string,
): (Attributed & { readonly start: number; readonly end: number }) | undefined {
  const last = names.at(-1);
  if (last === undefined) return undefined;
  const endOf = (at: number): number => (names[at]?.index ?? 0) + (names[at]?.name.length ?? 0);
  let first = names.length - 1;
  while (first > 0 && JOINED.test(text.slice(endOf(first - 1), names[first]?.index))) first--;
  const [one, ...also] = names.slice(first).map(({ name, person }) => ({ participant: name, person }));
  const place = { start: names[first]?.index ?? 0, end: endOf(names.length - 1) };
  return one && { ...one, ...(also.length === 0 ? {} : { also }), ...place };
}

const JOINED = new RegExp(`^${AND.source}$`, 'u');
const isMoreThanLetter = (name: string): boolean => [...name].length > 1;
