import { allNodes, type Node, node, parentOf, siblingsOf } from './model.js';
import { type Bench, both, came, type Expected, keyOf, pair, type Step } from './steps.js';

const changed = (aspect: string, { id }: Node): Expected[] => both(`entry-changed ${aspect} ${id}`);

/** A step that changes a node in one respect. */
function onNode(aspect: string, work: (node: Node, bench: Bench) => void, fits?: (node: Node) => boolean): Step {
  return bench => {
    const one = bench.nodeFor(aspect, fits);
    if (one === undefined) return undefined;
    work(one, bench);
    return changed(aspect, one);
  };
}

const title = ({ chance }: Bench): string => chance.words(2).join(' ');

function fresh(bench: Bench, kind: Node['kind']): Node {
  const one = node(kind, title(bench), bench.chance);
  bench.take(keyOf(one));
  return one;
}

function cut(bench: Bench, one: Node): number {
  const siblings = siblingsOf(bench.model, one);
  const at = siblings.indexOf(one);
  siblings.splice(at, 1);
  return at;
}

/** A list in which at least so many stand, for one step alone. */
function siblings(bench: Bench, least: number): Node[] | undefined {
  const lists = [bench.model.roots, ...allNodes(bench.model.roots).map(({ children }) => children)];
  return bench.chance.shuffled(lists.filter(list => list.length >= least)).find(list => {
    const parent = list[0] && parentOf(bench.model.roots, list[0]);
    return (parent === undefined || bench.use(keyOf(parent))) && bench.take(...list.map(keyOf));
  });
}

