import { Command } from '../ids.js';

/** The only commands a link in a hover may run. Everything that comes from a file is escaped. */
export const HOVER_COMMANDS = [
  Command.revealCoding,
  Command.showExcerpts,
  Command.showHistory,
  Command.editMemo,
  Command.openMemo,
  Command.reviewPassages,
  Command.showThread,
  Command.quote,
];
