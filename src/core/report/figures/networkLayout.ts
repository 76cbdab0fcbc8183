import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';

/** What is laid out: circles, with what lines pull them together. */
export interface NetworkNode {
  readonly key: string;
  /** Radius in units. */
  readonly r: number;
  /** Half the width of its label, in units. */
  readonly half: number;
}

/** Two circles by their indices, and how strongly they are held together, from 0 to 1. */
export interface NetworkTie {
  readonly a: number;
  readonly b: number;
  readonly strength: number;
}

/** The middle of a circle, in units. */
export interface NetworkPlace {
  readonly x: number;
  readonly y: number;
}

/** So often the forces act: then nothing moves any more that could be seen. */
const TICKS = 400;
const LABEL = 34;
const [NEAR, FAR] = [70, 150];

/**
 * Places circles so that those that are tied together are near each other. The same goes in, the same comes out: each begins at a place that
 * follows from its index alone, and the forces act a fixed number of times.
 * @param stretch how much wider than high the picture may be
 */
export function layoutNetwork(
  nodes: readonly NetworkNode[],
  ties: readonly NetworkTie[],
  stretch: number,
): NetworkPlace[] {
  type Body = SimulationNodeDatum & { readonly room: number };
  const bodies: Body[] = nodes.map(({ r, half }, i) => ({
    index: i,
    room: Math.max(r + LABEL / 2, Math.min(half, r + LABEL)) + 4,
    ...startAt(i, nodes.length),
  }));
  const links = ties.map(({ a, b, strength }): SimulationLinkDatum<Body> & { strength: number } => ({
    source: a,
    target: b,
    strength,
  }));
  const simulation = forceSimulation(bodies)
    .force('charge', forceManyBody<Body>().strength(-420))
    .force(
      'link',
      forceLink<Body, (typeof links)[number]>(links)
        .distance(({ strength }) => FAR - (FAR - NEAR) * strength)
        .strength(({ strength }) => 0.15 + 0.55 * strength),
    )
    .force('x', forceX<Body>(0).strength(0.11 / stretch))
    .force('y', forceY<Body>(0).strength(0.11 * stretch))
    .force('collide', forceCollide<Body>(({ room }) => room).iterations(3))
    .stop();
  simulation.tick(TICKS);
  return bodies.map(({ x = 0, y = 0 }) => ({ x: round(x), y: round(y) }));
}

/** Around a circle, neighbours in the codebook beside each other. */
function startAt(index: number, count: number): { x: number; y: number } {
  const angle = (2 * Math.PI * index) / Math.max(1, count);
  const radius = 40 + 12 * count;
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
