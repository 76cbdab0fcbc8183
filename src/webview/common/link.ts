import { html } from './dom.js';

/** A button that looks like a link, with its key in its tip. */
export function link(label: string, key: string, onPress: () => void): HTMLElement {
  const title = key === '' ? label : `${label} (${key})`;
  const element = html('button', { class: 'link', type: 'button', title }, label);
  element.addEventListener('click', onPress);
  return element;
}
