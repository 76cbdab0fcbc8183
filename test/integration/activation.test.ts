import assert from 'node:assert/strict';
import { extensions } from 'vscode';

describe('the extension', () => {
  it('is installed and activates', async () => {
    const extension = extensions.getExtension('verbatim-qda.verbatim');
    assert.ok(extension, 'verbatim-qda.verbatim is not installed');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});
