import { countOf } from '../text/countOf.js';
import { shorten } from '../text/shorten.js';
import type { Difference, QuotationRemark, QuotationSource } from './checked.js';
import { namedIn, personsIn } from './named.js';
import type { ManuscriptPeople } from './people.js';
import type { Attribution, NamedPerson, Quotation } from './quotation.js';

interface Said {
  readonly message: string;
  readonly remedy: string;
}

const LONGEST = 80;
const quoted = (text: string): string => `“${shorten(text, LONGEST)}”`;
const at = ({ transcript, line }: QuotationSource): string => `${transcript}, line ${line}`;

/** What is said about a quotation, in sentences. People have the names that a manuscript may use. */
export class Words {
  constructor(private readonly people: ManuscriptPeople) {}

  confirmed(places: readonly QuotationSource[], remarks: readonly QuotationRemark[]): Said {
    const [source] = places as [QuotationSource];
    const message =
      places.length === 1
        ? `Word for word what ${this.who(source)} said: ${at(source)}.`
        : `Word for word what ${this.who(source)} said, in ${places.length} places: ${places.slice(0, 3).map(at).join('; ')}${places.length > 3 ? '; …' : ''}.`;
    return { message, remedy: remarks.find(({ isWrong }) => isWrong)?.remedy ?? '' };
  }

  unattributed([source]: readonly QuotationSource[]): Said {
    const message =
      source === undefined
        ? 'It does not say who said it, and nobody did.'
        : `It does not say who said it; ${this.who(source)} did: ${at(source)}.`;
    return { message, remedy: source === undefined ? '' : `Add (${this.who(source)}) behind it if it is a quotation.` };
  }

  otherSpeaker(attribution: Attribution, places: readonly QuotationSource[]): Said {
    const [source] = places as [QuotationSource];
    const names = [...new Set(places.map(place => this.who(place)))];
    const what = source.also === undefined ? 'it' : 'all of it';
    const subject = this.unknown(attribution) ?? this.saidNot(attribution, what);
    return {
      message: `${subject}; ${names.slice(0, 3).join(', ')}${names.length > 3 ? ' and others' : ''} did: ${at(source)}.`,
      remedy: names.length === 1 ? `Attribute it to ${names[0]}.` : 'Attribute it to who is meant.',
    };
  }

  notFound(attribution: Attribution, near: QuotationSource | undefined): Said {
    const unknown = this.unknown(attribution);
    const subject =
      unknown === undefined
        ? `Neither ${this.names(attribution).join(' nor ')} nor anybody else said it.`
        : `${unknown}, and nobody said it.`;
    const nearest = near === undefined ? '' : ` The nearest is what ${this.who(near)} said: ${at(near)}.`;
    return {
      message: subject + nearest,
      remedy: 'Quote what was said, or take it out of the quotation marks and say it in your own words.',
    };
  }

  changed(source: QuotationSource, differences: readonly Difference[]): Said {
    const [first, ...more] = differences;
    if (first === undefined) {
      const message = `It runs on over what others said in between: ${at(source)}.`;
      return { message, remedy: 'Write an elision where the speaker was interrupted, or make a dialogue of it.' };
    }
    const { here, there, line } = first;
    const who = this.who(source);
    const place = `${source.transcript}, line ${line}`;
    const rest = more.length === 0 ? '' : ` ${countOf(more.length, 'further difference')}.`;
    if (there === '')
      return {
        message: `${who} did not say ${quoted(here)} there (${place}).${rest}`,
        remedy: `Leave ${quoted(here)} out, or put it in square brackets if it is yours.`,
      };
    if (here === '')
      return {
        message: `${who} said ${quoted(there)}, which is missing (${place}).${rest}`,
        remedy: `Put ${quoted(there)} in, or an elision such as . . . in its place.`,
      };
    return {
      message: `It says ${quoted(here)} where ${who} said ${quoted(there)} (${place}).${rest}`,
      remedy: `Write ${quoted(there)}, or put your own words in square brackets.`,
    };
  }

  /** Ids that are not to leave the study. */
  internalId({ attribution }: Quotation, people: ManuscriptPeople): QuotationRemark[] {
    return namedIn(attribution).flatMap(({ participant, person }): QuotationRemark[] => {
      if (person === undefined || !people.isInternal(participant)) return [];
      return [
        {
          kind: 'internal-id',
          message: `${participant} is an id that is not to leave the study; the public one is ${this.name(person)}.`,
          remedy: `Write ${this.name(person)}.`,
          isWrong: true,
        },
      ];
    });
  }

  /** Somebody is named for what others say. */
  notOfAll({ participant, person }: NamedPerson): QuotationRemark {
    return {
      kind: 'not-of-all',
      message:
        person === undefined
          ? `This study has no ${participant}.`
          : `${this.name(person)} is named, but says nothing of it.`,
      remedy: `Leave ${person === undefined ? participant : this.name(person)} out of the attribution.`,
      isWrong: true,
    };
  }

  private who({ participant, also = [] }: QuotationSource): string {
    if (participant === undefined) return 'somebody without a label';
    return [participant, ...also].map(person => this.name(person)).join(' and ');
  }

  /** That the study has nobody of the names; undefined where it has somebody. */
  private unknown(attribution: Attribution): string | undefined {
    return personsIn(attribution).length > 0
      ? undefined
      : `This study has no ${namedIn(attribution)
          .map(({ participant }) => participant)
          .join(' or ')}`;
  }

  private saidNot(attribution: Attribution, what: string): string {
    const [one, ...more] = this.names(attribution);
    return more.length === 0 ? `${one} did not say ${what}` : `Neither ${one} nor ${more.join(' nor ')} said ${what}`;
  }

  private names(attribution: Attribution): string[] {
    return personsIn(attribution).map(person => this.name(person));
  }

  private name(person: string): string {
    return this.people.named(person)?.name ?? person;
  }
}
