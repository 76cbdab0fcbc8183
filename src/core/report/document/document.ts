/** A stretch of text with one look, or plain text. */
export type Run = string | { readonly text: string; readonly as: 'strong' | 'emphasis' | 'code' };

/** Text in one line, as a reader sees it: no marks of any format mean anything in it. */
export type Words = string | readonly Run[];

/** A column of a table. */
export interface Column {
  readonly title: string;
  /** Numbers stand on the right. */
  readonly right?: boolean;
}

/** A table. The first cell of a row is what the row is about, unless `headless`. */
export interface Table {
  readonly is: 'table';
  /** What it shows, in a few words; every table has one. */
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Words[])[];
  /** The first cell of a row says no more than the others what the row is about. */
  readonly headless?: boolean;
}

/** A finished picture. Where none can be shown, what stands in its place says the same in words and numbers. */
export interface Figure {
  readonly is: 'figure';
  /** A whole SVG file that needs nothing else. */
  readonly svg: string;
  /** Size in units of the picture. */
  readonly width: number;
  readonly height: number;
  /** What it shows, for who cannot see it. */
  readonly alternative: string;
  readonly caption: string;
  readonly instead: readonly Block[];
}

/** A part of a section, one below the other. */
export type Block =
  | { readonly is: 'paragraph'; readonly words: Words }
  | { readonly is: 'list'; readonly ordered?: boolean; readonly items: readonly Words[] }
  | { readonly is: 'quotation'; readonly words: Words; readonly attribution: string }
  /** What is missing, held back or to be known before one reads on. */
  | { readonly is: 'note'; readonly words: Words }
  | Figure
  | Table;

/** A heading with what stands below it. */
export interface Section {
  readonly heading: string;
  readonly blocks: readonly Block[];
  readonly sections?: readonly Section[];
}

/** A document that knows no format: what it says and in which order, and nothing of how it looks. */
export interface ReportDocument {
  readonly title: string;
  /** One line below the title. */
  readonly subtitle?: string;
  /** Language of its words, as a BCP 47 tag. */
  readonly language: string;
  /** When what it reports was saved last, ISO 8601 in UTC without fractions; missing where nobody knows. */
  readonly date?: string;
  readonly sections: readonly Section[];
}

/** A section with its place in the document. */
export interface PlacedSection {
  readonly section: Section;
  /** “2.1”; the same document always has the same ones. */
  readonly number: string;
  /** 1 for the sections of the document itself. */
  readonly depth: number;
}

/** All sections in order of reading. */
export function placedSections({ sections }: Pick<ReportDocument, 'sections'>): PlacedSection[] {
  const placed = (all: readonly Section[], before: string, depth: number): PlacedSection[] =>
    all.flatMap((section, i) => {
      const number = `${before}${i + 1}`;
      return [{ section, number, depth }, ...placed(section.sections ?? [], `${number}.`, depth + 1)];
    });
  return placed(sections, '', 1);
}

/** Words as a list of runs, none of them empty. */
export function runsOf(words: Words): readonly Run[] {
  const runs = typeof words === 'string' ? [words] : words;
  return runs.filter(run => textOf(run) !== '');
}

/** What a reader reads of it. */
export function textOf(run: Words | Run): string {
  if (typeof run === 'string') return run;
  return 'as' in run ? run.text : run.map(textOf).join('');
}
