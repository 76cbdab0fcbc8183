import assert from 'node:assert/strict';
import { parseXml } from '@rgrove/parse-xml';
import fc from 'fast-check';
import type { MapLink, MapNode, ThemeMap } from '../../../src/core/analysis/themeMap.js';
import { labelsAt } from '../../../src/core/report/mapLabels.js';
import { layoutMap, type Rectangle } from '../../../src/core/report/mapLayout.js';
import { calmMinimum, linkPaths, strongLinks, thresholds } from '../../../src/core/report/mapLinks.js';
import { mapSvg } from '../../../src/core/report/mapSvg.js';
import { roughWidth } from '../../../src/core/report/textWidth.js';
import { wrapText } from '../../../src/core/report/wrapText.js';
import { anyText } from '../support/arbitraries.js';

const SIZE = { width: 1000, height: 700 };

/** A codebook of any shape: each entry is at the top or in one that came before it. */
const anyNodes: fc.Arbitrary<MapNode[]> = fc
  .array(
    fc.record({
      isTheme: fc.boolean(),
      holder: fc.option(fc.nat(), { nil: undefined }),
      title: fc.lorem({ maxCount: 7 }),
      participants: fc.nat(9),
    }),
    { maxLength: 60 },
  )
  .map(drafts =>
    drafts.map(({ isTheme, holder, title, participants }, i) => ({
      key: `k${i}`,
      id: `k${i}`,
      kind: isTheme ? ('theme' as const) : ('code' as const),
      title,
      excerpts: participants * 2,
      participants: isTheme ? 0 : participants,
      ...(holder === undefined || i === 0 ? {} : { parent: `k${holder % i}` }),
    })),
  );

const holds = (outer: Rectangle, inner: Rectangle): boolean =>
  inner.x >= outer.x - 0.01 &&
  inner.y >= outer.y - 0.01 &&
  inner.x + inner.width <= outer.x + outer.width + 0.01 &&
  inner.y + inner.height <= outer.y + outer.height + 0.01;
const areApart = (a: Rectangle, b: Rectangle): boolean =>
  a.x + a.width <= b.x + 0.01 ||
  b.x + b.width <= a.x + 0.01 ||
  a.y + a.height <= b.y + 0.01 ||
  b.y + b.height <= a.y + 0.01;

describe('the layout of the theme map', () => {
  it('has a place for every theme and code, each inside what holds it', () => {
    fc.assert(
      fc.property(anyNodes, nodes => {
        const layout = layoutMap(nodes, 'participants', SIZE);
        const boxes = new Map(layout.boxes.map(box => [box.key, box]));
        const marks = new Map(layout.marks.map(mark => [mark.key, mark]));
        for (const { key, kind, parent } of nodes) {
          const place = kind === 'theme' ? boxes.get(key) : marks.get(key)?.cell;
          assert.ok(place !== undefined, `${key} has no place`);
          const outer = parent === undefined ? { x: 0, y: 0, ...layout } : boxes.get(parent);
          assert.ok(outer !== undefined && holds(outer, boxes.get(key) ?? place), `${key} is not in ${parent}`);
        }
      }),
    );
  });

  it('lets no two codes share a place, and keeps circles in theirs', () => {
    fc.assert(
      fc.property(anyNodes, nodes => {
        const { marks } = layoutMap(nodes, 'participants', SIZE);
        marks.forEach(({ cell, x, y, r }, i) => {
          assert.ok(holds(cell, { x: x - r, y: y - r, width: 2 * r, height: 2 * r }));
          for (const other of marks.slice(i + 1)) assert.ok(areApart(cell, other.cell));
        });
      }),
    );
  });

  it('draws areas in proportion, and the same picture for the same figures', () => {
    const nodes = [1, 4, 9, 0].map(
      (participants, i): MapNode => ({ key: `${i}`, id: `${i}`, kind: 'code', title: 'T', excerpts: 0, participants }),
    );
    const layout = layoutMap(nodes, 'participants', SIZE);
    const [one, four, nine, none] = layout.marks.map(({ r }) => r) as [number, number, number, number];
    assert.ok(Math.abs(four / one - 2) < 1e-9 && Math.abs(nine / one - 3) < 1e-9);
    assert.ok(none > 0 && none < one);
    assert.deepEqual(layoutMap(nodes, 'participants', SIZE), layout);
  });

  it('does not move anything when only figures change', () => {
    fc.assert(
      fc.property(anyNodes, nodes => {
        const before = layoutMap(nodes, 'participants', SIZE);
        const after = layoutMap(nodes, 'excerpts', SIZE);
        assert.deepEqual(after.boxes, before.boxes);
        assert.deepEqual(
          after.marks.map(({ cell }) => cell),
          before.marks.map(({ cell }) => cell),
        );
      }),
    );
  });

  it('leaves every code of a large, deep codebook the room to be seen', () => {
    const nodes: MapNode[] = [];
    const add = (kind: MapNode['kind'], parent: string | undefined): string => {
      const key = `k${nodes.length}`;
      const figures = { excerpts: 3, participants: nodes.length % 9 };
      nodes.push({ key, id: key, kind, title: 'What people say', ...figures, ...(parent ? { parent } : {}) });
      return key;
    };
    const theme = (parent: string | undefined, level: number): void => {
      const key = add('theme', parent);
      for (let i = 0; i < 3 + (level % 3); i++) add('code', key);
      if (level < 6) for (let i = 0; i < 3; i++) theme(key, level + 1);
    };
    theme(undefined, 1);
    const codes = nodes.filter(({ kind }) => kind === 'code').length;
    const { marks } = layoutMap(nodes, 'participants', SIZE);
    assert.ok(codes > 1_000 && marks.length === codes);
    assert.ok(Math.min(...marks.map(({ cell }) => Math.min(cell.width, cell.height))) > 40);
    assert.ok(Math.max(...marks.map(({ r }) => r)) > 12);
  });
});

