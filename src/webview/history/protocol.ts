import type { StackBy } from '../../core/report/timelineFigures.js';
import type { Life } from '../../core/review/life.js';
import type { MarkedNode, StructureMark } from '../../core/review/structureMarks.js';
import type { Timeline } from '../../core/review/timeline.js';

/** The words of the page, in the language of VS Code; `{0}` stands for what is filled in. */
export interface HistoryTexts {
  readonly stackBy: string;
  readonly coder: string;
  readonly theme: string;
  readonly saveSvg: string;
  readonly savePng: string;
  readonly pictureTitle: string;
  readonly pictureLabel: string;
  readonly caption: string;
  readonly codings: string;
  readonly codes: string;
  readonly themes: string;
  readonly transcripts: string;
  readonly changes: string;
  readonly date: string;
  readonly author: string;
  readonly message: string;
  readonly tableLabel: string;
  readonly notSaved: string;
  readonly noMessage: string;
  readonly mergedIn: string;
  readonly merge: string;
  /** `{0}`: date, `{1}`: author, `{2}`: message, `{3}`: codings, `{4}`: codes, `{5}`: themes. */
  readonly version: string;
  readonly whatChanged: string;
  readonly nothingChanged: string;
  readonly structureOf: string;
  readonly noStructure: string;
  readonly cutOff: string;
  readonly marks: Readonly<Record<StructureMark, string>>;
  readonly renamedFrom: string;
  readonly keys: string;
  readonly pngFailed: string;
  readonly kinds: Readonly<Record<'code' | 'theme' | 'coding', string>>;
  readonly formerly: string;
  readonly gone: string;
  readonly mergedInto: string;
  readonly eventsLabel: string;
  readonly lifeKeys: string;
  readonly decided: string;
  readonly showLife: string;
  readonly showTimeline: string;
}

/** What of a version is shown when somebody chooses it: asked for one by one. */
export interface VersionDetails {
  readonly version: number;
  /** Lines of what changed; `key` names a change that can be opened. */
  readonly story: readonly {
    readonly text: string;
    readonly quote?: string;
    readonly by?: string;
    readonly key: string;
  }[];
  readonly structure: readonly MarkedNode[];
}

/** From the extension to the page. */
export type ToPage =
  | {
      readonly type: 'timeline';
      readonly title: string;
      readonly timeline: Timeline;
      /** In milliseconds since 1970: where what is not saved yet stands. */
      readonly now: number;
      readonly isCutOff: boolean;
      readonly texts: HistoryTexts;
    }
  | { readonly type: 'life'; readonly life: Life; readonly isCutOff: boolean; readonly texts: HistoryTexts }
  /** There is nothing to show, and why. */
  | { readonly type: 'nothing'; readonly heading: string; readonly text: string }
  | { readonly type: 'reading'; readonly text: string }
  | ({ readonly type: 'details' } & VersionDetails)
  | { readonly type: 'draw'; readonly format: PictureFormat };

export type PictureFormat = 'svg' | 'png';

/** From the page to the extension. */
export type FromPage =
  | { readonly type: 'ready' }
  /** Asks for the details of a version. */
  | { readonly type: 'choose'; readonly version: number }
  /** Opens what a version changed: one change by its key, or the first. */
  | { readonly type: 'open'; readonly version: number; readonly key?: string }
  | { readonly type: 'life'; readonly kind: 'code' | 'theme'; readonly id: string }
  | { readonly type: 'showTimeline' }
  /** A person wants the picture as a file; the extension answers with `draw`. */
  | { readonly type: 'save'; readonly format: PictureFormat }
  | { readonly type: 'picture'; readonly format: PictureFormat; readonly bytes: Uint8Array }
  | { readonly type: 'failed'; readonly message: string };

/** How the page is looked at; it remembers that itself. */
export interface HistoryView {
  readonly by: StackBy | undefined;
  /** Id of the chosen version; empty for what is not saved yet. */
  readonly chosen: string | undefined;
  readonly sort: { readonly column: string; readonly isDown: boolean } | undefined;
  /** Index of the event that has, or last had, the keyboard. */
  readonly event: number | undefined;
}
