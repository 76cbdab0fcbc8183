import type { HintRule } from '../core/study/hints/rules.js';

/** Every command, view, setting and context key by its one name; `test/unit/extension/manifest.test.ts` proves that package.json agrees. */

export const Command = {
  codeSelection: 'verbatim.codeSelection',
  codeAgain: 'verbatim.codeAgain',
  codeWithFavorite: 'verbatim.codeWithFavorite',
  codeInVivo: 'verbatim.codeInVivo',
  setFavorite: 'verbatim.setFavorite',
  recodeCoding: 'verbatim.recodeCoding',
  addCode: 'verbatim.addCode',
  editMemo: 'verbatim.editMemo',
  extendCoding: 'verbatim.extendCoding',
  shrinkCoding: 'verbatim.shrinkCoding',
  moveToSelection: 'verbatim.moveToSelection',
  startHere: 'verbatim.startHere',
  endHere: 'verbatim.endHere',
  removeCoding: 'verbatim.removeCoding',
  nextCoding: 'verbatim.nextCoding',
  previousCoding: 'verbatim.previousCoding',
  setCoder: 'verbatim.setCoder',
  undo: 'verbatim.undo',
  redo: 'verbatim.redo',
  revealCoding: 'verbatim.revealCoding',
  showCode: 'verbatim.showCode',
  openCodebook: 'verbatim.openCodebook',
  refresh: 'verbatim.refresh',
  tickCode: 'verbatim.tickCode',
  fixProblem: 'verbatim.fixProblem',
  newCode: 'verbatim.newCode',
  newTheme: 'verbatim.newTheme',
  newSubtheme: 'verbatim.newSubtheme',
  renameEntry: 'verbatim.renameEntry',
  defineEntry: 'verbatim.defineEntry',
  editInCodebook: 'verbatim.editInCodebook',
  chooseColor: 'verbatim.chooseColor',
  setPhase: 'verbatim.setPhase',
  moveTo: 'verbatim.moveTo',
  moveUp: 'verbatim.moveUp',
  moveDown: 'verbatim.moveDown',
  groupEntries: 'verbatim.groupEntries',
  promoteCode: 'verbatim.promoteCode',
  demoteTheme: 'verbatim.demoteTheme',
  mergeCodes: 'verbatim.mergeCodes',
  unmergeCode: 'verbatim.unmergeCode',
  deleteEntries: 'verbatim.deleteEntries',
  sortByDocument: 'verbatim.sortByDocument',
  sortByName: 'verbatim.sortByName',
  sortByUse: 'verbatim.sortByUse',
  // The same with a tick, for the order that is on: a menu cannot tick its lines by itself.
  sortedByDocument: 'verbatim.sortedByDocument',
  sortedByName: 'verbatim.sortedByName',
  sortedByUse: 'verbatim.sortedByUse',
  filterThemes: 'verbatim.filterThemes',
  clearFilter: 'verbatim.clearFilter',
  showExcerpts: 'verbatim.showExcerpts',
  splitCode: 'verbatim.splitCode',
  makeExample: 'verbatim.makeExample',
  showThemeMap: 'verbatim.showThemeMap',
  exportThemeMap: 'verbatim.exportThemeMap',
  exportCodebook: 'verbatim.exportCodebook',
  importCodebook: 'verbatim.importCodebook',
  toggleCodings: 'verbatim.toggleCodings',
  filterCodings: 'verbatim.filterCodings',
  showAllCodings: 'verbatim.showAllCodings',
  showOnly: 'verbatim.showOnly',
  toggleCodeNames: 'verbatim.toggleCodeNames',
  newMemo: 'verbatim.newMemo',
  quoteInMemo: 'verbatim.quoteInMemo',
  showMemos: 'verbatim.showMemos',
  openMemo: 'verbatim.openMemo',
  notePassage: 'verbatim.notePassage',
  editNote: 'verbatim.editNote',
  removeNote: 'verbatim.removeNote',
  codeNote: 'verbatim.codeNote',
  setReadingState: 'verbatim.setReadingState',
  markUnread: 'verbatim.markUnread',
  markRead: 'verbatim.markRead',
  markCoded: 'verbatim.markCoded',
  markDone: 'verbatim.markDone',
  openNextUnread: 'verbatim.openNextUnread',
  sortTranscriptsByName: 'verbatim.sortTranscriptsByName',
  sortTranscriptsByState: 'verbatim.sortTranscriptsByState',
  sortTranscriptsByKind: 'verbatim.sortTranscriptsByKind',
  sortedTranscriptsByName: 'verbatim.sortedTranscriptsByName',
  sortedTranscriptsByState: 'verbatim.sortedTranscriptsByState',
  sortedTranscriptsByKind: 'verbatim.sortedTranscriptsByKind',
  filterTranscripts: 'verbatim.filterTranscripts',
  showAllTranscripts: 'verbatim.showAllTranscripts',
  refreshAnchors: 'verbatim.refreshAnchors',
  reviewPassages: 'verbatim.reviewPassages',
  useSelection: 'verbatim.useSelection',
  cancelPlacing: 'verbatim.cancelPlacing',
} as const;

export const View = { themes: 'verbatim.themes', transcripts: 'verbatim.transcripts' } as const;

export const Setting = { section: 'verbatim', coder: 'coder', codeNames: 'codeNames' } as const;

/** How loud each hint on the codebook is, by its rule: settings below `verbatim`. */
export const HintSetting = {
  'code-without-definition': 'hints.codeWithoutDefinition',
  'unused-code': 'hints.unusedCode',
  'near-duplicate-code': 'hints.nearDuplicateCode',
  'single-code-theme': 'hints.singleCodeTheme',
  'label-only-theme': 'hints.labelOnlyTheme',
  'deep-nesting': 'hints.deepNesting',
} as const satisfies Record<HintRule, string>;

export const Context = {
  /** The code picker is open, so that its key means something there only. */
  pickerOpen: 'verbatim.pickerOpen',
  /** Reading the study is done, so that an empty view may say that it is empty. */
  ready: 'verbatim.ready',
  /** There is a study with a codebook or codings. */
  hasStudy: 'verbatim.hasStudy',
  /** In which order the Themes view is: `document`, `name` or `use`. */
  themesSort: 'verbatim.themesSort',
  /** The Themes view does not show everything. */
  themesFiltered: 'verbatim.themesFiltered',
  /** In which order the Transcripts view is: `name`, `state` or `kind`. */
  transcriptsSort: 'verbatim.transcriptsSort',
  /** The Transcripts view does not show everything. */
  transcriptsFiltered: 'verbatim.transcriptsFiltered',
  /** The place of a coding is being looked for by hand. */
  placing: 'verbatim.placing',
} as const;
