import { inserted, rewrite } from '../characters.js';
import { mapParagraphs } from '../document.js';
import type { Edit } from './edit.js';

const PSEUDONYMS = ['Corin', 'Tamsin', 'Eldon', 'Northam', 'Ms Ferrow', 'Quillan', 'Old Mill Road', 'Bettany'];
const SIGNS = /[.*+?^$\\{}()|[\]]/g;

/** Every name, everywhere, replaced by a pseudonym or by what it is the name of, as anonymisation does. */
export const namesReplaced: Edit = {
  name: 'names replaced',
  apply: (document, random) => {
    const isNumbered = random() < 0.6;
    const of = new Map(
      document.names.map((name, i) => [
        name.normalize('NFC'),
        isNumbered ? `[NAME ${i + 1}]` : (PSEUDONYMS[i % PSEUDONYMS.length] ?? ''),
      ]),
    );
    const written = [...of.keys()].flatMap(name => [name, name.normalize('NFD')]).map(escaped);
    const pattern = new RegExp(written.sort((a, b) => b.length - a.length).join('|'), 'gu');
    return mapParagraphs(document, paragraph =>
      rewrite(paragraph, pattern, (_, [name]) => inserted(of.get(name.normalize('NFC')) ?? '')),
    );
  },
};

const escaped = (text: string): string => text.replace(SIGNS, sign => `\\${sign}`);
