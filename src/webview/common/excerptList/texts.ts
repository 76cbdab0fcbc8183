/** The words that a list of excerpts needs, whatever page it is on; `{0}` stands for what is filled in. */
export type ExcerptTexts = Readonly<Record<ExcerptTextKey, string>>;

/** Every such text by its name. */
export type ExcerptTextKey =
  | 'ambiguous'
  | 'contradicts'
  | 'excerpts'
  | 'former'
  | 'interviewersOnly'
  | 'isExample'
  | 'line'
  | 'memo'
  | 'nowShown'
  | 'nuances'
  | 'oneExcerpt'
  | 'orphan'
  | 'selected'
  | 'speakerUnknown'
  | 'supports';
