// The one place that knows the toolkit: it is archived upstream, and what replaces it one day replaces it here.
import {
  type Button,
  type Checkbox,
  type Dropdown,
  provideVSCodeDesignSystem,
  type TextArea,
  type TextField,
  vsCodeButton,
  vsCodeCheckbox,
  vsCodeDropdown,
  vsCodeOption,
  vsCodeTextArea,
  vsCodeTextField,
} from '@vscode/webview-ui-toolkit';
import './controls.css';
import { html } from './dom.js';

provideVSCodeDesignSystem().register(
  vsCodeButton(),
  vsCodeCheckbox(),
  vsCodeDropdown(),
  vsCodeOption(),
  vsCodeTextArea(),
  vsCodeTextField(),
);

/** Something to press, type into or choose from. Setting `value` or `disabled` here calls nobody back. */
export interface Control<Value> {
  readonly element: HTMLElement;
  value: Value;
  disabled: boolean;
}

/** One thing to choose. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A button. Its value is its label. */
export function button(
  label: string,
  onPress: () => void,
  options: { readonly kind?: 'primary' | 'secondary'; readonly title?: string } = {},
): Control<string> {
  const element = make<Button>('vscode-button', { appearance: options.kind ?? 'secondary', title: options.title });
  element.textContent = label;
  element.addEventListener('click', onPress);
  return control(
    element,
    () => element.textContent ?? '',
    value => {
      element.textContent = value;
    },
  );
}

/** A box to tick, with its label. */
export function checkbox(label: string, checked: boolean, onChange: (checked: boolean) => void): Control<boolean> {
  const element = make<Checkbox>('vscode-checkbox', {});
  element.textContent = label;
  element.checked = checked;
  return quiet(
    element,
    'change',
    () => element.checked,
    value => {
      element.checked = value;
    },
    onChange,
  );
}

/** A choice among a few, with a label before it, unless that is only to be heard. */
export function dropdown(
  label: string,
  choices: readonly Choice[],
  value: string,
  onChange: (value: string) => void,
  options: { readonly hideLabel?: boolean } = {},
): Control<string> {
  const element = make<Dropdown>('vscode-dropdown', { 'aria-label': label });
  for (const choice of choices) {
    const option = make('vscode-option', { value: choice.value });
    option.textContent = choice.label;
    element.append(option);
  }
  // Until it has been drawn the element knows no options: it will then take the one that is marked.
  const mark = (wanted: string): void => {
    for (const option of element.children) option.toggleAttribute('selected', option.getAttribute('value') === wanted);
  };
  let marked = value;
  mark(value);
  const inner = quiet(
    element,
    'change',
    () => (element.options.length > 0 ? element.value : marked),
    wanted => {
      marked = wanted;
      mark(wanted);
      if (element.options.length > 0) element.value = wanted;
    },
    onChange,
  );
  return options.hideLabel ? inner : labelled(label, inner);
}

/** One line to type into, with a label before it. `onInput` hears every letter. */
export function textField(
  label: string,
  value: string,
  onInput: (value: string) => void,
  options: { readonly placeholder?: string; readonly hideLabel?: boolean } = {},
): Control<string> {
  const element = make<TextField>('vscode-text-field', { placeholder: options.placeholder });
  // The toolkit names the field after its content; what is seen of that is hidden.
  element.textContent = label;
  element.value = value;
  const inner = quiet(
    element,
    'input',
    () => element.value,
    wanted => {
      element.value = wanted;
    },
    onInput,
  );
  return options.hideLabel ? inner : labelled(label, inner);
}

/** Several lines to type into. `onInput` hears every letter. */
export function textArea(
  label: string,
  value: string,
  onInput: (value: string) => void,
  options: { readonly rows: number },
): Control<string> {
  const element = make<TextArea>('vscode-text-area', { resize: 'vertical' });
  element.textContent = label;
  element.rows = options.rows;
  element.value = value;
  return quiet(
    element,
    'input',
    () => element.value,
    wanted => {
      element.value = wanted;
    },
    onInput,
  );
}

function make<E extends HTMLElement>(tag: string, attributes: Readonly<Record<string, string | undefined>>): E {
  const element = document.createElement(tag) as E;
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(name, value);
  return element;
}

/** A control that tells of what a person changed, and keeps silent about what the program changed. */
function quiet<Value>(
  element: HTMLElement & { disabled: boolean },
  event: string,
  get: () => Value,
  set: (value: Value) => void,
  onChange: (value: Value) => void,
): Control<Value> {
  let known = get();
  element.addEventListener(event, () => {
    if (get() === known) return;
    known = get();
    onChange(known);
  });
  return control(element, get, value => {
    known = value;
    set(value);
  });
}

function control<Value>(
  element: HTMLElement & { disabled: boolean },
  get: () => Value,
  set: (value: Value) => void,
): Control<Value> {
  return {
    element,
    get value() {
      return get();
    },
    set value(value) {
      set(value);
    },
    get disabled() {
      return element.disabled;
    },
    set disabled(disabled) {
      element.disabled = disabled;
    },
  };
}

function labelled<Value>(label: string, inner: Control<Value>): Control<Value> {
  const caption = html('span', { class: 'caption', 'aria-hidden': 'true' }, label);
  const element = html('div', { class: 'labelled' }, caption, inner.element);
  return Object.defineProperty(inner, 'element', { value: element });
}
