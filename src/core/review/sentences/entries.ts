import type { CodebookEntry } from '../../codebook/codebook.js';
import { phaseOf } from '../../codebook/phase.js';
import type { CodebookTextChange, EntryChange } from '../change.js';
import { listed, named } from './words.js';

type Changed = Extract<EntryChange, { what: 'entry-changed' }>;

/** What happened to a theme or code. */
export function entrySentence(change: EntryChange): string {
  switch (change.what) {
    case 'entry-added': {
      const { after, splitFrom, unmergedFrom } = change;
      if (unmergedFrom !== undefined) return `Un-merged ${named(after.title)} from ${named(unmergedFrom.title)}`;
      if (splitFrom !== undefined) return `Split ${named(after.title)} off from ${named(splitFrom.title)}`;
      const home = after.parent === undefined ? '' : ` to ${named(after.parent.title)}`;
      return `Added the ${after.kind} ${named(after.title)}${home}`;
    }
    case 'entry-removed':
      return `Removed the ${change.before.kind} ${named(change.before.title)}`;
    case 'entry-merged':
      return `Merged ${named(change.before.title)} into ${named(change.into.title)}`;
    case 'entry-changed':
      return changedSentence(change);
  }
}

function changedSentence({ aspect, before, after }: Changed): string {
  const title = named(after.title);
  switch (aspect) {
    case 'title':
      return `Renamed ${named(before.title)} to ${title}`;
    case 'id':
      return `Changed the id of ${title} from ${before.id} to ${after.id}`;
    case 'kind':
      return `Made ${title} a ${after.kind}`;
    case 'moved':
      return movedSentence(title, before.parent, after.parent);
    case 'order':
      return orderSentence(title, after);
    case 'definition':
      if (before.definition === undefined) return `Defined ${title}`;
      return after.definition === undefined ? `Took the definition of ${title} away` : `Defined ${title} anew`;
    case 'include':
      return `Changed what ${title} includes`;
    case 'exclude':
      return `Changed what ${title} excludes`;
    case 'example':
      return `Changed the examples of ${title}`;
    case 'color':
      if (after.color === undefined) return `Took the colour of ${title} away (was ${before.color})`;
      return `Coloured ${title}: ${after.color}${before.color === undefined ? '' : ` (was ${before.color})`}`;
    case 'phase': {
      const [old, now] = [phaseOf(before), phaseOf(after)];
      return now === undefined ? `Took the phase of ${title} away (was ${old})` : `Set the phase of ${title}: ${now}`;
    }
    case 'classes':
      return classesSentence(title, before, after);
    case 'text':
      return `Changed the text below ${title}`;
    case 'formerly':
      return formerlySentence(title, before, after);
    case 'attributes':
      return `Changed further attributes of ${title}`;
  }
}

/** Its own ids apart: what became of these is said where it got another one. */
function formerlySentence(title: string, before: CodebookEntry, after: CodebookEntry): string {
  const only = (some: CodebookEntry, other: CodebookEntry): string[] =>
    some.formerly.filter(id => !other.formerly.includes(id) && id !== before.id && id !== after.id);
  const [came, went] = [only(after, before), only(before, after)];
  if (came.length === 0) return `${title} no longer stands for the former ${ids(went)}`;
  const also = went.length === 0 ? '' : `, and no longer for ${listed(went)}`;
  return `${title} now stands for the former ${ids(came)} as well${also}`;
}

const ids = (all: readonly string[]): string => `${all.length === 1 ? 'id' : 'ids'} ${listed(all)}`;

function movedSentence(title: string, from: CodebookEntry | undefined, to: CodebookEntry | undefined): string {
  const start = from === undefined ? `Moved ${title}` : `Moved ${title} from ${named(from.title)}`;
  return to === undefined ? `${start} to the top` : `${start} to ${named(to.title)}`;
}

function orderSentence(title: string, entry: CodebookEntry): string {
  const { parent } = entry;
  if (parent === undefined) return `Moved ${title} to another place at the top`;
  const ahead = parent.children[parent.children.indexOf(entry) - 1];
  return ahead === undefined
    ? `Moved ${title} to the beginning of ${named(parent.title)}`
    : `Moved ${title} behind ${named(ahead.title)}`;
}

function classesSentence(title: string, before: CodebookEntry, after: CodebookEntry): string {
  const came = after.classes.filter(name => !before.classes.includes(name));
  const went = before.classes.filter(name => !after.classes.includes(name));
  const parts = [
    ...(came.length === 0 ? [] : [`marked ${title} as ${listed(came)}`]),
    ...(went.length === 0 ? [] : [`no longer marked ${came.length === 0 ? title : 'it'} as ${listed(went)}`]),
  ];
  const text = parts.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What happened to the title of the codebook, and to what stands before its first theme or code. */
export function bookTextSentence({ before, after }: CodebookTextChange): string {
  if (before === undefined) return 'Wrote an introduction to the codebook';
  return after === undefined
    ? 'Removed the introduction of the codebook'
    : 'Changed the title or introduction of the codebook';
}
