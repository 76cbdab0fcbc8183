import type { Question, QuestionGroup } from '../../core/analysis/questions/question.js';
import { filled } from '../common/filled.js';
import { askOf, aspectText } from './named.js';
import type { Texts } from './protocol.js';

/** The heading of a group. */
export function groupText({ is, name }: QuestionGroup, texts: Texts): string {
  switch (is) {
    case 'codebook':
      return texts.codebook;
    case 'discussion':
      return texts.discussion;
    case 'participants':
      return texts.participants;
    case 'study-file':
      return texts.studyFile;
    default:
      return name;
  }
}

/** What a question is about, in a few words. */
export function aboutText({ about, path }: Question, texts: Texts): string {
  switch (about.is) {
    case 'coding':
      return about.code?.title ?? texts.coding;
    case 'note':
      return texts.note;
    case 'reading':
      return filled(texts.readingOf, about.coder);
    case 'comment':
      return texts.comment;
    case 'record':
      return about.id;
    case 'theme':
    case 'code':
      return about.title;
    case 'codebook-text':
      return texts.introduction;
    case 'participant':
      return about.participant;
    case 'study-file':
      return about.name;
    case 'passage':
      return filled(texts.line, about.line);
    case 'file':
      return filled(texts.wholeFile, path);
  }
}

/** What else is to be known of it: whose it is, where it belongs. */
export function factsText({ about }: Question): string {
  if (about.is === 'theme' || about.is === 'code') return about.within.join(' › ');
  return 'coder' in about && about.is !== 'reading' ? about.coder : '';
}

/** What is asked, in one sentence. */
export function askText(question: Question, texts: Texts): string {
  return filled(askOf(question, texts), aspectText(question.aspect, texts));
}

/** A day as people write it; the text itself where it is no time. */
export function dateText(time: string): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return time;
  return date.toLocaleDateString(document.documentElement.lang || undefined, { dateStyle: 'medium' });
}
