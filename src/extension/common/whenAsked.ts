type Methods<P> = { [K in keyof P]: P[K] extends ((...args: never[]) => unknown) | undefined ? K : never }[keyof P];

/**
 * A provider of the editor that is loaded when it is asked for the first time.
 * @param load imports and makes it
 * @param methods what the editor asks it; their answers may be promises
 */
export function whenAsked<P extends object>(load: () => Promise<P>, ...methods: Methods<P>[]): P {
  let provider: Promise<P> | undefined;
  const asked =
    (method: Methods<P>) =>
    async (...args: unknown[]): Promise<unknown> => {
      provider ??= load();
      return ((await provider) as Record<PropertyKey, (...args: unknown[]) => unknown>)[method]?.(...args);
    };
  return Object.fromEntries(methods.map(method => [method, asked(method)])) as P;
}
