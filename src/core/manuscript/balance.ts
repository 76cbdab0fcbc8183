import type { Corpus } from '../analysis/corpus/corpus.js';
import { compareIds, roleKey } from '../analysis/people.js';
import type { CodebookEntry } from '../codebook/codebook.js';
import { withheldNames } from '../report/disclosure/publicPeople.js';
import { speakerKey } from '../transcript/names.js';
import type { CheckedManuscript, CheckedQuotation } from './checked.js';
import { codesOf } from './coded.js';
import { personsIn } from './named.js';
import { type ManuscriptPeople, type ManuscriptPerson, manuscriptPeople } from './people.js';

/** How often something is quoted: quotations, and how many people have them. */
export interface Quoted {
  readonly block: number;
  readonly short: number;
  readonly people: number;
}

/** One person of the sample, and how often they are quoted. */
export interface QuotedPerson extends Omit<Quoted, 'people'> {
  /** As in `participants.csv`, else the label. */
  readonly id: string;
  /** The name that may leave the study. */
  readonly name: string;
  readonly role?: string;
}

/** Who and what is quoted in manuscripts, and how. Only quotations with an attribution count. A dialogue is one block, and one quotation of each who speaks in it. */
export interface Balance {
  readonly block: number;
  readonly short: number;
  /** Words in quotation marks that nobody is named for. */
  readonly unattributed: number;
  /** Everybody who takes part, in the order of their ids, those who are never quoted too. */
  readonly people: readonly QuotedPerson[];
  readonly neverQuoted: readonly QuotedPerson[];
  /** By role, in the order of first appearance; `of` is how many people have it. Empty role: none is given. None where roles are withheld. */
  readonly roles: readonly (Quoted & { readonly role: string; readonly of: number })[];
  /** By theme at the top of the codebook, those that are never quoted too: a quotation counts to each that it shares words with. */
  readonly themes: readonly (Quoted & { readonly theme: CodebookEntry })[];
  /** Quotations whose source is known and has no code. */
  readonly uncoded: number;
  /** By kind of session, where the source is known; none where kinds are withheld. */
  readonly kinds: readonly (Quoted & { readonly kind: string })[];
  /** How words left out are shown, most frequent first. */
  readonly elisions: readonly { readonly mark: string; readonly count: number }[];
  readonly sic: number;
  readonly insertions: number;
  readonly redactions: number;
}

/** Counts who and what is quoted in one manuscript, or in several together. */
export function balanceOf(checked: CheckedManuscript | readonly CheckedManuscript[], corpus: Corpus): Balance {
  const manuscripts = 'manuscript' in checked ? [checked] : checked;
  const all = manuscripts.flatMap(({ quotations }) => quotations);
  const people = manuscriptPeople(corpus);
  const { withhold = [], publicIds } = corpus.study.config.disclosure ?? {};
  const isWithheld = withheldNames(withhold, publicIds);
  const attributed = all.filter(({ quotation }) => quotation.attribution !== undefined);
  const isOfSample = ({ quotation }: CheckedQuotation): boolean =>
    !personsIn(quotation.attribution).every(id => people.named(id)?.asks === true);
  const said = attributed.filter(isOfSample);
  const persons = takingPart(corpus, people).map(({ id, name }): QuotedPerson => {
    const own = said.filter(one => isBy(one, id));
    const role = isWithheld('role') ? undefined : corpus.study.participants.named(id)?.role;
    return { id, name, ...(role === undefined ? {} : { role }), ...kindsOf(own) };
  });
  const known = said.filter(({ verdict }) => verdict === 'verbatim' || verdict === 'ambiguous');
  const coded = known.map(one => ({ one, themes: new Set(codesOf(one, corpus).map(topOf)) }));
  const pieces = attributed.flatMap(({ quotation }) => quotation.pieces);
  const count = (kind: string): number => pieces.filter(piece => piece.kind === kind).length;
  return {
    ...kindsOf(attributed.filter(({ quotation }) => (quotation.dialogue?.turn ?? 1) === 1)),
    unattributed: all.length - attributed.length,
    people: persons,
    neverQuoted: persons.filter(({ block, short }) => block + short === 0),
    roles: isWithheld('role') ? [] : rolesOf(persons, said),
    themes: corpus.study.codebook.roots
      .filter(({ kind }) => kind === 'theme')
      .map(theme => ({ theme, ...quotedIn(coded.filter(({ themes }) => themes.has(theme)).map(({ one }) => one)) })),
    uncoded: coded.filter(({ themes }) => themes.size === 0).length,
    kinds: isWithheld('kind') ? [] : sessionKinds(known, corpus),
    elisions: elisionsOf(pieces.flatMap(piece => (piece.kind === 'elision' ? [piece.mark] : []))),
    sic: count('sic'),
    insertions: count('insertion'),
    redactions: count('redaction'),
  };
}

