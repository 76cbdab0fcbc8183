import { type Action, type Desk, editText, someTranscript } from './desk.js';

const GAP = '\n\n';

/** An action that makes another text of a transcript; undefined: it stays. */
function edit(what: string, change: (desk: Desk, text: string) => string | undefined): Action {
  return async desk => {
    const seen = await someTranscript(desk);
    const next = seen && change(desk, seen.points.text);
    if (seen === undefined || next === undefined) return undefined;
    await editText(desk, seen.transcript, () => next);
    return `${what} in ${seen.transcript}`;
  };
}

/** Corrects one word. */
export const correctWord = edit('another word', (desk, text) => {
  const word = desk.chance.pick([...text.matchAll(/(?<= )[a-z]+(?= )/g)]);
  if (word === undefined) return undefined;
  const next = desk.words('word').replaceAll(' ', '');
  return `${text.slice(0, word.index)}${next}${text.slice(word.index + word[0].length)}`;
});

/** Adds a turn that was missed when the recording was typed. */
export const addTurn = edit('a turn more', (desk, text) => {
  const turns = text.split(GAP);
  if (turns.length > 40) return undefined;
  turns.splice(1 + desk.chance.below(turns.length - 1), 0, `**PP1:** ${desk.words('turn')}, as was said then.`);
  return turns.join(GAP);
});

/** Takes a turn out, with whatever was coded in it. */
export const removeTurn = edit('a turn less', (desk, text) => {
  const turns = text.split(GAP);
  if (turns.length < 12) return undefined;
  turns.splice(1 + desk.chance.below(turns.length - 2), 1);
  return turns.join(GAP);
});
