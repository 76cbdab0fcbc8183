import type { AgreementUnit, DisagreementKind, MeasureName, RowKind } from '../../core/analysis/agreement/agreement.js';
import type { ShownDisagreement } from '../../core/report/agreement/disagreements.js';
import type { AgreementData } from '../../core/report/figures/agreementData.js';
import type { AgreementWords } from '../../core/report/figures/agreementWords.js';
import type { TableSort } from '../../core/report/figures/figureTable.js';

/** What is compared and how it is seen; the extension remembers it for each study. */
export interface AgreementChoices {
  readonly unit: AgreementUnit;
  readonly rows: RowKind;
  /** The one that is drawn. */
  readonly measure: MeasureName;
  readonly inScope: boolean;
  /** Only these coders; everybody where it is empty. */
  readonly coders: readonly string[];
}

/** One thing to choose. */
export interface AgreementChoice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

/** What there is to choose among. */
export interface AgreementOffers {
  readonly units: readonly AgreementChoice<AgreementUnit>[];
  readonly rows: readonly AgreementChoice<RowKind>[];
  readonly measures: readonly AgreementChoice<MeasureName>[];
  /** Everybody who coded; nobody where there is nothing to choose. */
  readonly coders: readonly string[];
  /** Whether the study says what of it is in scope. */
  readonly hasScope: boolean;
}

/** The words of the page, in the language of VS Code; `{0}` stands for what is filled in. */
export interface AgreementTexts {
  readonly words: AgreementWords;
  readonly compare: string;
  readonly rows: string;
  readonly measure: string;
  readonly coders: string;
  readonly inScope: string;
  readonly saveAs: string;
  readonly saveSvg: string;
  readonly savePng: string;
  readonly saveCsv: string;
  readonly meanings: string;
  readonly shownRows: string;
  readonly showAll: string;
  readonly stopped: string;
  readonly goOn: string;
  readonly tableKeys: string;
  readonly listKeys: string;
  readonly pngFailed: string;
  readonly nothingToDraw: string;
  /** Where those who were chosen coded nothing in common. */
  readonly nothingCompared: string;
  readonly allDisagreements: string;
  /** `{0}`: the row. */
  readonly disagreementsAbout: string;
  readonly noDisagreements: string;
  readonly oneDisagreement: string;
  /** `{0}`: how many. */
  readonly manyDisagreements: string;
  readonly kinds: Readonly<Record<DisagreementKind, string>>;
  /** `{0}`: transcript, `{1}`: line. */
  readonly place: string;
  readonly everyRow: string;
  /** `{0}`: how many more. */
  readonly showMore: string;
}

/** Something a person can do where there is nothing to show. */
export interface AgreementOffer {
  readonly label: string;
  readonly does: 'showColleagues' | 'closeRound' | 'startRound';
}

/** What the picture and the table are made of. */
export interface DrawnAgreement {
  /** Title of the study. */
  readonly title: string;
  readonly choices: AgreementChoices;
  /** What one is to know first, in sentences. */
  readonly said: readonly string[];
  readonly data: AgreementData;
  readonly texts: AgreementTexts;
}

/** Everything the page shows of a study. */
export interface AgreementState extends DrawnAgreement {
  readonly type: 'state';
  readonly offers: AgreementOffers;
  /** What is in no figure, and why. */
  readonly apart: { readonly heading: string; readonly lines: readonly string[] };
  readonly disagreements: readonly ShownDisagreement[];
  /** False where it was cancelled: something is missing. */
  readonly isComplete: boolean;
}

/** From the extension to the page. */
export type ToPage =
  | AgreementState
  /** There is nothing to show, and what to do. */
  | {
      readonly type: 'nothing';
      readonly heading: string;
      readonly text: string;
      readonly offers: readonly AgreementOffer[];
    }
  /** How far reading or comparing has come. */
  | { readonly type: 'reading'; readonly text: string; readonly cancel: string }
  | AgreementDrawing;

/** Asks for the picture or the table as a file; the page answers with `file`. */
export interface AgreementDrawing {
  readonly type: 'draw';
  readonly format: AgreementFormat;
  /** What is to be drawn: what the page shows, as it may leave. */
  readonly state: DrawnAgreement;
  /** What is held back of it, in sentences. */
  readonly heldBack: readonly string[];
}

export type AgreementFormat = 'svg' | 'png' | 'csv';

/** From the page to the extension. */
export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'choose'; readonly choices: Partial<AgreementChoices> }
  /** Opens a passage in its text. */
  | { readonly type: 'reveal'; readonly transcript: string; readonly id: string }
  | { readonly type: 'offer'; readonly does: AgreementOffer['does'] }
  | { readonly type: 'cancel' }
  | { readonly type: 'goOn' }
  /** A person wants the picture or the table as a file; the extension answers with `draw`. */
  | { readonly type: 'save'; readonly format: AgreementFormat }
  | { readonly type: 'file'; readonly format: AgreementFormat; readonly bytes: Uint8Array }
  | { readonly type: 'failed'; readonly message: string };

/** How the page is looked at; it remembers that itself. */
export interface AgreementView {
  /** By what the rows are. */
  readonly sorts: Partial<Record<RowKind, TableSort>>;
  /** The row whose disagreements are listed; all where it is missing. */
  readonly chosen: { readonly kind: RowKind; readonly key: string } | undefined;
  readonly isWhole: boolean;
}
