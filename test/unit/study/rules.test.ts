import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const files = readdirSync('src/core', { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));
const source = files.map(file => readFileSync(path.join('src/core', file), 'utf8')).join('\n');
/** The first column of the table. */
const documented = readFileSync('docs/problems.md', 'utf8')
  .split('\n')
  .filter(line => line.startsWith('| `'))
  .flatMap(line => [...(line.split('|')[1] ?? '').matchAll(/`([a-z0-9-]+)`/g)].map(match => match[1] as string));

describe('docs/problems.md', () => {
  it('explains every rule that is written where a problem is made', () => {
    const rules = [...source.matchAll(/rule: '([a-z0-9-]+)'/g)].map(match => match[1] as string);
    assert.deepEqual(
      rules.filter(rule => !documented.includes(rule)),
      [],
    );
  });

  it('explains no rule that does not exist', () => {
    // Rules about places and quotations are named after the outcome, `coding-orphan` for example.
    const exists = (rule: string): boolean =>
      [rule, rule.replace(/^(coding|note|quotation)-/, '')].some(name => source.includes(`'${name}'`));
    assert.ok(documented.length > 15);
    assert.deepEqual(
      documented.filter(rule => !exists(rule)),
      [],
    );
  });
});
