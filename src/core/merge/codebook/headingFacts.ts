import { attributeId, findAttributes, isId } from '../../codebook/attributes.js';
import { isPhase } from '../../codebook/phase.js';
import type { Section } from './outline.js';

/** What a heading says, respect by respect; former ids and where the entry stands are merged by themselves. */
export interface HeadingFacts {
  /** The title as Markdown. */
  readonly markdown: string;
  readonly title: string;
  readonly id: string;
  readonly isWritten: boolean;
  readonly isTheme: boolean;
  /** The classes that say how far it has come. */
  readonly phases: readonly string[];
  readonly classes: readonly string[];
  /** Values by key. */
  readonly pairs: ReadonlyMap<string, string>;
  /** Whether more is written in the braces than can be told apart: the same key twice, or what is no attribute. */
  readonly isOdd: boolean;
}

const known = new WeakMap<Section, HeadingFacts>();

/** What a heading says. */
export function headingFacts(section: Section): HeadingFacts {
  const facts = known.get(section) ?? read(section);
  known.set(section, facts);
  return facts;
}

function read({ entry, content, follows }: Section): HeadingFacts {
  const block = findAttributes(content);
  const items = block?.items ?? [];
  const own = items.filter(item => item.kind === 'pair' && !isId(item));
  const written = own.filter(({ name }) => name !== 'formerly' && (name !== 'parent' || follows === undefined));
  const pairs = new Map(written.map(({ name, value }) => [name, value]));
  const keys = own.map(({ name }) => name);
  return {
    markdown: content.slice(0, block?.start ?? content.length).trimEnd(),
    title: entry.title,
    id: entry.id,
    isWritten: attributeId(block) !== undefined,
    isTheme: entry.kind === 'theme',
    phases: [...new Set(entry.classes.filter(isPhase))].sort(),
    classes: [...new Set(entry.classes.filter(name => !isPhase(name)))].sort(),
    pairs,
    isOdd: block?.fault !== undefined || new Set(keys).size < keys.length || items.some(({ kind }) => kind === 'other'),
  };
}
