import type { Chance } from '../scripted/chance.js';
import {
  allNodes,
  anchored,
  CODERS,
  codingLine,
  type Model,
  type ModelTranscript,
  type Node,
  node,
  noteLine,
  parentOf,
  siblingsOf,
} from '../scripted/model.js';

/** Something that happens to a study. */
export type Mutation = (model: Model, chance: Chance) => void;

/** A study after some things happened to it, at random. */
export function mutated(model: Model, chance: Chance, count: number, kinds = Object.keys(MUTATIONS)): Model {
  const next = structuredClone(model);
  for (let i = 0; i < count; i++) MUTATIONS[chance.pick(kinds)]?.(next, chance);
  return next;
}

function pickNode({ roots }: Model, chance: Chance, is: (one: Node) => boolean = () => true): Node | undefined {
  const some = allNodes(roots).filter(is);
  return some.length === 0 ? undefined : chance.pick(some);
}

const isCode = ({ kind }: Node): boolean => kind === 'code';

function takeOut(model: Model, one: Node): void {
  const siblings = siblingsOf(model, one);
  siblings.splice(siblings.indexOf(one), 1);
}

function isUsed(model: Model, { id, formerly }: Node): boolean {
  return model.codings.some(({ line }) => line.code === id || formerly.includes(String(line.code)));
}

const free = (model: Model, chance: Chance): string => {
  const taken = new Set(allNodes(model.roots).flatMap(({ id, formerly }) => [id, ...formerly]));
  for (;;) {
    const word = chance.words(1)[0] as string;
    if (!taken.has(word)) return word;
  }
};

