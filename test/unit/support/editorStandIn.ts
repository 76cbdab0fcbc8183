/** An editor for activation alone: whatever is asked of it that the test does not give answers nothing, and may be called or made. */
export interface EditorStandIn {
  /** What stands for the module `vscode`. */
  readonly vscode: Readonly<Record<string, unknown>>;
  /** Dotted names of what was called, in order: `workspace.findFiles`. */
  readonly called: readonly string[];
  /** What listens to events of the editor itself. */
  readonly listeners: readonly ((event: unknown) => unknown)[];
}

type Tree = { readonly [name: string]: unknown };

/**
 * @param names of what the module has
 * @param given values by dotted name, such as `window.activeTextEditor`
 */
export function editorStandIn(names: Iterable<string>, given: Tree): EditorStandIn {
  const called: string[] = [];
  const listeners: ((event: unknown) => unknown)[] = [];
  const standIn = (name: string): unknown =>
    new Proxy(class {}, {
      get: (target, key) => {
        if (key === 'prototype') return target.prototype;
        if (typeof key === 'symbol' || key === 'then') return undefined;
        const inner = `${name}.${key}`;
        return inner in given ? given[inner] : standIn(inner);
      },
      set: () => true,
      apply: (_target, _this, [first]: unknown[]) => {
        called.push(name);
        if (/\.onDid\w+$/.test(name) && typeof first === 'function')
          listeners.push(first as (event: unknown) => unknown);
        return standIn(`${name}()`);
      },
      construct: () => standIn(`new ${name}`) as object,
    });
  return { vscode: Object.fromEntries([...names].map(name => [name, standIn(name)])), called, listeners };
}
