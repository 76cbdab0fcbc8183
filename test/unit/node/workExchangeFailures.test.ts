import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { StudyWork } from '../../../src/core/ports.js';
import { failsAs } from './support/failing.js';
import { type Copy, SharedStudy } from './support/workStudy.js';

describe('what keeps versions from being exchanged', function () {
  this.timeout(30_000);
  let shared: SharedStudy;
  let eva: Copy;
  let work: StudyWork;

  beforeEach(async () => {
    shared = new SharedStudy();
    eva = shared.clone('Eva');
    eva.put('a.md', 'x\n');
    eva.commit('start');
    eva.git('push', '--quiet', '-u', 'origin', 'main');
    eva.put('a.md', 'y\n');
    eva.commit('more');
    eva.put('a.md', 'not saved\n');
    work = await eva.work();
  });
  afterEach(() => shared.remove());

  const push = (): Promise<void> => work.push();
  const fetch = (): Promise<void> => work.fetch();

  it('there is no remote, or none that could be meant', async () => {
    eva.git('remote', 'rename', 'origin', 'one');
    eva.git('remote', 'add', 'two', shared.remote);
    assert.equal((await work.standing()).remote, 'one');
    eva.git('config', '--remove-section', 'branch.main');
    assert.equal((await work.standing()).remote, undefined);
    eva.git('remote', 'remove', 'one');
    assert.equal((await work.standing()).remote, 'two');
    eva.git('remote', 'remove', 'two');
    await failsAs('no-remote', eva, push);
    await failsAs('no-remote', eva, fetch);
  });

  it('colleagues have sent work', async () => {
    const max = shared.clone('Max');
    max.put('b.md', 'x\n');
    max.commit('theirs');
    max.git('push', '--quiet');
    await failsAs('rejected', eva, push);
    await fetch();
    await failsAs('rejected', eva, push);
  });

  it('no branch is checked out, or nothing was saved', async () => {
    eva.git('checkout', '--quiet', '--detach');
    await failsAs('detached', eva, push);
    eva.git('symbolic-ref', 'HEAD', 'refs/heads/nothing');
    await failsAs('no-version-yet', eva, push);
    await failsAs('no-version-yet', eva, () => work.merge(eva.git('rev-parse', 'main')));
    await failsAs('no-version-yet', eva, () => work.startBranch('x', undefined));
    await failsAs('no-version-yet', eva, () => work.switchTo('main'));
  });

  it('the remote is not there', async () => {
    renameSync(shared.remote, `${shared.remote}-moved`);
    await failsAs('unreachable', eva, push);
    await failsAs('unreachable', eva, fetch);
    for (const url of ['http://127.0.0.1:1/x.git', 'git://127.0.0.1:1/x', 'ssh://nobody@127.0.0.1:1/x']) {
      eva.git('remote', 'set-url', 'origin', url);
      await failsAs('unreachable', eva, fetch);
      await failsAs('unreachable', eva, push);
    }
    mkdirSync(shared.remote);
    eva.git('remote', 'set-url', 'origin', shared.remote);
    await failsAs('unreachable', eva, fetch);
  });

  describe('a server', () => {
    let server: Server;
    let status = 401;

    beforeEach(async () => {
      server = createServer((_, response) => {
        response.writeHead(status, { 'www-authenticate': 'Basic realm="x"' }).end();
      });
      await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
      eva.git('remote', 'set-url', 'origin', `http://127.0.0.1:${(server.address() as AddressInfo).port}/x.git`);
    });
    afterEach(() => new Promise(resolve => server.close(resolve)));

    for (const [answer, kind] of [
      [401, 'not-allowed'],
      [403, 'not-allowed'],
      [404, 'unreachable'],
      [500, 'unreachable'],
    ] as const) {
      it(`answers ${answer}, and nobody is asked for a password`, async () => {
        status = answer;
        await failsAs(kind, eva, push);
        await failsAs(kind, eva, fetch);
      });
    }
  });

  it('a check is against it, here or there', async () => {
    eva.hook('pre-push', 'echo "Not on Sundays" >&2; exit 1');
    const here = await failsAs('refused-by-check', eva, push);
    assert.match(here.details, /Not on Sundays/);
    assert.match(here.message, /in this copy/);
    rmSync(path.join(eva.top, '.git/hooks/pre-push'));
    for (const hook of ['pre-receive', 'update']) {
      const file = path.join(shared.remote, 'hooks', hook);
      writeFileSync(file, '#!/bin/sh\necho "Names in a.md" >&2\nexit 1\n');
      chmodSync(file, 0o755);
      const there = await failsAs('refused-by-check', eva, push);
      assert.match(there.details, /Names in a.md/);
      assert.match(there.message, /is shared/);
      rmSync(file);
    }
    await push();
  });

  it('the remote keeps its main branch for itself', async () => {
    const other = shared.clone('Other');
    eva.git('remote', 'set-url', 'origin', other.top);
    await failsAs('refused-by-check', eva, push);
  });

  it('somebody stops it, and what was begun is ended', async () => {
    const started = path.join(shared.folder, 'started');
    const program = path.join(shared.folder, 'slow');
    writeFileSync(program, `#!/bin/sh\ntouch '${started}'\nexec sleep 600\n`);
    chmodSync(program, 0o755);
    eva.git('config', 'remote.origin.receivepack', program);
    eva.git('config', 'remote.origin.uploadpack', program);
    const cancellation = {
      get cancelled() {
        return existsSync(started);
      },
    };
    await failsAs('cancelled', eva, () => work.push(cancellation));
    rmSync(started);
    await failsAs('cancelled', eva, () => work.fetch(cancellation));
    await failsAs('cancelled', eva, () => work.fetch({ cancelled: true }));
  });

  it('nothing: a remote without branches is answered as it is', async () => {
    rmSync(shared.remote, { recursive: true });
    eva.git('init', '--quiet', '--bare', shared.remote);
    await fetch();
    await push();
    assert.equal((await work.standing()).upstream, 'origin/main');
  });
});
