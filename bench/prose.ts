import { below } from './random.js';

/** Invented words of a few letters; a few with accents, one astral, so that code points and UTF-16 units differ. */
function vocabulary(random: () => number): string[] {
  const syllables = ['ta', 'lo', 'mi', 're', 'sun', 'ker', 'and', 'bel', 'vi', 'or', 'é', 'än', 'st', 'ne', 'ga', 'po'];
  const words = Array.from({ length: 3000 }, () => {
    return Array.from({ length: 1 + below(random, 3) }, () => syllables[below(random, syllables.length)]).join('');
  });
  return [...words, '🙂'];
}

/** Writes interviews of an interviewer and a participant in turns of one to three paragraphs. */
export class Prose {
  private readonly words: readonly string[];

  constructor(private readonly random: () => number) {
    this.words = vocabulary(random);
  }

  transcript(participant: string, words: number): string {
    let text = `---\nkind: interview\nparticipants: [${participant}]\ndate: 2026-03-02\n---\n\n`;
    let left = words;
    for (let turn = 0; left > 0; turn++) {
      const asks = turn % 2 === 0;
      text += asks ? '**INT:** ' : `**${participant}:** `;
      const paragraphs = asks ? 1 : 1 + below(this.random, 3);
      for (let i = 0; i < paragraphs; i++) {
        const length = asks ? 8 + below(this.random, 15) : 30 + below(this.random, 60);
        text += `${this.sentence(length)}\n\n`;
        left -= length;
      }
    }
    return text;
  }

  private sentence(length: number): string {
    let text = '';
    for (let i = 0; i < length; i++) {
      text += `${i === 0 ? '' : ' '}${this.words[below(this.random, this.words.length)]}`;
      if (i % 12 === 11) text += this.random() < 0.1 ? ' [laughs]' : ',';
    }
    return `${text}.`;
  }
}
