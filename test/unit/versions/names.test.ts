import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { branchNameFor, proposeReviewName } from '../../../src/core/versions/reviewName.js';
import { reviewPageOf } from '../../../src/core/versions/webPage.js';
import { changesBetween } from '../review/support/snapshot.js';
import { coded, START } from './support/team.js';

describe('the name under which something is sent for review', () => {
  it('says whose it is and what it is about', async () => {
    const proposed = async (...files: Record<string, string>[]): Promise<string> =>
      proposeReviewName(await changesBetween(START, Object.assign({}, START, ...files)), 'EA');
    assert.equal(await proposed(coded('EA', 'pp-03')), 'EA: pp-03');
    assert.equal(await proposed(coded('EA', 'pp-03'), coded('EA', 'pp-05')), 'EA: pp-03 and pp-05');
    const many = ['a', 'b', 'c', 'd'].map(name => ({ ...coded('EA', name), [`transcripts/${name}.md`]: 'x\n' }));
    assert.equal(await proposed(...many), 'EA: a, b and 2 more');
    assert.equal(await proposed({ 'codebook.md': '# Codebook\n\n## Trust {#trust}\n' }), 'EA: codebook');
    assert.equal(await proposed({ 'memos/2026-03-02-hope.md': '# Hope\n' }), 'EA: memos');
    assert.equal(proposeReviewName([], undefined), 'changes');
  });

  it('becomes one that nothing has, whatever script it is in', () => {
    const cases: [string, string[], string][] = [
      ['EA: pp-03 and pp-05', [], 'ea/pp-03-and-pp-05'],
      ['EA: pp-03', ['ea/pp-03'], 'ea/pp-03-2'],
      ['EA: pp-03', ['EA/PP-03', 'ea/pp-03-2'], 'ea/pp-03-3'],
      ['EA: pp-03', ['ea'], 'ea-review/pp-03'],
      ['EA: pp-03', ['ea/pp-03/old'], 'ea/pp-03-2'],
      ['Zoë’s second reading', [], 'zoës-second-reading'],
      ['美玲：第三次访谈', [], '美玲/第三次访谈'],
      ['Мария: второе интервью', [], 'мария/второе-интервью'],
      ['..//--~^:?*[\\ @{', [], 'review'],
      ['con: nul.lock', [], 'con-review/nul-lock'],
      ['HEAD', [], 'head-2'],
    ];
    for (const [name, taken, expected] of cases) assert.equal(branchNameFor(name, taken), expected, name);
  });

  it('is one that git takes, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), name => {
        const branch = branchNameFor(name, []);
        assert.ok(branchNameFor(name, [branch]) !== branch);
        execFileSync('git', ['check-ref-format', '--branch', branch], { stdio: 'pipe' });
        assert.ok(branch.split('/').every(part => Buffer.byteLength(part) < 240));
      }),
      { numRuns: 40 },
    );
  });
});

describe('the page of a web host for what was sent', () => {
  it('is made from the address, without what is secret in it', () => {
    const cases: [string, string | undefined][] = [
      ['git@github.com:team/peers.git', 'https://github.com/team/peers/compare/main...ea/pp-03?expand=1'],
      ['https://ea:secret@github.com/team/peers.git', 'https://github.com/team/peers/compare/main...ea/pp-03?expand=1'],
      ['https://token@github.com/team/peers/', 'https://github.com/team/peers/compare/main...ea/pp-03?expand=1'],
      [
        'ssh://git@gitlab.uni.example:2222/group/sub/peers.git',
        'https://gitlab.uni.example/group/sub/peers/-/merge_requests/new?merge_request%5Bsource_branch%5D=ea%2Fpp-03&merge_request%5Btarget_branch%5D=main',
      ],
      ['https://gitea.example:3000/team/peers.git', 'https://gitea.example:3000/team/peers/compare/main...ea/pp-03'],
      ['https://codeberg.org/team/peers', 'https://codeberg.org/team/peers/compare/main...ea/pp-03'],
      ['https://github.com/team/a b%20c.git', 'https://github.com/team/a%20b%20c/compare/main...ea/pp-03?expand=1'],
      ['/mnt/share/peers.git', undefined],
      ['file:///mnt/share/peers.git', undefined],
      ['C:\\share\\github.com\\peers.git', undefined],
      ['\\\\server\\github.com\\peers', undefined],
      ['https://git.example/team/peers.git', undefined],
      ['https://evil.example/github.com/x', undefined],
      ['https://github.com/../../x', undefined],
      ['https://github.com', undefined],
    ];
    for (const [remote, url] of cases) assert.equal(reviewPageOf(remote, 'ea/pp-03', 'main')?.url, url, remote);
    assert.equal(reviewPageOf('git@github.com:a/b', '美玲/第三', 'main')?.url.includes('%E7%BE%8E%E7%8E%B2/'), true);
  });
});
