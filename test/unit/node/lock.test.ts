import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { withLock } from '../../../src/node/lock.js';

/** The object whose functions the lock calls. */
const files = createRequire(__filename)('node:fs/promises') as typeof import('node:fs/promises');

describe('the lock of a study', () => {
  let folder = '';
  let file = '';
  const holdersNow = (): string => readFileSync(file, 'utf8');

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-lock-'));
    file = path.join(folder, 'lock');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('says who holds it, and is gone when the work is done or failed', async () => {
    assert.equal(await withLock(file, async () => holdersNow()), `${process.pid}@${os.hostname()}`);
    assert.equal(existsSync(file), false);
    await assert.rejects(
      withLock(file, async () => {
        throw new Error('asked for');
      }),
      /asked for/,
    );
    assert.deepEqual(readdirSync(folder), []);
  });

  it('lets one in at a time', async () => {
    let inside = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      most = Math.max(most, ++inside);
      await new Promise(setImmediate);
      inside--;
    };
    await Promise.all(Array.from({ length: 10 }, () => withLock(file, work)));
    assert.equal(most, 1);
  });

  it('is taken over from a process that is gone', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    writeFileSync(file, `${pid}@${os.hostname()}`);
    await withLock(file, async () => assert.match(holdersNow(), new RegExp(`^${process.pid}@`)));
    assert.deepEqual(readdirSync(folder), []);
  });

  it('is taken over by one of two who find it at the same moment, however late the other one acts', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    writeFileSync(file, `${pid}@${os.hostname()}`);
    const { stat, readFile, rename } = files;
    let [inside, most, looks] = [0, 0, 0];
    let [first, third] = [Promise.resolve(), Promise.resolve()];
    const enter = async (work: () => Promise<void> | void): Promise<void> =>
      withLock(file, async () => {
        most = Math.max(most, ++inside);
        await work();
        inside--;
      });
    // At work until the second has looked three times more, or has let a third one in.
    const untilSeen = (isIn: () => void): Promise<void> =>
      new Promise(goOn => {
        files.readFile = ((...args: Parameters<typeof readFile>) => {
          if (args[0] === file && ++looks > 3) goOn();
          return readFile(...args);
        }) as typeof readFile;
        // Should it put aside what is there now, somebody else comes in.
        files.rename = async (...args: Parameters<typeof rename>) => {
          await rename(...args);
          await new Promise<void>(isThirdIn => {
            third = enter(isThirdIn);
          });
          goOn();
        };
        isIn();
      });
    // The second has found the lock of the dead when it is held up, until the first has taken it over and is at work.
    files.stat = (async (...args: Parameters<typeof stat>) => {
      files.stat = stat;
      const found = await stat(...args);
      await new Promise<void>(isIn => {
        first = enter(() => untilSeen(isIn));
      });
      return found;
    }) as typeof stat;
    await enter(() => undefined).finally(() => Object.assign(files, { stat, readFile, rename }));
    await Promise.all([first, third]);
    assert.equal(most, 1);
    assert.deepEqual(readdirSync(folder), []);
  });

  it('is taken over although who was about to do so died as well', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    writeFileSync(file, `${pid}@${os.hostname()}`);
    const { ino, mtimeMs } = statSync(file);
    writeFileSync(`${file}.${ino}-${Math.trunc(mtimeMs)}`, holdersNow());
    await withLock(file, async () => assert.match(holdersNow(), new RegExp(`^${process.pid}@`)));
    assert.deepEqual(readdirSync(folder), []);
  });

  it('is taken over from another machine, or from nobody, only when it is old', async () => {
    for (const holder of ['1@another-machine', '']) {
      writeFileSync(file, holder);
      const longAgo = Date.now() / 1000 - 60;
      utimesSync(file, longAgo, longAgo);
      await withLock(file, async () => assert.match(holdersNow(), new RegExp(`^${process.pid}@`)));
    }
  });

  it('is waited for while a live process holds it', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>(resolve => {
      release = resolve;
    });
    const order: string[] = [];
    let first: Promise<void> | undefined;
    // Only once the first one is in is it said who comes second.
    await new Promise<void>(isIn => {
      first = withLock(file, async () => {
        isIn();
        await held;
        order.push('first');
      });
    });
    const second = withLock(file, async () => void order.push('second'));
    setImmediate(release);
    await Promise.all([first, second]);
    assert.deepEqual(order, ['first', 'second']);
  });

  it('is waited for as long as others take turns, and given up where one keeps it', async () => {
    writeFileSync(file, `${process.ppid}@${os.hostname()}`);
    const now = Date.now;
    let looks = 0;
    // Eleven seconds pass between two looks. The first thirty times somebody else has taken the lock meanwhile.
    Date.now = () => {
      if (++looks <= 30) utimesSync(file, looks, looks);
      return looks * 11_000;
    };
    try {
      await assert.rejects(
        withLock(file, async () => undefined),
        /does not finish/,
      );
    } finally {
      Date.now = now;
    }
    assert.ok(looks > 30, `given up after ${looks} looks`);
  });

  it('is signed from the moment it is there', async () => {
    const { link } = files;
    let there = '';
    files.link = async (...args: Parameters<typeof link>) => {
      await link(...args);
      there = holdersNow();
    };
    await withLock(file, async () => undefined).finally(() => {
      files.link = link;
    });
    assert.equal(there, `${process.pid}@${os.hostname()}`);
  });

  it('is theirs who took it over from one that was held up before it could sign, on a disk without links', async () => {
    const { open: opens, link } = files;
    files.link = () => Promise.reject(Object.assign(new Error('EPERM'), { code: 'EPERM', syscall: 'link' }));
    const order: string[] = [];
    let second: Promise<void> | undefined;
    // Right after the first has made the lock, a minute passes; somebody else finds it old and unsigned.
    files.open = async (...args: Parameters<typeof opens>) => {
      files.open = opens;
      const handle = await opens(...args);
      const longAgo = Date.now() / 1000 - 60;
      utimesSync(file, longAgo, longAgo);
      await new Promise<void>(isIn => {
        second = withLock(file, async () => {
          order.push('second in');
          isIn();
          for (let i = 0; i < 50; i++) await new Promise(setImmediate);
          order.push('second out');
        });
      });
      return handle;
    };
    await withLock(file, async () => void order.push('first'));
    await second;
    files.link = link;
    assert.deepEqual(order, ['second in', 'second out', 'first']);
    assert.deepEqual(readdirSync(folder), []);
  });

  it('fails with the disk’s own reason where it cannot be made', async () => {
    await assert.rejects(
      withLock(path.join(folder, 'nowhere', 'lock'), async () => undefined),
      { code: 'ENOENT' },
    );
  });
});
