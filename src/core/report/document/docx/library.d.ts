// What is used of the library that writes files of Word, for the core and the pages: its own declarations would bring all of Node's types
// with them, and the compiler could no longer tell where the core reaches for Node. The command line is compiled against the real ones,
// this folder with it, so that what stands here cannot differ from them unnoticed.

type Options = Readonly<Record<string, unknown>>;

declare class Part {
  private readonly isPart: true;
}

export declare class Paragraph extends Part {
  constructor(options: Options);
}
export declare class TextRun extends Part {
  constructor(options: Options | string);
}
export declare class Bookmark extends Part {
  constructor(options: { readonly id: string; readonly children: readonly TextRun[] });
}
export declare class TableOfContents extends Part {
  constructor(title: string, options: Options);
}
export declare class TableCell extends Part {
  constructor(options: Options);
}
export declare class TableRow extends Part {
  constructor(options: Options);
}
export declare class Table extends Part {
  constructor(options: Options);
}
export declare class Footer extends Part {
  constructor(options: { readonly children: readonly Paragraph[] });
}
export declare class Document extends Part {
  constructor(options: Options);
}
export declare const Packer: { pack(document: Document, type: 'uint8array'): Promise<Uint8Array> };

export interface IStylesOptions {
  readonly default?: Options;
  readonly paragraphStyles?: readonly Options[];
}

export declare const AlignmentType: { readonly LEFT: 'left'; readonly RIGHT: 'right'; readonly CENTER: 'center' };
export declare const BorderStyle: { readonly NONE: 'none'; readonly SINGLE: 'single' };
export declare const ShadingType: { readonly CLEAR: 'clear' };
export declare const TableLayoutType: { readonly FIXED: 'fixed' };
export declare const WidthType: { readonly DXA: 'dxa' };
export declare const LevelFormat: { readonly BULLET: 'bullet'; readonly DECIMAL: 'decimal' };
export declare const LineRuleType: { readonly AUTO: 'auto' };
export declare const LeaderType: { readonly NONE: 'none' };
export declare const PageNumber: { readonly CURRENT: 'CURRENT'; readonly TOTAL_PAGES: 'TOTAL_PAGES' };
export declare const HeadingLevel: {
  readonly HEADING_1: 'Heading1';
  readonly HEADING_2: 'Heading2';
  readonly HEADING_3: 'Heading3';
  readonly HEADING_4: 'Heading4';
};
