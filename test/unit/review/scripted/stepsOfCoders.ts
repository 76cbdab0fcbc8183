import { anchored, CODERS, codingLine, type Model, type ModelTranscript, noteLine, type Owned } from './model.js';
import { type Bench, both, came, pair, type Step, went } from './steps.js';

const transcriptOf = (model: Model, { transcript }: Owned): ModelTranscript =>
  model.transcripts[transcript] as ModelTranscript;

/** Where a record stands: its paragraph, and its first and last word (exclusive) there. */
function placeOf(model: Model, owned: Owned): { paragraph: number; from: number; to: number; length: number } {
  const { paragraphs } = transcriptOf(model, owned);
  const paragraph = paragraphs.findIndex(text => text.includes(owned.line.quote));
  const text = paragraphs[paragraph] as string;
  const from = text.slice(0, text.indexOf(owned.line.quote)).split(' ').length - 1;
  return { paragraph, from, to: from + owned.line.quote.split(' ').length, length: text.split(' ').length };
}

function moveTo(model: Model, owned: Owned, paragraph: number, from: number, to: number): void {
  Object.assign(owned.line, anchored(transcriptOf(model, owned), paragraph, from, to));
}

function remove<T>(list: T[], item: T): void {
  list.splice(list.indexOf(item), 1);
}

const changed = (aspect: string, { line }: Owned) => both(`coding-changed ${aspect} ${line.id}`);

/** A step on one coding that changes it in one respect. */
function onCoding(aspect: string, work: (bench: Bench, owned: Owned) => void, fits?: (owned: Owned) => boolean): Step {
  return bench => {
    const owned = bench.owned(bench.model.codings, fits);
    if (owned === undefined) return undefined;
    work(bench, owned);
    return changed(aspect, owned);
  };
}

