import assert from 'node:assert/strict';
import { parseCoreqAnswers } from '../../../../src/core/report/study/coreq/answers.js';
import { COREQ_ITEMS } from '../../../../src/core/report/study/coreq/items.js';

describe('What people say on COREQ', () => {
  it('stands below headings that begin with the number of an item', () => {
    const { byItem, problems } = parseCoreqAnswers(
      '# COREQ\n\nSome words for us.\n\n## 3. Occupation\n\nResearch\nassistant.\n\nPart time.\n\n### Item 10: Sampling\n<!-- ask MB\n## 11. not this -->\n\nPurposive.\n\n## Notes\n\nNot this.\n',
    );
    assert.deepEqual(
      [...byItem],
      [
        [3, ['Research assistant.', 'Part time.']],
        [10, ['Purposive.']],
      ],
    );
    assert.deepEqual(problems, []);
  });

  it('is no answer where nothing stands there, and is said where no item has the number', () => {
    const { byItem, problems } = parseCoreqAnswers(
      '## 4. Gender\n\n## 33. Weather\n\nFine.\n\n## 5\n\na\n\n## 5\n\nb\n',
    );
    assert.deepEqual([...byItem], [[5, ['a', 'b']]]);
    assert.deepEqual(
      problems.map(({ line, message }) => [line, message]),
      [
        [3, 'COREQ has no item 33.'],
        [11, 'Item 5 stands here a second time; both texts count.'],
      ],
    );
  });

  it('has 32 items in three domains of 8, 15 and 9', () => {
    const domains = COREQ_ITEMS.map(({ domain }) => domain);
    const sizes = [...new Set(domains)].map(domain => domains.filter(one => one === domain).length);
    assert.deepEqual(sizes, [8, 15, 9]);
    assert.deepEqual(parseCoreqAnswers(undefined).byItem.size, 0);
  });
});
