import { below } from '../../random.js';
import { inserted } from '../characters.js';
import type { Block, Document } from '../document.js';
import { clock, LABEL_STYLES, type Label, type LabelStyle, labelOf } from '../labels.js';
import type { Edit } from './edit.js';

const OTHER_NAMES = ['Participant', 'Speaker', 'Person', 'Voice', 'P', 'Frau Sommer', 'R'];

/** All speakers get other labels, or their labels another shape, or both. */
export const relabelled: Edit = {
  name: 'speakers re-labelled',
  isMechanical: true,
  apply: (document, random) => {
    const isRenamed = random() < 0.7;
    const name = OTHER_NAMES[below(random, OTHER_NAMES.length)] ?? '';
    const speakers = isRenamed
      ? document.speakers.map((_, i) => (i === 0 ? 'Researcher' : `${name} ${i}`))
      : document.speakers;
    const style = isRenamed && random() < 0.5 ? document.style : another(document.style, random);
    return labelled({ ...document, speakers, style }, block =>
      labelOf(style, speakers[block.speaker ?? 0] ?? '', block.seconds ?? 0),
    );
  },
};

/** Every turn gets the time at which it begins, in one of several shapes. */
export const timestamps: Edit = {
  name: 'timestamps added',
  isMechanical: true,
  apply: (document, random) => {
    const ways: ((block: Block, time: string) => Label)[] = [
      ({ before, after }, time) => ({ before: [...inserted(`[${time}] `), ...before], after }),
      ({ before, after }, time) => ({ before: [...before, ...inserted(`[${time}] `)], after }),
      ({ before, after }, time) => ({ before: [...before, ...inserted(`(${time.slice(3)}) `)], after }),
      ({ before, after }, time) => ({ before, after: [...after, ...inserted(` #${time}-4#`)] }),
      ({ before, after }, time) => ({ before: [...inserted(`${time}\n\n`), ...before], after }),
    ];
    // A heading must begin with its marks.
    const isHeading = document.style.startsWith('###');
    const way = ways[isHeading ? 1 + below(random, 4) : below(random, ways.length)] as (typeof ways)[number];
    return labelled(document, block => way(block, clock(block.seconds ?? 0)));
  },
};

function labelled(document: Document, label: (block: Block) => Label): Document {
  return {
    ...document,
    blocks: document.blocks.map(block => (block.kind === 'turn' ? { ...block, ...label(block) } : block)),
  };
}

function another(style: LabelStyle, random: () => number): LabelStyle {
  const others = LABEL_STYLES.filter(one => one !== style);
  return others[below(random, others.length)] ?? style;
}
