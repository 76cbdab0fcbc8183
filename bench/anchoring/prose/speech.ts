import { below } from '../../random.js';
import type { Language } from './language.js';

/** Says sentences of a language as people do: a few words all the time, many hardly ever, the same phrases again and again. */
export class Speech {
  constructor(
    private readonly language: Language,
    private readonly random: () => number,
  ) {}

  /** What a participant says: some sentences. */
  answer(sentences: number): string {
    return Array.from({ length: sentences }, () => this.sentence()).join(this.language.space);
  }

  /** A question of the interviewer, every other time one that was asked before. */
  question(): string {
    const { refrains, question } = this.language;
    if (this.chance(0.5)) return this.often(refrains);
    const asked = `${capitalised(this.clause())}${question}`;
    return this.chance(0.3) ? `${this.often(this.language.backchannels)}${this.language.space}${asked}` : asked;
  }

  backchannel(): string {
    return this.often(this.language.backchannels);
  }

  private sentence(): string {
    const { stock, joints, stop } = this.language;
    let text = this.chance(0.12) ? this.filler() : '';
    let clauses = 0;
    do {
      if (clauses > 0) text += this.often(joints);
      if (this.chance(0.1)) text += this.filler();
      text += this.chance(0.1) ? this.often(stock) : this.clause();
      clauses++;
    } while (clauses < 5 && this.chance(0.55));
    return `${capitalised(this.marked(text))}${stop}`;
  }

  /** Now and then emphasis, an aside in brackets, something escaped, an ellipsis, a dash, a quotation, a picture. */
  private marked(text: string): string {
    const roll = this.random();
    if (roll < 0.04) return text.replace(/ (\p{L}{4,})/u, ' *$1*');
    if (roll < 0.05) return text.replace(/ (\p{L}{4,}) (\p{L}+)/u, ' **$1 $2**');
    if (roll < 0.08) return `${text} [laughs]`;
    if (roll < 0.1) return `${text} \\[inaudible\\]`;
    if (roll < 0.14) return text.replace(/, /u, '… ');
    if (roll < 0.17) return `${text}, "${this.clause()}"`;
    if (roll < 0.185) return `${text} 🙂`;
    if (roll < 0.195) return `${text} 👩‍👩‍👧`;
    return text;
  }

  private filler(): string {
    return `${this.often(this.language.fillers)}${this.language.pause}`;
  }

  private clause(): string {
    const { clauses, slots, names } = this.language;
    return this.often(clauses).replace(/\{(\w+)\}/g, (_, slot: string) =>
      slot === 'name' ? this.often(names) : this.often(slots[slot] ?? []),
    );
  }

  /** One of some words, those in front much more often than those behind. */
  private often(words: readonly string[]): string {
    return words[Math.floor(words.length * this.random() ** 1.7)] ?? '';
  }

  private chance(of: number): boolean {
    return this.random() < of;
  }
}

/** How many sentences an answer has: mostly a few, now and then many. */
export const answerLength = (random: () => number): number => 1 + below(random, random() < 0.2 ? 14 : 5);

function capitalised(text: string): string {
  return text.replace(/\p{L}/u, first => first.toUpperCase());
}
