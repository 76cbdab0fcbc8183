/**
 * Functions that run inside the page, where they have only the DOM: each is complete in itself.
 */

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** One thing that is drawn where a text is. */
export interface Paint {
  /** `behind` the text (backgrounds, borders) or the `text` itself. */
  readonly layer: 'behind' | 'text';
  readonly className: string;
  readonly background: string;
  readonly borderBottom: string;
  readonly outline: string;
  readonly textDecoration: string;
  readonly color: string;
  /** What is drawn before and after by style alone. */
  readonly before: string;
  readonly after: string;
}

/** Where a text is drawn in the active editor, or undefined if it is not in sight. Spaces are drawn as no-break spaces. */
export function locateText(text: string): Rect | undefined {
  const lines = document.querySelectorAll('.editor-group-container.active .monaco-editor .view-line');
  for (const line of lines) {
    const at = (line.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(text);
    if (at < 0) continue;
    const range = document.createRange();
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let offset = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.textContent?.length ?? 0;
      const [start, end] = [at - offset, at + text.length - offset];
      if (start >= 0 && start < length) range.setStart(node, start);
      if (end > 0 && end <= length) range.setEnd(node, end);
      offset += length;
    }
    const { x, y, width, height } = range.getBoundingClientRect();
    if (width > 0) return { x, y, width, height };
  }
  return undefined;
}

/** Everything that is drawn within a rectangle of the active editor. */
export function readPaint(rect: Rect): Paint[] {
  const editor = document.querySelector('.editor-group-container.active .monaco-editor');
  const touches = (element: Element) =>
    [...element.getClientRects()].some(
      box =>
        box.left < rect.x + rect.width - 1 &&
        box.right > rect.x + 1 &&
        box.top < rect.y + rect.height - 1 &&
        box.bottom > rect.y + 1,
    );
  const content = (element: Element, pseudo: string) => {
    const value = getComputedStyle(element, pseudo).content;
    return value === 'none' || value === 'normal' ? '' : value.replace(/^"|"$/g, '');
  };
  const read = (layer: 'behind' | 'text') => (element: Element) => {
    const style = getComputedStyle(element);
    return {
      layer,
      className: element.className,
      background: style.backgroundColor,
      borderBottom: `${style.borderBottomWidth} ${style.borderBottomStyle} ${style.borderBottomColor}`,
      outline: `${style.outlineWidth} ${style.outlineStyle} ${style.outlineColor}`,
      textDecoration: style.textDecoration,
      color: style.color,
      before: content(element, '::before'),
      after: content(element, '::after'),
    };
  };
  const pick = (selector: string) => [...(editor?.querySelectorAll(selector) ?? [])].filter(touches);
  return [...pick('.view-overlays .cdr').map(read('behind')), ...pick('.view-line > span > span').map(read('text'))];
}