function titled(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** What may happen, by name. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  codingAdded(model, chance) {
    const transcript = chance.pick(Object.keys(model.transcripts).slice(0, 4));
    const code = pickNode(model, chance, isCode);
    if (code === undefined || model.transcripts[transcript] === undefined) return;
    const coder = chance.pick(CODERS);
    model.codings.push({ coder, transcript, line: codingLine(model, chance, transcript, chance.below(12), code.id) });
  },
  codingRemoved(model, chance) {
    if (model.codings.length > 0) model.codings.splice(chance.below(model.codings.length), 1);
  },
  recoded(model, chance) {
    const code = pickNode(model, chance, isCode);
    if (code === undefined || model.codings.length === 0) return;
    const { line } = chance.pick(model.codings);
    // A former id of the same code says the same.
    if (!code.formerly.includes(String(line.code))) line.code = code.id;
  },
  codingMemo(model, chance) {
    if (model.codings.length === 0) return;
    const { line } = chance.pick(model.codings);
    if (line.memo !== undefined && chance.is(0.4)) delete line.memo;
    else line.memo = chance.sentence(3);
  },
  codingMoved(model, chance) {
    if (model.codings.length === 0) return;
    const { line, transcript } = chance.pick(model.codings);
    const text = model.transcripts[transcript] as ModelTranscript;
    Object.assign(line, anchored(text, chance.below(text.paragraphs.length), 2, 6));
  },
  codingOther(model, chance) {
    if (model.codings.length > 0) chance.pick(model.codings).line.weight = chance.below(9);
  },
  codingCoder(model, chance) {
    if (model.codings.length > 0) chance.pick(model.codings).coder = chance.pick(CODERS);
  },
  codingOrphan(model, chance) {
    if (model.codings.length === 0) return;
    const { line } = chance.pick(model.codings);
    if (line.orphan === undefined) line.orphan = '2026-05-02T08:00:00Z';
    else delete line.orphan;
  },
  codingEvidence(model, chance) {
    if (model.codings.length === 0) return;
    const { line } = chance.pick(model.codings);
    if (line.evidence === undefined) line.evidence = chance.pick(['supports', 'contradicts', 'unheard of']);
    else delete line.evidence;
  },
  noteAdded(model, chance) {
    const transcript = chance.pick(Object.keys(model.transcripts).slice(0, 4));
    model.notes.push({
      coder: chance.pick(CODERS),
      transcript,
      line: noteLine(model, chance, transcript, chance.below(12)),
    });
  },
  noteRemoved(model, chance) {
    if (model.notes.length > 0) model.notes.splice(chance.below(model.notes.length), 1);
  },
  noteMemo(model, chance) {
    if (model.notes.length > 0) chance.pick(model.notes).line.memo = chance.sentence(3);
  },
  state(model, chance) {
    const transcript = chance.pick(Object.keys(model.transcripts).slice(0, 4));
    const coder = chance.pick(CODERS);
    model.states = model.states.filter(one => one.coder !== coder || one.transcript !== transcript);
    const since = `2026-04-0${1 + chance.below(9)}T08:00:00Z`;
    if (chance.is(0.7)) model.states.push({ coder, transcript, state: chance.pick(['read', 'done']), since });
  },
  comment(model, chance) {
    const at = chance.below(model.comments.length + 1);
    const one = model.comments[at];
    if (one === undefined)
      model.comments.push({
        coder: chance.pick(CODERS),
        line: { comment: chance.sentence(4), on: 'code hope', created: '2026-05-05T09:12:03Z', id: chance.id() },
      });
    else if (chance.is(0.5)) model.comments.splice(at, 1);
    else one.line.comment = chance.sentence(4);
  },
  broken(model, chance) {
    if (model.broken.length > 0 && chance.is(0.5)) model.broken.pop();
    else if (model.transcripts['transcripts/pp-01.md'] !== undefined)
      model.broken.push({ coder: 'EA', transcript: 'transcripts/pp-01.md', line: `{"code": "${chance.words(1)[0]}` });
  },
  title(model, chance) {
    const one = pickNode(model, chance);
    if (one !== undefined) one.title = titled(chance.words(2).join(' '));
  },
  definition(model, chance) {
    const one = pickNode(model, chance, ({ text }) => text.length === 0);
    if (one === undefined) return;
    if (chance.is(0.2)) delete one.definition;
    else one.definition = chance.sentence(5);
  },
  criteria(model, chance) {
    const list = pickNode(model, chance)?.[chance.pick(['include', 'exclude', 'example'] as const)];
    if (list === undefined) return;
    if (list.length > 0 && chance.is(0.4)) list.splice(chance.below(list.length), 1);
    else list.push(chance.sentence(3));
  },
  prose(model, chance) {
    const one = pickNode(model, chance, ({ definition }) => definition !== undefined);
    if (one === undefined) return;
    if (one.text.length > 0 && chance.is(0.4)) one.text.pop();
    else one.text.push(chance.sentence(4));
  },
  color(model, chance) {
    const one = pickNode(model, chance);
    if (one === undefined) return;
    if (one.color !== undefined && chance.is(0.3)) delete one.color;
    else one.color = chance.pick(['teal', 'amber', '#aa3355']);
  },
  phase(model, chance) {
    const one = pickNode(model, chance);
    if (one === undefined) return;
    if (one.phase !== undefined && chance.is(0.3)) delete one.phase;
    else one.phase = chance.pick(['candidate', 'reviewed', 'defined']);
  },
  classes(model, chance) {
    const one = pickNode(model, chance);
    if (one !== undefined) one.classes = chance.is(0.4) ? [] : [chance.pick(['scope', 'vivo'])];
  },
  attributes(model, chance) {
    const one = pickNode(model, chance);
    if (one !== undefined) one.attributes = chance.is(0.4) ? [] : [`weight=${chance.below(9)}`];
  },
  id(model, chance) {
    const one = pickNode(model, chance);
    if (one === undefined) return;
    one.formerly.push(one.id);
    one.id = free(model, chance);
  },
  moved(model, chance) {
    const one = pickNode(model, chance);
    const to = pickNode(
      model,
      chance,
      other => other.kind === 'theme' && one !== undefined && !allNodes([one]).includes(other),
    );
    if (one === undefined) return;
    takeOut(model, one);
    // Deeper than six levels `parent=` would be needed, which this writer does not know.
    const list = to === undefined || depthOf(model, to) + heightOf(one) > 5 ? model.roots : to.children;
    list.splice(chance.below(list.length + 1), 0, one);
  },
  order(model, chance) {
    const one = pickNode(model, chance);
    if (one === undefined) return;
    const list = siblingsOf(model, one);
    takeOut(model, one);
    list.splice(chance.below(list.length + 1), 0, one);
  },
  entryAdded(model, chance) {
    const to = pickNode(model, chance, other => other.kind === 'theme' && depthOf(model, other) < 4);
    const list = to?.children ?? model.roots;
    const word = free(model, chance);
    const kind = chance.is(0.3) ? 'theme' : 'code';
    list.splice(chance.below(list.length + 1), 0, node(kind, titled(word), chance));
  },
  entryRemoved(model, chance) {
    const one = pickNode(model, chance, other => other.children.length === 0 && !isUsed(model, other));
    if (one !== undefined) takeOut(model, one);
  },
  themeDissolved(model, chance) {
    const one = pickNode(model, chance, ({ kind }) => kind === 'theme');
    if (one === undefined) return;
    const list = siblingsOf(model, one);
    list.splice(list.indexOf(one), 1, ...one.children);
  },
  merged(model, chance) {
    const into = pickNode(model, chance, isCode);
    const one = pickNode(
      model,
      chance,
      other => isCode(other) && into !== undefined && !allNodes([other]).includes(into),
    );
    if (one === undefined || into === undefined || [one.id, into.id].includes('left-over')) return;
    const parent = parentOf(model.roots, one);
    takeOut(model, one);
    into.formerly.push(one.id, ...one.formerly);
    const heading = `{#${one.id}${parent === undefined ? '' : ` parent=${parent.id}`}}`;
    into.merged.push({ heading, text: one.definition ?? 'Nothing.' }, ...one.merged);
    into.children.push(...one.children);
  },
  kind(model, chance) {
    // A theme that went into a code cannot be merged by a change of the codebook, so one code alone may become a theme.
    const one = pickNode(model, chance, other => other.id === 'left-over' && !isUsed(model, other));
    if (one !== undefined) one.kind = one.kind === 'code' ? 'theme' : 'code';
  },
  intro(model, chance) {
    model.intro = chance.sentence(4);
  },
  facts(model, chance) {
    const path = chance.pick(Object.keys(model.transcripts));
    (model.transcripts[path] as ModelTranscript).facts.date = `2026-03-1${chance.below(9)}`;
  },
  words(model, chance) {
    const { paragraphs } = model.transcripts[chance.pick(Object.keys(model.transcripts))] as ModelTranscript;
    paragraphs[chance.below(paragraphs.length)] = chance.sentence(20);
  },
  transcriptAdded(model, chance) {
    const paragraphs = Array.from({ length: 6 }, () => chance.sentence(20));
    model.transcripts[`transcripts/${chance.words(1)[0]}.md`] = { facts: { kind: 'interview' }, paragraphs };
  },
  transcriptRenamed(model, chance) {
    const path = chance.pick(Object.keys(model.transcripts));
    const transcript = model.transcripts[path] as ModelTranscript;
    const to = `transcripts/${chance.words(1)[0]}.md`;
    delete model.transcripts[path];
    model.transcripts[to] = transcript;
    for (const one of [...model.codings, ...model.notes, ...model.states, ...model.broken])
      if (one.transcript === path) one.transcript = to;
  },
  transcriptRemoved(model, chance) {
    const bare = Object.keys(model.transcripts).filter(path =>
      [...model.codings, ...model.notes, ...model.states, ...model.broken].every(one => one.transcript !== path),
    );
    if (bare.length > 0) delete model.transcripts[chance.pick(bare)];
  },
  person(model, chance) {
    const ids = Object.keys(model.participants);
    const id = chance.pick([...ids, `NP${ids.length + 1}`]);
    if (model.participants[id] !== undefined && chance.is(0.2)) delete model.participants[id];
    else model.participants[id] = { ...model.participants[id], site: chance.pick(['east', 'west']), role: 'peer' };
  },
  memo(model, chance) {
    const paths = Object.keys(model.memos);
    const path = chance.pick([...paths, 'memos/new.md']);
    if (model.memos[path] !== undefined && chance.is(0.3)) delete model.memos[path];
    else model.memos[path] = { title: 'a memo', text: chance.sentence(30) };
  },
  memoRenamed(model, chance) {
    const path = chance.pick([...Object.keys(model.memos), '']);
    const memo = model.memos[path];
    if (memo === undefined) return;
    delete model.memos[path];
    model.memos[`memos/${chance.words(1)[0]}.md`] = memo;
  },
  config(model, chance) {
    model.config.title = chance.words(1)[0];
  },
};

function depthOf({ roots }: Model, one: Node): number {
  let depth = 2;
  for (let at = parentOf(roots, one); at !== undefined; at = parentOf(roots, at)) depth++;
  return depth;
}

function heightOf(one: Node): number {
  return 1 + Math.max(0, ...one.children.map(heightOf));
}