/** Who speaks in the transcripts, or is named in one, and does not ask; where people are declared, nobody else. */
function takingPart({ study, transcripts }: Corpus, people: ManuscriptPeople): ManuscriptPerson[] {
  const present = new Set<string>();
  for (const { turns, frontMatter } of transcripts) {
    for (const { speaker, participant } of turns) present.add(speakerKey(participant ?? speaker ?? ''));
    for (const name of frontMatter.participants) present.add(speakerKey(people.named(name)?.id ?? name));
  }
  const isDeclared = (id: string): boolean =>
    study.participants.list.length === 0 || study.participants.find(id) !== undefined;
  return people.list
    .filter(({ id, asks }) => !asks && isDeclared(id) && present.has(speakerKey(id)))
    .sort((a, b) => compareIds(a.name, b.name));
}

const isBy = ({ quotation }: CheckedQuotation, id: string): boolean =>
  personsIn(quotation.attribution).some(person => speakerKey(person) === speakerKey(id));

const topOf = (entry: CodebookEntry): CodebookEntry => (entry.parent === undefined ? entry : topOf(entry.parent));

function kindsOf(some: readonly CheckedQuotation[]): Omit<Quoted, 'people'> {
  const block = some.filter(({ quotation }) => quotation.kind === 'block').length;
  return { block, short: some.length - block };
}

function quotedIn(some: readonly CheckedQuotation[]): Quoted {
  return { ...kindsOf(some), people: new Set(some.flatMap(({ quotation }) => personsIn(quotation.attribution))).size };
}

function rolesOf(persons: readonly QuotedPerson[], said: readonly CheckedQuotation[]): Balance['roles'] {
  const byRole = new Map<string, { role: string; persons: QuotedPerson[] }>();
  for (const person of persons) {
    const known = byRole.get(roleKey(person.role));
    if (known === undefined) byRole.set(roleKey(person.role), { role: person.role ?? '', persons: [person] });
    else known.persons.push(person);
  }
  return [...byRole.values()].map(({ role, persons: some }) => ({
    role,
    of: some.length,
    ...quotedIn(said.filter(one => some.some(({ id }) => isBy(one, id)))),
  }));
}

function sessionKinds(known: readonly CheckedQuotation[], { transcripts }: Corpus): Balance['kinds'] {
  const kindOf = new Map(transcripts.map(({ path, frontMatter }) => [path, frontMatter.kind ?? '']));
  const kinds = new Set(transcripts.map(({ frontMatter }) => frontMatter.kind ?? ''));
  return [...kinds].map(kind => ({
    kind,
    ...quotedIn(known.filter(({ source }) => kindOf.get(source?.transcript ?? '') === kind)),
  }));
}

function elisionsOf(marks: readonly string[]): Balance['elisions'] {
  const counts = new Map<string, number>();
  for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return [...counts].map(([mark, count]) => ({ mark, count })).sort((a, b) => b.count - a.count);
}
