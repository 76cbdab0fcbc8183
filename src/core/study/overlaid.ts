/** An object with some methods of our own; the rest as it has them, with itself as `this`. */
export function overlaid<T extends object>(target: T, own: Partial<T>): T {
  // Not a proxy of the target itself: what cannot be changed there could not be put over it.
  return new Proxy({} as T, {
    get(_, key) {
      const value: unknown = Reflect.get(Object.hasOwn(own, key) ? own : target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
