import fc from 'fast-check';
import { baseOf } from '../../../../../src/core/coding/blobId.js';
import { encodeUtf8 } from '../../../../../src/core/text/utf8.js';

/** The files of a study whose ids, labels, paths and withheld values all have this in them: it must not leave. */
export const CANARY = 'zq';
/** What every withheld value and internal name has in it, whatever the letter case. */
export const hasCanary = (text: string): boolean => text.toLowerCase().includes(CANARY);

const WORDS = 'we came to talk and then it was quieter in the room so I said what I had hoped for'.split(' ');
const ROLES = ['peer', 'nurse', 'manager'];
const KINDS = ['interview', 'focus group'];
const SITES = ['Zqnorth', 'Zqsouth valley'];
const CODES = ['hope', 'trust', 'culture', 'stray'];

export interface CanaryPlan {
  readonly people: readonly { readonly role: number; readonly site: number; readonly label: number }[];
  readonly transcripts: readonly {
    readonly turns: readonly { readonly who: number; readonly words: number; readonly names: boolean }[];
    readonly kind: number;
    readonly site: number;
    readonly named: boolean;
    readonly session: number;
    readonly interviewer: number;
  }[];
  readonly codings: readonly {
    readonly transcript: number;
    readonly from: number;
    readonly length: number;
    readonly code: number;
    readonly lost: boolean;
    readonly evidence: number;
  }[];
}

export const anyCanaryPlan: fc.Arbitrary<CanaryPlan> = fc.record({
  people: fc.array(fc.record({ role: fc.nat(2), site: fc.nat(1), label: fc.nat(2) }), { minLength: 2, maxLength: 9 }),
  transcripts: fc.array(
    fc.record({
      turns: fc.array(fc.record({ who: fc.nat(9), words: fc.integer({ min: 1, max: 9 }), names: fc.boolean() }), {
        minLength: 3,
        maxLength: 9,
      }),
      kind: fc.nat(2),
      site: fc.nat(1),
      named: fc.boolean(),
      session: fc.nat(3),
      interviewer: fc.nat(2),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  codings: fc.array(
    fc.record({
      transcript: fc.nat(3),
      from: fc.nat(400),
      length: fc.integer({ min: 5, max: 160 }),
      code: fc.nat(3),
      lost: fc.integer({ min: 0, max: 7 }).map(one => one === 0),
      evidence: fc.nat(4),
    }),
    { maxLength: 14 },
  ),
});

/** Speakers: everybody, one nobody declared, and those who ask. */
const labelOf = (plan: CanaryPlan, who: number): string => {
  const person = plan.people[who % (plan.people.length + 2)];
  if (person === undefined) return who % 2 === 0 ? 'Zq Stranger' : 'Zqasker';
  const index = who % (plan.people.length + 2);
  return person.label === 0 ? `INT-zq${index}` : person.label === 1 ? `Zqanna ${index}` : `zq${index}`;
};

const idOf = (index: number): string => `INT-zq${index}`;

/** The files of a study with this policy. @param policy for verbatim.json; undefined for none */
export function canaryStudy(plan: CanaryPlan, policy: unknown): Record<string, string> {
  const files: Record<string, string> = {
    'verbatim.json': JSON.stringify({
      title: 'Peers',
      recruitment: ROLES.map((group, i) => ({ group, eligible: 5 + i, approached: 4 + i, declined: 1, excluded: 0 })),
      ...(policy === undefined ? {} : { disclosure: policy }),
    }),
    'codebook.md': `# Codebook\n\n## Theme {#theme .theme}\n\n### Hope {#hope}\n\nBetter.\n\n### Trust {#trust}\n\n## Culture {#culture}\n`,
    'participants.csv': `${[
      'participant,role,labels,sessions,site,public',
      ...plan.people.map(({ role, site, label }, i) => {
        const labels = label === 1 ? `Zqanna ${i}` : label === 2 ? `zq${i}` : '';
        return [idOf(i), ROLES[role], labels, 'zqsession0', SITES[site], `P${i + 1}`].join(',');
      }),
      'INT-zqask,interviewer,Zqasker,,,',
    ].join('\n')}\n`,
  };
  const names = new Map<number, string>();
  plan.transcripts.forEach((transcript, t) => {
    const { kind, site, named, session, interviewer } = transcript;
    const front = [
      ...(KINDS[kind] === undefined ? [] : [`kind: ${KINDS[kind]}`]),
      `site: ${SITES[site]}`,
      ...(named ? [`public: Talk ${t + 1}`] : []),
      ...(session < 2 ? [`session: zqsession${session}`] : []),
      ...(interviewer === 0 ? ['interviewer: Zqasker'] : interviewer === 1 ? ['interviewer: Zq Other'] : []),
      'note: told by INT-zq0',
    ];
    const turns = transcript.turns.map(({ who, words, names: isNamed }) => {
      const said = WORDS.slice(0, words).join(' ');
      return `**${labelOf(plan, who)}:** ${said}${isNamed ? ` as INT-zq${who % plan.people.length} said` : ''}\n`;
    });
    // A label is one where it recurs.
    const strangers = ['Zq Stranger', 'Zqasker'].map(label => `**${label}:** Hm. Yes.\n`);
    turns.push(...strangers, ...strangers);
    const path = `transcripts/zqfile-${t}.md`;
    names.set(t, path);
    files[path] = `---\n${front.join('\n')}\n---\n\n${turns.join('\n')}`;
  });
  const lines = new Map<string, string[]>();
  plan.codings.forEach(({ transcript, from, length, code, lost, evidence }, i) => {
    const path = names.get(transcript % plan.transcripts.length) as string;
    const text = files[path] as string;
    const body = text.indexOf('\n---\n') + 6;
    // Passages are made of whole words.
    const start = text.lastIndexOf(' ', body + (from % Math.max(1, text.length - body - 6))) + 1;
    const end = /\s|$/.exec(text.slice(start + length))?.index ?? 0;
    const quote = lost
      ? `**Zqanna 0:** gone words ${i} as INT-zq1 said`
      : text.slice(start, start + length + end).trim();
    if (quote.trim() === '') return;
    const entry = {
      code: CODES[code],
      quote,
      at: [start, start + quote.length],
      context: lost
        ? ['zqbefore', 'zqafter']
        : [text.slice(start - 20, start), text.slice(start + quote.length).slice(0, 20)],
      base: baseOf(encodeUtf8(text)),
      ...(evidence < 3 ? { evidence: ['supports', 'nuances', 'contradicts'][evidence] } : {}),
      ...(i % 3 === 0 ? { memo: 'zqnote about INT-zq0 at Zqnorth' } : {}),
      created: '2026-03-02T10:03:11Z',
      id: `c${String(i).padStart(9, '0')}`,
      zqkey: 'zqunknown',
    };
    const file = `codings/${i % 2 === 0 ? 'EA' : 'MB'}/${path}l`.replace(/\.mdl$/, '.jsonl');
    lines.set(file, [...(lines.get(file) ?? []), JSON.stringify(entry)]);
  });
  for (const [file, all] of lines) files[file] = `${all.join('\n')}\n`;
  return files;
}
