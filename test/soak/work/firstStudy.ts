import type { Chance } from '../support/chance.js';

const WORDS =
  'a morning when people asked about the ward and nobody knew how to answer so we waited together until somebody spoke of hope work rooms doors tea letters rules trust meetings families names plans nights'.split(
    ' ',
  );

/** The files that a simulated study begins with. */
export function firstStudy(chance: Chance): ReadonlyMap<string, string> {
  const turn = (who: string): string => {
    const words = Array.from({ length: 9 + chance.below(8) }, () => chance.pick(WORDS));
    return `**${who}:** ${words.join(' ')}.`;
  };
  const transcript = (who: string): string => {
    const turns = Array.from({ length: 20 }, (_, i) => turn(i % 3 === 0 ? 'INT' : who));
    return `---\nkind: interview\n---\n\n${turns.join('\n\n')}\n`;
  };
  return new Map([
    ['verbatim.json', '{\n  "title": "Peers"\n}\n'],
    ['participants.csv', 'participant,role\nPP1,peer\nPP2,peer\nNP1,nurse\n'],
    ['transcripts/pp-01.md', transcript('PP1')],
    ['transcripts/pp-02.md', transcript('PP2')],
    ['transcripts/np-01.md', transcript('NP1')],
    ['codebook.md', codebook()],
  ]);
}

function codebook(): string {
  const themes = ['Influence', 'Role', 'Culture'];
  const codes = ['Hope', 'Waiting', 'Trust', 'Being heard', 'Rules', 'Doors', 'Letters', 'Nights', 'Tea'];
  const parts = themes.flatMap((theme, i) => [
    `## ${theme} {#${theme.toLowerCase()} .theme}`,
    `What belongs to ${theme.toLowerCase()}.`,
    ...codes.slice(i * 3, i * 3 + 3).flatMap(code => {
      const id = code.toLowerCase().replaceAll(' ', '-');
      return [`### ${code} {#${id}}`, `When somebody speaks of ${code.toLowerCase()}.`];
    }),
  ]);
  return `# Codebook\n\nSettled together.\n\n${parts.join('\n\n')}\n`;
}
