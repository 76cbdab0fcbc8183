import { family, speakerKey } from '../transcript/names.js';
import type { ManuscriptPeople } from './people.js';
import type { Attribution } from './quotation.js';

/** Who is meant, without its place. */
export type Attributed = Omit<Attribution, 'span' | 'leads'>;

/** What stands between the parts of an attribution. */
const PARTS = /\s*(?:[,;:·|/]|\s[–—-]\s)\s*/u;
/** What may stand before a name within its part. */
const BEFORE_NAME = /^(?:participants?|interviewee|respondent|informant|speaker|from|by)\s+/iu;
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

  /** Reads `PP3, peer practitioner, joint interview`; undefined where it names nobody. */
  read(written: string): Attributed | undefined {
    const text = written
      .replace(/\s+/gu, ' ')
      .replace(/[.,;:]+$/u, '')
      .trim();
    if (text === '' || text.length > LONGEST) return undefined;
    const parts = text.split(PARTS);
    for (const isKnown of [true, false]) {
      for (const [i, part] of parts.entries()) {
        const found = this.nameIn(part, isKnown);
        if (found === undefined) continue;
        const detail = [...parts.slice(0, i), found.rest, ...parts.slice(i + 1)].filter(one => one !== '').join(', ');
        const person = this.people.named(found.name)?.id;
        return {
          participant: found.name,
          ...(person === undefined ? {} : { person }),
          ...(detail === '' ? {} : { detail }),
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
    const person = this.people.named(name)?.id;
    if (person !== undefined) return { participant: name, person };
    return this.looksLikeId(name) ? { participant: name } : undefined;
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

const isMoreThanLetter = (name: string): boolean => [...name].length > 1;
