import { anchored, type ModelTranscript, type Owned } from './model.js';
import { type Bench, both, came, type Expected, pair, type Step, went } from './steps.js';

/** Replaces words of a paragraph by others that stand nowhere else. */
function edit(bench: Bench, path: string, paragraph: number, removed: number, added: number, at = 1): Expected[] {
  const transcript = bench.model.transcripts[path] as ModelTranscript;
  const words = (transcript.paragraphs[paragraph] as string).split(' ');
  words.splice(at, removed, ...bench.chance.words(added));
  transcript.paragraphs[paragraph] = words.join(' ');
  return pair(`transcript-edited ${path} -${removed} +${added}`, `transcript-edited ${path} -${added} +${removed}`);
}

const quoteIn = (transcript: ModelTranscript, { line }: Owned): number =>
  transcript.paragraphs.findIndex(text => text.includes(line.quote));

/** Writes the place that a record has by now into it, as refreshing anchors does. */
function refresh(bench: Bench, owned: Owned): Expected[] {
  const transcript = bench.model.transcripts[owned.transcript] as ModelTranscript;
  const paragraph = quoteIn(transcript, owned);
  const text = transcript.paragraphs[paragraph] as string;
  const from = text.slice(0, text.indexOf(owned.line.quote)).split(' ').length - 1;
  Object.assign(owned.line, anchored(transcript, paragraph, from, from + owned.line.quote.split(' ').length));
  return both(`coding-changed anchor ${owned.line.id}`);
}

function rename(bench: Bench, from: string, to: string): Expected[] {
  const { model } = bench;
  model.transcripts[to] = model.transcripts[from] as ModelTranscript;
  delete model.transcripts[from];
  bench.take(`transcript ${to}`);
  for (const one of [...model.codings, ...model.notes, ...model.states, ...model.broken])
    if (one.transcript === from) one.transcript = to;
  return both(`transcript-renamed ${[from, to].sort().join('/')}`);
}

const freshPath = ({ chance }: Bench): string => `transcripts/${chance.words(1)[0]}.md`;

