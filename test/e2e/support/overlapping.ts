import { codingFile } from './codings';

const LONG =
  'I sat next to the mother because that chair was free, and for a while nobody spoke, which in those rooms is not the same as nothing happening. ' +
  'Then I said that my own first year had been foggy, only that, and she turned round to look at me for the first time. ' +
  'After the meeting the doctor asked me what I had seen, and I noticed that he wrote it down, and that it was not about medication at all.';
const SECOND =
  'It goes back and forth. Some weeks I am the one who holds the pace, other weeks I am the one who is told to keep to the agenda.';
const ONE = `---\nkind: interview\nparticipants: [PP1]\n---\n\n**EA:** Where were you in the room?\n\n**PP1:** ${LONG}\n\n**EA:** And does that stay so?\n\n**PP1:** ${SECOND}\n\nThe pay is the same either way.\n`;
const TWO = `**EA:** What changed for you?\n\n**PP2:** The doctor asks first now. I did not expect that, and my own story is rarely needed.\n`;
const CODEBOOK = `# Codebook

## Presence in meetings {#presence .theme}

### Sitting with silence {#silence color=blue}

### Self-disclosure {#disclosure color=amber formerly="own-story"}

## Standing in the team {#standing .theme}

### Being asked {#asked color=green}

### Pace {#pace color="#ffe066"}
`;
const whole = { quote: `${LONG}\n\n**EA:** And does that stay so?\n\n**PP1:** It goes back and forth.`, code: 'asked' };
/** A study of two transcripts and two coders whose passages overlap, span turns and are coded with a code that was merged. */
export const OVERLAPPING = {
  'codebook.md': CODEBOOK,
  'transcripts/pp-01.md': ONE,
  'transcripts/pp-02.md': TWO,
  'codings/EA/transcripts/pp-01.jsonl': codingFile('EA', ONE, [
    { quote: LONG.slice(0, 260), code: 'silence' },
    { quote: 'my own first year had been foggy', code: 'own-story' },
    whole,
    { quote: 'Some weeks I am the one who holds the pace', code: 'pace' },
  ]),
  'codings/MB/transcripts/pp-01.jsonl': codingFile('MB', ONE, [
    { quote: 'for a while nobody spoke', code: 'silence' },
    { quote: 'my own first year had been foggy', code: 'disclosure' },
    { quote: 'my own first year', code: 'asked' },
    { quote: 'The pay is the same either way.', code: 'pace' },
  ]),
  'codings/EA/transcripts/pp-02.jsonl': codingFile('EA', TWO, [
    { quote: 'The doctor asks first now.', code: 'asked' },
    { quote: 'my own story is rarely needed', code: 'disclosure' },
  ]),
};
