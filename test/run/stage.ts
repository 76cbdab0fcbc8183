/** What the tests of one `describe` block play on, such as a window of the editor. */
export interface Stage<T> {
  /** The tests tell one story, each building on those before it. */
  readonly isStory: boolean;
  open(): Promise<T>;
  close(opened: T): Promise<void>;
  /** Keeps what there is to see of a failure, under the titles of the test. It must not throw. */
  keep(opened: T, titles: readonly string[]): Promise<void>;
}

/** A test of a story, in the order of the story. */
interface Scene {
  readonly title: string;
  readonly play: Mocha.AsyncFunc;
}

type Hooks = Pick<Mocha.MochaGlobals, 'before' | 'afterEach' | 'after'>;

/**
 * Opens the stage of a `describe` block for its first test and closes it after its last one. After a failure the next test, or the
 * second try of the same one, gets a new stage: one failure must not look like many. A story is never taken up in its middle: before
 * a test all that come before it are played on the same stage, at a second try and where only some tests were asked for. A story has
 * one second try; what fails after that ends it, and the rest of its tests are skipped.
 * @returns gives what is open, inside a test; throws anywhere else
 */
export function useStage<T>(stage: Stage<T>, hooks: Hooks = globalThis): () => T {
  let opened: { readonly it: T } | undefined;
  const scenes: Scene[] = [];
  /** How many of them have been played on the stage that is open. */
  let played = 0;
  let isSecondTry = false;
  let isOver = false;

  const close = async (): Promise<void> => {
    const was = opened;
    opened = undefined;
    played = 0;
    if (was !== undefined) await stage.close(was.it);
  };
  const getReady = async (context: Mocha.Context, before: readonly Scene[], timeout: number): Promise<void> => {
    if (isOver) context.skip();
    if (isSecondTry) context.retries(0);
    opened ??= { it: await stage.open() };
    const missing = before.slice(played);
    context.timeout(timeout * (missing.length + 1));
    for (const scene of missing) await playBefore(scene, context);
  };

  hooks.before('prepare the tests', function () {
    // What gets a test ready is made part of it, because mocha tries a test again and never a hook.
    this.test?.parent?.eachTest(test => {
      if (test.fn === undefined) return;
      const scene = { title: test.title, play: test.fn as Mocha.AsyncFunc };
      const before = stage.isStory ? [...scenes] : [];
      const timeout = test.timeout();
      scenes.push(scene);
      const whole: Mocha.AsyncFunc = async function () {
        await getReady(this, before, timeout);
        await scene.play.call(this);
        played = before.length + 1;
      };
      test.fn = whole;
    });
  });
  hooks.afterEach('after a failure', async function () {
    const test = this.currentTest;
    if (test === undefined || test.state === 'passed' || test.isPending()) return;
    if (opened !== undefined) await stage.keep(opened.it, test.titlePath());
    if (stage.isStory) {
      isSecondTry = true;
      // What mocha is going to try again has no state.
      isOver = test.state === 'failed';
    }
    await close();
  });
  hooks.after('close', close);
  return () => {
    if (opened === undefined) throw new Error('Nothing is open: call this inside a test.');
    return opened.it;
  };
}

async function playBefore({ title, play }: Scene, context: Mocha.Context): Promise<void> {
  try {
    await play.call(context);
  } catch (error) {
    if (error instanceof Error) error.message = `“${title}”, which comes before it, failed: ${error.message}`;
    throw error;
  }
}