export const FILE_STEPS: Readonly<Record<string, Step>> = {
  'edits a transcript'(bench) {
    const path = bench.transcript();
    return path === undefined ? undefined : edit(bench, path, 0, 1 + bench.chance.below(3), 1 + bench.chance.below(5));
  },
  'edits a transcript and refreshes its anchors'(bench) {
    const path = bench.transcript();
    if (path === undefined) return undefined;
    const expected = edit(bench, path, 0, 2, 4);
    const codings = bench.model.codings.filter(one => one.transcript === path && bench.take(`record ${one.line.id}`));
    return [...expected, ...codings.flatMap(one => refresh(bench, one))];
  },
  'edits a passage and refreshes its anchor, the quote stays'(bench) {
    const path = bench.transcript();
    const owned = bench.model.codings.find(one => one.transcript === path && bench.take(`record ${one.line.id}`));
    if (path === undefined || owned === undefined) return undefined;
    const transcript = bench.model.transcripts[path] as ModelTranscript;
    const paragraph = quoteIn(transcript, owned);
    const text = transcript.paragraphs[paragraph] as string;
    const from = text.slice(0, text.indexOf(owned.line.quote)).split(' ').length - 1;
    const length = owned.line.quote.split(' ').length;
    const expected = edit(bench, path, paragraph, 1, 1, from + 1);
    const { quote } = owned.line;
    Object.assign(owned.line, anchored(transcript, paragraph, from, from + length), { quote });
    return [...expected, ...both(`coding-changed anchor ${owned.line.id}`)];
  },
  'edits a transcript and extends a passage on what it says now'(bench) {
    const path = bench.transcript();
    const owned = bench.model.codings.find(one => one.transcript === path && bench.take(`record ${one.line.id}`));
    if (path === undefined || owned === undefined) return undefined;
    const expected = edit(bench, path, 0, 0, 3);
    const transcript = bench.model.transcripts[path] as ModelTranscript;
    const paragraph = quoteIn(transcript, owned);
    const text = transcript.paragraphs[paragraph] as string;
    const from = text.slice(0, text.indexOf(owned.line.quote)).split(' ').length - 1;
    Object.assign(owned.line, anchored(transcript, paragraph, from, from + owned.line.quote.split(' ').length + 3));
    return [...expected, ...both(`coding-changed bounds ${owned.line.id}`)];
  },
  'renames a transcript'(bench) {
    const path = bench.transcript();
    return path === undefined ? undefined : rename(bench, path, freshPath(bench));
  },
  'renames and edits a transcript'(bench) {
    const path = bench.transcript();
    if (path === undefined) return undefined;
    const to = freshPath(bench);
    const renamed = rename(bench, path, to);
    const edited = edit(bench, to, 0, 2, 3);
    return [...renamed, ...edited.map(one => ({ there: one.there, back: one.back.replace(to, path) }))];
  },
  'adds a transcript'(bench) {
    const path = freshPath(bench);
    const paragraphs = [bench.chance.sentence(20), bench.chance.sentence(20)];
    bench.take(`transcript ${path}`);
    bench.model.transcripts[path] = { facts: {}, paragraphs };
    return came('transcript', path);
  },
  'removes a transcript'(bench) {
    const path = bench.transcript(false);
    if (path === undefined) return undefined;
    delete bench.model.transcripts[path];
    return went('transcript', path);
  },
  'changes the front matter'(bench) {
    const path = bench.transcript();
    if (path === undefined) return undefined;
    Object.assign((bench.model.transcripts[path] as ModelTranscript).facts, { date: '2026-04-01', site: 'north' });
    return both(`transcript-facts ${path} date,site`);
  },
  'adds a participant'(bench) {
    const id = `PP${20 + bench.chance.below(1000)}`;
    if (!bench.take(`participant ${id}`)) return undefined;
    bench.model.participants[id] = { role: 'peer' };
    return came('participant', id);
  },
  'removes a participant'(bench) {
    const id = bench.chance.pick(Object.keys(bench.model.participants));
    if (!bench.take(`participant ${id}`)) return undefined;
    delete bench.model.participants[id];
    return went('participant', id);
  },
  'says more of a participant'(bench) {
    const id = bench.chance.pick(Object.keys(bench.model.participants));
    if (!bench.take(`participant ${id}`)) return undefined;
    bench.model.participants[id] = { role: 'non-peer', site: 'west' };
    return both(`participant-changed ${id} role,site`);
  },
  'writes a memo of its own'(bench) {
    const path = `memos/${bench.chance.words(1)[0]}.md`;
    bench.take(path);
    bench.model.memos[path] = { title: 'New', text: bench.chance.sentence(30) };
    return came('memo', path);
  },
  'removes a memo of its own'(bench) {
    const path = bench.chance.pick(Object.keys(bench.model.memos));
    if (!bench.take(path)) return undefined;
    delete bench.model.memos[path];
    return went('memo', path);
  },
  'edits a memo'(bench) {
    const path = bench.chance.pick(Object.keys(bench.model.memos));
    const memo = bench.model.memos[path];
    if (memo === undefined || !bench.take(path)) return undefined;
    memo.text += ` ${bench.chance.sentence(3)}`;
    return both(`memo-edited ${path}`);
  },
  'renames a memo'(bench) {
    const path = bench.chance.pick(Object.keys(bench.model.memos));
    const memo = bench.model.memos[path];
    if (memo === undefined || !bench.take(path)) return undefined;
    const to = `memos/${bench.chance.words(1)[0]}.md`;
    bench.model.memos[to] = memo;
    delete bench.model.memos[path];
    bench.take(to);
    return both(`memo-renamed ${[path, to].sort().join('/')}`);
  },
  'changes the study file'(bench) {
    if (!bench.take('config')) return undefined;
    bench.model.config.title = bench.chance.sentence(2);
    return both('study-file title');
  },
};
