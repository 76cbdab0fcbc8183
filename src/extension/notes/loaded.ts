// What the commands of notes do, loaded with the first of them.
export { codeNote, editNote, removeNotes } from './changeNote.js';
export { notePassage } from './notePassage.js';
