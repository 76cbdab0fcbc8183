import type { ThemeMap } from '../../core/analysis/themeMap.js';

/** The words of the page, in the language of VS Code; `{0}` stands for what is filled in. */
export interface MapTexts {
  readonly sizeBy: string;
  readonly participants: string;
  readonly excerpts: string;
  readonly oneParticipant: string;
  readonly manyParticipants: string;
  readonly oneExcerpt: string;
  readonly manyExcerpts: string;
  readonly links: string;
  readonly noLinks: string;
  readonly allLinks: string;
  readonly linksFrom: string;
  readonly coder: string;
  readonly allCoders: string;
  readonly table: string;
  readonly fit: string;
  readonly fitTitle: string;
  readonly saveSvg: string;
  readonly savePng: string;
  readonly mapLabel: string;
  readonly theme: string;
  readonly code: string;
  readonly inTheme: string;
  readonly candidate: string;
  readonly reviewed: string;
  readonly defined: string;
  readonly together: string;
  readonly titleColumn: string;
  readonly togetherColumn: string;
  readonly tableLabel: string;
  readonly captionParticipants: string;
  readonly captionExcerpts: string;
  readonly captionLinks: string;
  readonly captionPhases: string;
  readonly inDoubt: string;
  readonly emptyTitle: string;
  readonly emptyText: string;
  readonly pngFailed: string;
}

/** What the extension tells the page. */
export type ToPage =
  | {
      readonly type: 'state';
      /** Title of the study. */
      readonly title: string;
      readonly map: ThemeMap;
      /** Whose codings are counted; everybody's where it is missing. */
      readonly coder?: string | undefined;
      readonly texts: MapTexts;
    }
  /** Asks for the picture as a file; the page answers with `picture`. */
  | { readonly type: 'draw'; readonly format: PictureFormat };

/** What the page tells the extension. */
export type FromPage =
  | { readonly type: 'ready' }
  /** A person opened a theme or code, named by its key on the map. */
  | { readonly type: 'open'; readonly key: string }
  | { readonly type: 'coder'; readonly coder: string | undefined }
  /** A person wants the picture as a file; the extension answers with `draw`. */
  | { readonly type: 'save'; readonly format: PictureFormat }
  | { readonly type: 'picture'; readonly format: PictureFormat; readonly bytes: Uint8Array }
  | { readonly type: 'failed'; readonly message: string };

export type PictureFormat = 'svg' | 'png';

/** What the page remembers of how it is looked at. */
export interface MapView {
  readonly measure: 'participants' | 'excerpts' | undefined;
  /** Least strength of the links that are drawn; 0: none; missing: chosen so that the picture stays calm. */
  readonly minimum: number | undefined;
  readonly hasTable: boolean;
  /** Where one looks from, and the size of the picture there; missing: at all of it, in the size of the window. */
  readonly zoom: Zoom | undefined;
}

/** A way to look at a part of the picture: shift in pixels, pixels for a unit, and size of the picture in units. */
export interface Zoom {
  readonly x: number;
  readonly y: number;
  readonly k: number;
  readonly width: number;
  readonly height: number;
}
