import type { Anchored } from '../coding/coding.js';
import { countIn, likeness, sampleOf, type Windows, windowsOf } from './windows.js';

/** What is known of a lost transcript: the words of its codings and notes, and its text where git has it. */
export interface Evidence {
  readonly passages: readonly Passage[];
  /** A sample of the text's. */
  readonly text?: Windows;
}

interface Passage {
  readonly quote: Windows;
  readonly context: Windows;
}

/** How well a transcript fits, each from 0 to 1. */
export interface Fit {
  /** Share of the codings and notes whose words stand there; missing where none of them has words that tell. */
  readonly found?: number;
  /** How much the texts have in common; missing where the old one is not known. */
  readonly likeness?: number;
}

/** Fewer stretches than these may stand anywhere: `yes`, `I think so`. */
const ENOUGH = 8;

/** @param text an older version of the transcript, where git has one */
export function evidenceOf(records: readonly Anchored[], text: string | undefined): Evidence {
  const passages = records.map(({ quote, context = ['', ''] }) => ({
    quote: windowsOf(quote),
    context: new Set([...windowsOf(context[0]), ...windowsOf(context[1])]),
  }));
  return {
    passages: passages.filter(({ quote, context }) => quote.size >= ENOUGH || context.size >= ENOUGH),
    ...(text === undefined ? {} : { text: sampleOf(windowsOf(text)) }),
  };
}

/** How well a text fits what is known of a lost one. */
export function fitOf({ passages, text }: Evidence, candidate: Windows): Fit {
  const found = passages.filter(passage => isFound(passage, candidate)).length;
  return {
    ...(passages.length === 0 ? {} : { found: found / passages.length }),
    ...(text === undefined ? {} : { likeness: likeness(text, sampleOf(candidate)) }),
  };
}

/**
 * Whether a passage stands in a text, smaller edits aside: its words, and some of what stood around them, so that a paper
 * that quotes them is not taken for the transcript; or all that stood around them.
 */
function isFound({ quote, context }: Passage, candidate: Windows): boolean {
  const words = quote.size < ENOUGH ? undefined : countIn(quote, candidate) / quote.size;
  const around = context.size < ENOUGH ? undefined : countIn(context, candidate) / context.size;
  if (words === undefined) return (around ?? 0) >= 0.6;
  if (around === undefined) return words >= 0.8;
  return (words >= 0.6 && around >= 0.4) || around >= 0.8;
}

/** By how much the best must be ahead of the next. */
const MARGIN = 0.35;
/** What is less likely than this is not worth a look. */
const WORTH_A_LOOK = 0.2;
const MOST_OFFERED = 3;

/** What follows from how well transcripts fit: one is the lost one for certain, or some may be. */
export interface Verdict {
  readonly certain?: string;
  /** Best first; empty where one is certain. */
  readonly offered: readonly string[];
}

/** Never guesses: the best counts only if most of the codings are in it and no other comes near. */
export function judge(fits: ReadonlyMap<string, Fit>): Verdict {
  const scored = [...fits].map(([path, fit]) => ({ path, fit, score: scoreOf(fit) }));
  scored.sort((a, b) => b.score - a.score || (a.path < b.path ? -1 : 1));
  const [best, next] = scored;
  if (best !== undefined && isEnough(best.fit) && best.score - (next?.score ?? 0) >= MARGIN) {
    return { certain: best.path, offered: [] };
  }
  const offered = scored.filter(({ score }) => score >= WORTH_A_LOOK).slice(0, MOST_OFFERED);
  return { offered: offered.map(({ path }) => path) };
}

function scoreOf({ found, likeness: alike }: Fit): number {
  if (found === undefined || alike === undefined) return found ?? alike ?? 0;
  return (found + alike) / 2;
}

function isEnough({ found, likeness: alike }: Fit): boolean {
  if (found === undefined) return (alike ?? 0) >= 0.6;
  return found > 0.5 && (alike === undefined || alike >= 0.4);
}