export const CODER_STEPS: Readonly<Record<string, Step>> = {
  'codes a passage'(bench) {
    const code = bench.code();
    const owned = bench.owned(bench.model.codings);
    if (code === undefined || owned === undefined) return undefined;
    const { transcript } = owned;
    const line = codingLine(bench.model, bench.chance, transcript, bench.chance.below(14), code.id);
    bench.model.codings.push({ coder: bench.chance.pick(CODERS), transcript, line });
    bench.take(`record ${line.id}`);
    return came('coding', line.id);
  },
  'removes a coding'(bench) {
    const owned = bench.owned(bench.model.codings);
    if (owned === undefined) return undefined;
    remove(bench.model.codings, owned);
    return went('coding', owned.line.id);
  },
  'gives another code'(bench) {
    const owned = bench.owned(bench.model.codings);
    const code = owned && bench.code(owned.line.code as string);
    if (owned === undefined || code === undefined || !bench.use(`node ${owned.line.code}`)) return undefined;
    owned.line.code = code.id;
    return changed('code', owned);
  },
  'gives another code and writes a memo'(bench) {
    const owned = bench.owned(bench.model.codings);
    const code = owned && bench.code(owned.line.code as string);
    if (owned === undefined || code === undefined || !bench.use(`node ${owned.line.code}`)) return undefined;
    owned.line.code = code.id;
    owned.line.memo = bench.chance.sentence(5);
    return [...changed('code', owned), ...changed('memo', owned)];
  },
  'moves to other words': onCoding('moved', (bench, owned) => {
    const { paragraph } = placeOf(bench.model, owned);
    moveTo(bench.model, owned, (paragraph + 4) % 14, 5, 12);
  }),
  'extends a passage': onCoding('bounds', (bench, owned) => {
    const { paragraph, from, to, length } = placeOf(bench.model, owned);
    moveTo(bench.model, owned, paragraph, from - 1, Math.min(length, to + 2));
  }),
  'shortens a passage': onCoding('bounds', (bench, owned) => {
    const { paragraph, from, to } = placeOf(bench.model, owned);
    moveTo(bench.model, owned, paragraph, from + 1, to - 1);
  }),
  'shifts both ends': onCoding('bounds', (bench, owned) => {
    const { paragraph, from, to } = placeOf(bench.model, owned);
    moveTo(bench.model, owned, paragraph, from + 2, to + 2);
  }),
  'moves to another transcript'(bench) {
    const owned = bench.owned(bench.model.codings);
    const other = owned && bench.owned(bench.model.codings, one => one.transcript !== owned.transcript);
    if (owned === undefined || other === undefined) return undefined;
    owned.transcript = other.transcript;
    moveTo(bench.model, owned, bench.chance.below(14), 2, 8);
    return changed('moved', owned);
  },
  'writes a memo': onCoding(
    'memo',
    ({ chance }, { line }) => {
      line.memo = chance.sentence(4);
    },
    ({ line }) => line.memo === undefined,
  ),
  'changes a memo': onCoding(
    'memo',
    ({ chance }, { line }) => {
      line.memo = `${line.memo} ${chance.sentence(2)}`;
    },
    ({ line }) => line.memo !== undefined,
  ),
  'removes a memo': onCoding(
    'memo',
    (_, { line }) => void delete line.memo,
    ({ line }) => line.memo !== undefined,
  ),
  'marks a passage as evidence': onCoding('evidence', ({ chance }, { line }) => {
    line.evidence = chance.pick(['supports', 'nuances', 'contradicts'].filter(mark => mark !== line.evidence));
  }),
  'takes a mark away': onCoding(
    'evidence',
    (_, { line }) => void delete line.evidence,
    ({ line }) => line.evidence !== undefined,
  ),
  'keeps an orphan': onCoding(
    'orphan',
    (_, { line }) => {
      line.orphan = '2026-06-01T08:00:00Z';
    },
    ({ line }) => line.orphan === undefined,
  ),
  'takes an orphan up': onCoding(
    'orphan',
    (_, { line }) => void delete line.orphan,
    ({ line }) => line.orphan !== undefined,
  ),
  'hands a coding over': onCoding('coder', ({ chance }, owned) => {
    owned.coder = chance.pick(CODERS.filter(coder => coder !== owned.coder));
  }),
  'adds a key of another program': onCoding('other', ({ chance }, { line }) => {
    line.weight = { by: chance.words(1), value: chance.below(9) };
  }),
  'doubles an id'(bench) {
    const owned = bench.owned(bench.model.codings);
    if (owned === undefined) return undefined;
    const coder = bench.chance.pick(CODERS.filter(one => one !== owned.coder));
    bench.model.codings.push({ ...owned, coder, line: { ...owned.line } });
    return came('coding', owned.line.id);
  },
  'breaks a line'(bench) {
    const owned = bench.owned(bench.model.codings);
    if (owned === undefined || !bench.take(`lines ${owned.coder} ${owned.transcript}`)) return undefined;
    const { coder, transcript } = owned;
    bench.model.broken.push({ coder, transcript, line: `{"code": "hope", ${bench.chance.words(1)}` });
    const path = `codings/${coder}/${transcript.replace('.md', '.jsonl')}`;
    return pair(`broken-lines ${path} -0 +1`, `broken-lines ${path} -1 +0`);
  },
  'notes on a passage'(bench) {
    const owned = bench.owned(bench.model.notes);
    if (owned === undefined) return undefined;
    const { coder, transcript } = owned;
    const line = noteLine(bench.model, bench.chance, transcript, bench.chance.below(14));
    bench.model.notes.push({ coder, transcript, line });
    bench.take(`record ${line.id}`);
    return came('note', line.id);
  },
  'removes a note'(bench) {
    const owned = bench.owned(bench.model.notes);
    if (owned === undefined) return undefined;
    remove(bench.model.notes, owned);
    return went('note', owned.line.id);
  },
  'changes a note'(bench) {
    const owned = bench.owned(bench.model.notes);
    if (owned === undefined) return undefined;
    owned.line.memo = bench.chance.sentence(5);
    return both(`note-changed memo ${owned.line.id}`);
  },
  'moves a note'(bench) {
    const owned = bench.owned(bench.model.notes);
    if (owned === undefined) return undefined;
    moveTo(bench.model, owned, 3, 4, 9);
    return both(`note-changed moved ${owned.line.id}`);
  },
  'marks a transcript as done'(bench) {
    const owned = bench.owned(bench.model.notes);
    if (owned === undefined || !bench.take(`state ${owned.coder} ${owned.transcript}`)) return undefined;
    const { coder, transcript } = owned;
    const { states } = bench.model;
    const said = states.find(one => one.coder === coder && one.transcript === transcript);
    if (said !== undefined) said.state = 'done';
    else states.push({ coder, transcript, state: 'done', since: '2026-04-01T08:00:00Z' });
    return both(`reading-state ${coder} ${transcript}`);
  },
  'takes back what was said of a transcript'(bench) {
    const said = bench.model.states[0];
    const isFree = said !== undefined && bench.use(`transcript ${said.transcript}`);
    if (!isFree || !bench.take(`state ${said.coder} ${said.transcript}`)) return undefined;
    remove(bench.model.states, said);
    return both(`reading-state ${said.coder} ${said.transcript}`);
  },
  comments(bench) {
    const line = {
      comment: bench.chance.sentence(4),
      on: 'code trust',
      created: '2026-05-05T09:12:03Z',
      id: bench.chance.id(),
    };
    bench.model.comments.push({ coder: bench.chance.pick(CODERS), line });
    bench.take(`comment ${line.id}`);
    return came('comment', line.id);
  },
  'changes a comment'(bench) {
    const one = bench.chance.pick(bench.model.comments);
    if (!bench.take(`comment ${one.line.id}`)) return undefined;
    one.line.comment = bench.chance.sentence(6);
    return both(`comment-edited ${one.line.id}`);
  },
  'removes a comment'(bench) {
    const one = bench.chance.pick(bench.model.comments);
    if (one === undefined || !bench.take(`comment ${one.line.id}`)) return undefined;
    remove(bench.model.comments, one);
    return went('comment', one.line.id);
  },
};
