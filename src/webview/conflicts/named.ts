import type { Question } from '../../core/analysis/questions/question.js';
import type { Texts } from './protocol.js';

/** A text by its name. Names of respects come from files: one may be called as what every object has. */
export function own(texts: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(texts, name) ? texts[name] : undefined;
}

/** What is asked, as a text in which `{0}` stands for what the respect is called. */
export function askOf(
  { about, aspect }: Pick<Question, 'about' | 'aspect'>,
  texts: Pick<Texts, 'asks' | 'askOther'>,
): string {
  const names = [`${about.is}.${aspect}`, about.is, aspect];
  return names.map(name => own(texts.asks, name)).find(text => text !== undefined) ?? texts.askOther;
}

/** What a respect is called. */
export const aspectText = (aspect: string, texts: Pick<Texts, 'aspects'>): string =>
  own(texts.aspects, aspect) ?? aspect;