describe('titles on the theme map', () => {
  it('stay within their width, whole or with an ellipsis', () => {
    fc.assert(
      fc.property(
        anyText({ maxLength: 60 }),
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 0, max: 4 }),
        (text, width, most) => {
          const measure = (line: string): number => [...line].length;
          const { lines, isWhole } = wrapText(text, width, most, measure);
          assert.ok(lines.length <= most);
          assert.ok(lines.every(line => measure(line) <= width));
          const words = text
            .split(/\s+/)
            .filter(word => word !== '')
            .join(' ');
          assert.equal(isWhole, lines.join(' ') === words);
        },
      ),
    );
  });

  it('are more the nearer one comes', () => {
    const nodes = Array.from({ length: 40 }, (_, i): MapNode => {
      const key = `k${i}`;
      return { key, id: key, kind: 'code', title: 'Hearing what is not said', excerpts: 1, participants: 1 };
    });
    const layout = layoutMap(nodes, 'participants', SIZE);
    const count = (scale: number): number => labelsAt(nodes, layout, scale, roughWidth).length;
    assert.equal(count(0.1), 0);
    assert.equal(count(1), 40);
    const left = { x: 0, y: 0, width: layout.width / 2 - 1, height: layout.height };
    assert.ok(labelsAt(nodes, layout, 1, roughWidth, left).length < 40);
  });
});

describe('links on the theme map', () => {
  const link = (a: string, b: string, excerpts: number): MapLink => ({ a, b, excerpts, participants: 0 });

  it('are few enough to be calm at first, but never none where there are some', () => {
    const many = Array.from({ length: 100 }, (_, i) => link(`a${i}`, `b${i}`, i < 10 ? 3 : 1));
    assert.equal(strongLinks(many, 'excerpts', calmMinimum(many, 'excerpts')).length, 10);
    const alike = many.map(({ a, b }) => link(a, b, 2));
    assert.equal(strongLinks(alike, 'excerpts', calmMinimum(alike, 'excerpts')).length, 100);
    assert.equal(calmMinimum([], 'excerpts'), 1);
    assert.deepEqual(thresholds(many, 'excerpts'), [
      { minimum: 1, count: 100 },
      { minimum: 3, count: 10 },
    ]);
  });

  it('are wider the stronger they are, and left out where a code is not there', () => {
    const nodes = ['a', 'b', 'c'].map(
      (key): MapNode => ({ key, id: key, kind: 'code', title: key, excerpts: 1, participants: 1 }),
    );
    const paths = linkPaths(
      [link('a', 'b', 1), link('b', 'c', 4), link('a', 'x', 9)],
      layoutMap(nodes, 'excerpts', SIZE),
      'excerpts',
    );
    assert.equal(paths.length, 2);
    assert.ok((paths[0]?.width ?? 0) < (paths[1]?.width ?? 0));
    assert.match(paths[0]?.d ?? '', /^M-?[\d.]+,-?[\d.]+Q-?[\d.]+,-?[\d.]+ -?[\d.]+,-?[\d.]+$/);
  });
});

describe('the theme map as a file', () => {
  it('is well-formed whatever titles hold, and nothing in it is anything but text', () => {
    const title = fc.oneof(anyText({ maxLength: 30 }), fc.constant('</text><script>alert(1)</script>&"\'\u0000\ud800'));
    fc.assert(
      fc.property(fc.array(title, { minLength: 1, maxLength: 8 }), titles => {
        const nodes = titles.map(
          (text, i): MapNode => ({
            key: text + i,
            id: text,
            kind: i % 3 === 0 ? 'theme' : 'code',
            title: text,
            color: 'teal',
            excerpts: 1,
            participants: i,
          }),
        );
        const map: ThemeMap = { nodes, links: [], coders: [], inDoubt: 0 };
        const picture = {
          measure: 'participants' as const,
          minimum: 1,
          title: titles[0] ?? '',
          caption: titles[0] ?? '',
        };
        const { text } = mapSvg(map, picture);
        const { root } = parseXml(text);
        assert.equal(root?.name, 'svg');
        assert.doesNotMatch(text, /<script|<foreignObject|\son\w+=|href=/i);
        assert.equal(text.match(/<circle /g)?.length ?? 0, nodes.filter(({ kind }) => kind === 'code').length);
      }),
    );
  });
});