export const BOOK_STEPS: Readonly<Record<string, Step>> = {
  'adds a code'(bench) {
    const parent = bench.nodeFor('', one => one.kind === 'theme');
    if (parent === undefined) return undefined;
    const one = fresh(bench, 'code');
    parent.children.splice(bench.chance.below(parent.children.length + 1), 0, one);
    return came('entry', one.id);
  },
  'adds a theme'(bench) {
    const one = fresh(bench, 'theme');
    bench.model.roots.push(one);
    return came('entry', one.id);
  },
  'removes a code'(bench) {
    const one = bench.node(({ kind, children }) => kind === 'code' && children.length === 0);
    if (one === undefined) return undefined;
    cut(bench, one);
    return pair(`entry-removed ${one.id}`, `entry-added ${one.id}`);
  },
  'removes a theme, what is in it moves up'(bench) {
    const one = bench.node(({ kind }) => kind === 'theme');
    if (one === undefined || !one.children.every(child => bench.take(keyOf(child)))) return undefined;
    const list = siblingsOf(bench.model, one);
    list.splice(list.indexOf(one), 1, ...one.children);
    const back = one.children.map(({ id }) => ({ there: '', back: `entry-changed moved ${id}` }));
    return [...pair(`entry-removed ${one.id}`, `entry-added ${one.id}`), ...back];
  },
  'groups codes under a new theme'(bench) {
    const list = siblings(bench, 3);
    if (list === undefined) return undefined;
    const theme = fresh(bench, 'theme');
    const moved = list.slice(0, 2);
    theme.children = moved;
    list.splice(0, 2, theme);
    const moves = moved.map(({ id }) => ({ there: `entry-changed moved ${id}`, back: '' }));
    return [...came('entry', theme.id), ...moves];
  },
  'merges a code into another'(bench) {
    const one = bench.node(({ kind }) => kind === 'code');
    const into = one && bench.nodeFor('', other => other.kind === 'code' && !allNodes([one]).includes(other));
    if (one === undefined || into === undefined || !one.children.every(child => bench.take(keyOf(child))))
      return undefined;
    cut(bench, one);
    into.children.push(...one.children);
    into.formerly.push(one.id, ...one.formerly);
    into.merged.push(
      { heading: `{#${one.id} formerly="${one.formerly.join(' ')}"}`, text: one.definition ?? '-' },
      ...one.merged,
    );
    return pair(`entry-merged ${one.id}>${into.id}`, `entry-unmerged ${one.id}>${into.id}`);
  },
  'un-merges a code'(bench) {
    const from = bench.nodeFor('former ids', ({ formerly }) => formerly.includes('optimism'));
    if (from === undefined) return undefined;
    const one = node('code', 'Optimism', bench.chance);
    bench.take(keyOf(one));
    from.formerly = from.formerly.filter(id => id !== 'optimism');
    from.merged = from.merged.filter(({ heading }) => !heading.includes('#optimism'));
    const list = siblingsOf(bench.model, from);
    list.splice(list.indexOf(from) + 1, 0, one);
    return pair(`entry-unmerged optimism>${from.id}`, `entry-merged optimism>${from.id}`);
  },
  'splits a code'(bench) {
    const old = bench.nodeFor(
      '',
      ({ kind, id }) => kind === 'code' && bench.model.codings.some(({ line }) => line.code === id),
    );
    const first = old && bench.owned(bench.model.codings, ({ line }) => line.code === old.id);
    if (old === undefined || first === undefined) return undefined;
    const second = bench.owned(bench.model.codings, ({ line }) => line.code === old.id);
    const one = fresh(bench, 'code');
    siblingsOf(bench.model, old).push(one);
    const codings = [first, ...(second === undefined ? [] : [second])];
    for (const { line } of codings) line.code = one.id;
    return [
      ...pair(`entry-split ${one.id}<${old.id}`, `entry-removed ${one.id}`),
      ...codings.flatMap(({ line }) => both(`coding-changed code ${line.id}`)),
    ];
  },
  'moves a code to another theme'(bench) {
    const one = bench.node();
    const parent = one && parentOf(bench.model.roots, one);
    const target =
      one && bench.nodeFor('', other => other.kind === 'theme' && other !== parent && !allNodes([one]).includes(other));
    if (one === undefined || target === undefined) return undefined;
    cut(bench, one);
    target.children.splice(bench.chance.below(target.children.length + 1), 0, one);
    return changed('moved', one);
  },
  'moves a code among its neighbours'(bench) {
    const list = siblings(bench, 3);
    if (list === undefined) return undefined;
    const [first] = list.splice(0, 1) as [Node];
    list.push(first);
    return changed('order', first);
  },
  'renames a code': onNode('title', (one, bench) => {
    one.title = title(bench);
  }),
  'changes an id'(bench) {
    const one = bench.node();
    if (one === undefined) return undefined;
    const old = one.id;
    one.id = `${bench.chance.words(1)[0]}-id`;
    one.formerly.push(old);
    bench.take(keyOf(one));
    return both(`entry-changed id ${[old, one.id].sort().join('/')}`);
  },
  'makes a code a theme': onNode(
    'kind',
    one => {
      one.kind = 'theme';
    },
    ({ kind, id }) => kind === 'code' && id !== 'left-over',
  ),
  'writes a definition': onNode('definition', (one, { chance }) => {
    one.definition = chance.sentence(7);
  }),
  'takes a definition away': onNode(
    'definition',
    one => void delete one.definition,
    ({ text }) => text.length === 0,
  ),
  'includes more': onNode('include', (one, { chance }) => void one.include.push(chance.sentence(3))),
  'excludes less': onNode(
    'exclude',
    one => void one.exclude.pop(),
    ({ exclude }) => exclude.length > 0,
  ),
  'gives another example': onNode('example', (one, { chance }) => {
    one.example = [chance.sentence(4)];
  }),
  'gives a colour': onNode('color', (one, { chance }) => {
    one.color = chance.pick(['teal', 'blue', '#10aaff']);
  }),
  'takes a colour away': onNode(
    'color',
    one => void delete one.color,
    ({ color }) => color !== undefined,
  ),
  'sets a phase': onNode('phase', (one, { chance }) => {
    one.phase = chance.pick(['candidate', 'reviewed', 'defined']);
  }),
  'marks a code': onNode('classes', one => void one.classes.push('scope')),
  'writes below a code': onNode(
    'text',
    (one, { chance }) => void one.text.push(chance.sentence(4)),
    ({ definition }) => definition !== undefined,
  ),
  'adds a former id by hand': onNode(
    'formerly',
    (one, { chance }) => void one.formerly.push(`${chance.words(1)[0]}-old`),
  ),
  'adds an attribute': onNode('attributes', (one, { chance }) => void one.attributes.push(`weight=${chance.below(9)}`)),
  'rewrites the introduction'(bench) {
    if (!bench.take('intro')) return undefined;
    bench.model.intro = bench.chance.sentence(6);
    return both('codebook-text');
  },
};
