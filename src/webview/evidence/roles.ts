import { html } from '../common/dom.js';
import { counted, filled } from '../common/filled.js';
import { voicesBar } from './bar.js';
import type { EvidenceState, ShownGroup, ShownPerson, Texts } from './protocol.js';

/** What a person does with the people. */
export interface PeopleEvents {
  ask(participant: string): void;
  session(transcript: string): void;
}

/** For each role who said it, who only spoke against it, and who did not. */
export function rolesOf({ roles, texts }: EvidenceState, events: PeopleEvents): HTMLElement[] {
  const sections = roles.map(role => roleOf(role, texts, events));
  return sections.length === 0 ? [] : [html('h2', {}, texts.byRole), html('div', { class: 'roles' }, ...sections)];
}

function roleOf(role: ShownGroup, texts: Texts, events: PeopleEvents): HTMLElement {
  const { name, word, numbers, said, against, silent } = role;
  const ask = (person: ShownPerson): HTMLElement => chip(`${name} ${person.id}`, person, texts, events);
  const where = (person: ShownPerson): HTMLElement => whoSpokeIn(`${name} ${person.id}`, person, texts, events);
  const parts: readonly (readonly [string, readonly HTMLElement[], string])[] = [
    [texts.said, said.map(ask), 'people'],
    ...(against.length === 0 ? [] : [[texts.against, against.map(ask), 'people'] as const]),
    [texts.silent, silent.map(where), 'people spoke'],
  ];
  return html(
    'section',
    { class: 'role', 'aria-label': `${name}: ${word}, ${numbers}` },
    html(
      'div',
      { class: 'role-head' },
      html('h3', {}, name),
      html('span', { class: 'word' }, word),
      html('span', { class: 'muted' }, numbers),
    ),
    voicesBar(role, texts),
    html(
      'dl',
      {},
      ...parts.flatMap(([label, people, className]) => [
        html('dt', {}, people.length === 0 ? label : `${label} (${people.length})`),
        html(
          'dd',
          {},
          people.length === 0
            ? html('span', { class: 'muted' }, texts.nobody)
            : html('ul', { class: className }, ...people.map(one => html('li', {}, one))),
        ),
      ]),
    ),
  );
}

/** Somebody with the number of excerpts; pressed, these are asked for. */
function chip(key: string, { id, excerpts }: ShownPerson, texts: Texts, events: PeopleEvents): HTMLElement {
  const much = counted(texts.oneExcerpt, texts.manyExcerpts, excerpts);
  const press = html(
    'button',
    {
      class: 'chip',
      type: 'button',
      'data-key': key,
      title: filled(texts.askFor, id, much),
      'aria-label': `${id}, ${much}`,
    },
    html('span', { class: 'id' }, id),
    html('span', { class: 'amount', 'aria-hidden': 'true' }, String(excerpts)),
  );
  press.addEventListener('click', () => events.ask(id));
  return press;
}

/** Somebody with the sessions to look into. */
function whoSpokeIn(key: string, { id, sessions }: ShownPerson, texts: Texts, events: PeopleEvents): HTMLElement {
  const places = sessions.flatMap(({ name, transcript }, i) => {
    const title = filled(texts.openSession, name);
    const press = html('button', { class: 'link', type: 'button', 'data-key': `${key} ${name}`, title }, name);
    press.addEventListener('click', () => events.session(transcript));
    return i === 0 ? [press] : [', ', press];
  });
  return html(
    'span',
    { class: 'who' },
    html('span', { class: 'id' }, id),
    html('span', { class: 'unseen' }, ` ${texts.spokeIn} `),
    ...places,
  );
}
