import type { PlainEntry, PlainExcerpt, PlainStudy } from './study.js';

/** Whether an excerpt is as a term asks. */
export function isLike(field: string, value: string, excerpt: PlainExcerpt, study: PlainStudy): boolean {
  const isAny = value === '*';
  const { transcript, record, coder } = excerpt;
  const entry = entryOf(excerpt.code, study);
  switch (field) {
    case 'code':
      return (
        isAny ||
        isBelow(
          entry,
          entriesNamed(value, study, () => true),
        ) ||
        (entry === undefined && same(excerpt.code, value))
      );
    case 'theme': {
      const themes = study.entries.filter(({ isTheme }) => isTheme);
      return isBelow(entry, isAny ? themes : entriesNamed(value, study, ({ isTheme }) => isTheme));
    }
    case 'coder':
      return isAny || same(coder, value);
    case 'speaker':
      return speakersOf(excerpt).some(speaker => isAny || same(speaker, value));
    case 'participant':
      return participantsOf(excerpt, study).some(id => isAny || same(id, value));
    case 'session': {
      const name = transcript.path.replace(/^.*\//, '').replace('.md', '');
      return isAny || [transcript.front.session ?? name, name, transcript.path].some(one => same(one, value));
    }
    case 'date':
      return isAny ? transcript.front.date !== undefined : isInDays(transcript.front.date, value);
    case 'created':
      return isAny ? record.created !== undefined : isInDays(record.created as string | undefined, value);
    case 'words':
      return isAny || hasWords(textOf(excerpt), value);
    case 'memo':
      return isAny ? record.memo !== undefined : hasWords((record.memo as string | undefined) ?? '', value);
    case 'phase': {
      const phase = ['defined', 'reviewed', 'candidate'].find(one => entry?.classes.includes(one));
      return isAny ? phase !== undefined : (phase ?? 'none') === value;
    }
    case 'evidence': {
      const mark = ['supports', 'contradicts', 'nuances'].find(one => one === record.evidence);
      return isAny ? mark !== undefined : (mark ?? 'none') === value;
    }
    case 'is':
      return isState(value, excerpt, study);
    default:
      return hasValue(field, value, excerpt, study);
  }
}

function isState(state: string, excerpt: PlainExcerpt, study: PlainStudy): boolean {
  const { place, record } = excerpt;
  if (state === 'certain') return place !== undefined;
  if (state === 'doubtful') return place === undefined && record.orphan === undefined;
  if (state === 'example') return entryOf(excerpt.code, study)?.examples.includes(textOf(excerpt)) ?? false;
  if (place === undefined) return false;
  const isScope = (entry: PlainEntry | undefined): boolean => entry?.classes.includes('scope') ?? false;
  if (!study.entries.some(isScope)) return true;
  return study.excerpts.some(
    other =>
      other.transcript === excerpt.transcript &&
      isScope(entryOf(other.code, study)) &&
      other.place !== undefined &&
      other.place[0] < place[1] &&
      place[0] < other.place[1],
  );
}

/** A column of the participants who speak, or an entry of the front matter: the value, or a part of it. */
function hasValue(field: string, value: string, excerpt: PlainExcerpt, study: PlainStudy): boolean {
  const said: string[] = [];
  for (const id of participantsOf(excerpt, study)) {
    const row = study.people.find(person => same(person.participant ?? '', id)) ?? {};
    for (const [name, cell] of Object.entries(row))
      if (!['participant', 'labels', 'sessions'].includes(name) && same(name, field) && cell !== '') said.push(cell);
  }
  for (const [name, text] of Object.entries(excerpt.transcript.front))
    if (!['participants', 'speakers', 'session', 'date'].includes(name) && same(name, field)) said.push(text);
  return said.some(text => value === '*' || same(text, value) || text.split(/[,;]/).some(part => same(part, value)));
}

/** What a code id stands for today. */
function entryOf(code: string, { entries }: PlainStudy): PlainEntry | undefined {
  return entries.find(({ id }) => id === code) ?? entries.find(({ formerly }) => formerly.includes(code));
}

function entriesNamed(name: string, study: PlainStudy, isWanted: (entry: PlainEntry) => boolean): PlainEntry[] {
  const exact = entryOf(name, study);
  if (exact !== undefined && isWanted(exact)) return [exact];
  return study.entries.filter(
    entry => isWanted(entry) && [entry.id, ...entry.formerly, entry.title].some(own => same(own, name)),
  );
}

function isBelow(entry: PlainEntry | undefined, entries: readonly PlainEntry[]): boolean {
  return entry !== undefined && (entries.includes(entry) || isBelow(entry.parent, entries));
}

/** The turns, by number, of which an excerpt has something. */
export function turnsOf({ place, transcript }: PlainExcerpt): number[] {
  const numbers: number[] = [];
  transcript.turns.forEach((turn, i) => {
    if (place !== undefined && turn.start < place[1] && place[0] < turn.end) numbers.push(i);
  });
  return numbers;
}

/** What is said of each turn in an excerpt. */
function partsOf(excerpt: PlainExcerpt): { speaker: string; said: string }[] {
  const { place = [0, 0], transcript } = excerpt;
  return turnsOf(excerpt).map(i => {
    const { speaker, start, end } = transcript.turns[i] as PlainExcerpt['transcript']['turns'][number];
    return { speaker, said: transcript.points.slice(Math.max(start, place[0]), Math.min(end, place[1])).join('') };
  });
}

function textOf(excerpt: PlainExcerpt): string {
  if (excerpt.place === undefined) return String(excerpt.record.quote);
  // Where another turn begins inside, a reader sees who speaks.
  return partsOf(excerpt)
    .map(({ speaker, said }, i) => `${i === 0 ? '' : `— ${speaker}: `}${said.trim().replace(/\s+/g, ' ')}`)
    .join(' ');
}

function speakersOf(excerpt: PlainExcerpt): string[] {
  return partsOf(excerpt)
    .filter(({ said }) => said.trim() !== '')
    .map(({ speaker }) => speaker);
}

/** Who speaks of those whom the table or the front matter declares; who asks is none of them. */
function participantsOf(excerpt: PlainExcerpt, study: PlainStudy): string[] {
  const { front } = excerpt.transcript;
  const mapped = [...(front.speakers ?? '').matchAll(/([^{},:]+): ([^{},:]+)/g)].map(([, label = '', id = '']) => ({
    label,
    id,
  }));
  const named = [...(front.participants ?? '').split(', '), ...mapped.map(({ id }) => id)].filter(id => id !== '');
  return speakersOf(excerpt).flatMap(speaker => {
    const name = mapped.find(({ label }) => same(label, speaker))?.id ?? speaker;
    const rows = study.people.filter(({ participant = '' }) => same(participant, name));
    const labelled = study.people.filter(({ labels = '' }) => labels.split(';').some(label => same(label, name)));
    const person = rows[0] ?? (labelled.length === 1 ? labelled[0] : undefined);
    const id = person?.participant ?? named.find(one => same(one, name));
    if (id === undefined || person?.role === 'interviewer') return [];
    const asking = (front.interviewer ?? '').split(', ').filter(one => one !== '');
    return asking.some(one => [speaker, name, id].some(own => same(own, one))) ? [] : [id];
  });
}

const same = (a: string, b: string): boolean =>
  folded(a).replace(/\s+/g, ' ').trim() === folded(b).replace(/\s+/g, ' ').trim();

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('ß', 'ss');

const tokens = (text: string): string[] =>
  folded(text)
    .replace(/['’]/g, '')
    .match(/[\p{L}\p{N}\p{S}]+/gu) ?? [];

/** Whether words stand in a text, one behind the other. */
function hasWords(text: string, asked: string): boolean {
  const wanted = asked.split(' ').flatMap(part => {
    const words = tokens(part);
    return words.map((word, i) => ({ word, isBeginning: part.endsWith('*') && i === words.length - 1 }));
  });
  const there = tokens(text);
  return there.some((_, from) =>
    wanted.every(({ word, isBeginning }, i) => {
      const token = there[from + i] ?? '';
      return isBeginning ? token.startsWith(word) : token === word;
    }),
  );
}

/** Whether all of a date lies between the beginning and the end of what is asked, in milliseconds. */
function isInDays(date: string | undefined, asked: string): boolean {
  if (date === undefined || !/^\d{4}/.test(date)) return false;
  const [from = '', to = from] = asked.split('..');
  const [first, last] = [asked.startsWith('..') ? -Infinity : begins(from), asked.endsWith('..') ? Infinity : ends(to)];
  const day = date.slice(0, 10);
  return first <= begins(day) && ends(day) <= last;
}

function begins(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return Date.UTC(year, month - 1, day);
}

function ends(date: string): number {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return Date.UTC(year + 1, 0, 1);
  return day === undefined ? Date.UTC(year, month, 1) : Date.UTC(year, month - 1, day + 1);
}
