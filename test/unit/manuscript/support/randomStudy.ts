import { words } from '../../support/words.js';
import type { Random } from './quotations.js';

const SPEAKERS = ['PP1', 'PP2', 'NP1', 'NP2', 'NP3'];

/** A study of three transcripts of random words, no two stretches of which are the same, with all that transcripts have in them. */
export function randomStudy(random: Random): Record<string, string> {
  const files: Record<string, string> = {
    'participants.csv': `participant,role\n${SPEAKERS.map(id => `${id},some`).join('\n')}\n`,
  };
  for (let n = 1; n <= 3; n++) {
    const turns = Array.from({ length: 24 }, () => {
      const speaker = SPEAKERS[Math.floor(random() * SPEAKERS.length)] as string;
      return `**${speaker}:** ${speech(random)}`;
    });
    files[`transcripts/t${n}.md`] = `---\nkind: interview\n---\n\n${turns.join('\n\n')}\n`;
  }
  return files;
}

function speech(random: Random): string {
  const said = words(random, 20 + Math.floor(random() * 60)).split(' ');
  return said
    .map(word => {
      const chance = random();
      if (chance < 0.06) return `${word}, ${word}`;
      if (chance < 0.1) return `${word}. ${word.charAt(0).toUpperCase()}${word.slice(1)}`;
      if (chance < 0.13) return `${word} [laughs]`;
      if (chance < 0.15) return `${word} ...`;
      if (chance < 0.18) return `*${word}*`;
      if (chance < 0.21) return `"${word} ${word}"`;
      if (chance < 0.24) return `${word}n't`;
      if (chance < 0.26) return `${word}-${word}`;
      if (chance < 0.28) return `${word} not`;
      if (chance < 0.3) return `${word}\n${word}`;
      return word;
    })
    .join(' ');
}
