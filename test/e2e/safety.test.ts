import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { openAndChoose, screenshot, useWindow } from './support';

const HOSTILE = '[quit](command:workbench.action.quit) <img src=x onerror=alert(1)> www.example.com $(flame)';
const CODINGS = 'codings/EA/transcripts/pp-01.jsonl';

/** A coding line as another program might write it. */
function line(code: string, quote: string, text: string, id: string, memo = ''): string {
  const at = text.indexOf(quote);
  return `${JSON.stringify({ code, quote, at: [at, at + quote.length], context: ['', ''], memo, id })}\n`;
}

describe('content that wants to be more than text', () => {
  const text = `**I:** Why?\n\n**PP1:** Because ${HOSTILE} of that.\n\n**I:** And?\n\n**PP1:** Because.\n`;
  const window = useWindow({
    study: {
      'transcripts/pp-01.md': text,
      'codebook.md': `# Codebook\n\n## ${HOSTILE.replace('{', '')} {#hostile}\n\n${HOSTILE}\n`,
      [CODINGS]:
        line('hostile', 'Because', text, 'aaaaaaaaaa', HOSTILE) + line('hostile', HOSTILE, text, 'bbbbbbbbbb', HOSTILE),
    },
  });

  it('is shown on hover as the text it is, with no link but our own', async () => {
    const { workbench, page } = window();
    await workbench.openContainer('Verbatim');
    await workbench.tree('Themes').rowWith('quit').waitFor();
    await workbench.openFile('pp-01.md');
    const hover = await workbench.editor.hover('Because ');
    await hover.getByText('Other excerpts').waitFor();
    const links = await hover.locator('a').evaluateAll(all => all.map(link => link.getAttribute('data-href') ?? ''));
    assert.ok(links.length > 0);
    const own = /^command:verbatim\.(revealCoding|showExcerpts|editMemo|openMemo|quote)\?/;
    for (const link of links) assert.match(link, own);
    assert.equal(await hover.locator('img[src="x"], .codicon-flame').count(), 0);
    assert.ok(((await hover.textContent()) ?? '').includes('[quit](command:workbench.action.quit)'));
    await screenshot(page, 'hostile');
  });
});

describe('another program at work', () => {
  const text = '**I:** Why?\n\n**PP1:** Because I was there before.\n\n**I:** And?\n\n**PP1:** It helped.\n';
  const window = useWindow({
    isStory: true,
    study: { 'transcripts/pp-01.md': text, 'codebook.md': '# Codebook\n\n## Been there {#been-there color=teal}\n' },
  });

  it('shows at once what the command line adds, and what git takes back', async () => {
    const { workbench, study } = window();
    await workbench.openContainer('Verbatim');
    await workbench.tree('Themes').row('Been there').waitFor();
    await workbench.openFile('pp-01.md');
    const cli = ['dist/cli.js', 'code', 'transcripts/pp-01.md', '--study', study.dir];
    const passage = ['--quote', 'I was there before', '--code', 'been-there', '--coder', 'MB'];
    execFileSync(process.execPath, [...cli, ...passage]);
    await workbench.editor.waitForPaint('I was there before', paint => /^2px solid/.test(paint.borderBottom));
    await workbench.tree('Themes').expand('Been there');
    await workbench.tree('Themes').row('pp-01').waitFor();
    execFileSync('git', ['clean', '-fdq', 'codings'], { cwd: study.dir });
    await workbench.tree('Themes').row('pp-01').waitFor({ state: 'detached' });
  });

  it('reports a broken line in the Problems panel and keeps the others', async () => {
    const { workbench, study } = window();
    study.write(CODINGS, `${line('been-there', 'It helped', text, 'cccccccccc')}{"code": "been-there", "quo\n`);
    await workbench.editor.waitForPaint('It helped', paint => /^2px solid/.test(paint.borderBottom));
    const problems = await workbench.problems();
    await problems.rowWith('This line is not a complete JSON object.').waitFor();
    await screenshot(window().page, 'problems');
    await workbench.runCommand('View: Toggle Problems');
  });
});

describe('a folder that is not trusted', () => {
  const window = useWindow({ restricted: true });

  it('is coded, browsed and highlighted all the same', async () => {
    const { workbench, study } = window();
    await workbench.openContainer('Verbatim');
    await workbench.tree('Themes').row('Hope by being there').waitFor();
    await workbench.openFile('np-07.md');
    await workbench.editor.select(' the ');
    await workbench.press('Alt+K');
    await workbench.quickInput.title().getByText('Who is coding?').waitFor();
    assert.equal(await workbench.quickInput.input().inputValue(), '', 'git was asked');
    await workbench.quickInput.type('LK');
    await workbench.quickInput.accept();
    await workbench.quickInput
      .title()
      .getByText(/^Code “the”$/i)
      .waitFor();
    await workbench.quickInput.accept();
    await study.waitFor('codings/LK/transcripts/np-07.jsonl');
  });
});

describe('commands', () => {
  const window = useWindow();

  it('are in the palette and in the menu of the text', async () => {
    const { workbench, page } = window();
    await workbench.openContainer('Verbatim');
    await workbench.tree('Themes').row('Hope by being there').waitFor();
    await workbench.openFile('pp-03.md');
    for (const title of [
      'Code Selection…',
      'Remove Coding',
      'Go to Next Coding',
      'Go to Previous Coding',
      'Undo Coding Action',
    ]) {
      assert.ok(await workbench.offersCommand(`Verbatim: ${title}`), title);
    }
    assert.ok(!(await workbench.offersCommand('Verbatim: Tick Code')));
    await workbench.editor.select('sideways');
    await openAndChoose(page, 'Code Selection…', async () => {
      const { x, y } = await workbench.editor.rectOf('sideways');
      await page.mouse.click(x + 5, y + 5, { button: 'right' });
    });
    await workbench.quickInput.title().getByText('Who is coding?').waitFor();
    await workbench.quickInput.cancel();
  });

  it('removes a coding from the tree, and undo brings it back', async () => {
    const { workbench, study } = window();
    const file = 'codings/EA/transcripts/np-07.jsonl';
    const before = study.read(file) ?? '';
    await workbench.openContainer('Verbatim');
    const tree = workbench.tree('Themes');
    await tree.expand('The only one');
    await tree.expand('np-07');
    const row = tree.rowWith('NP7: ');
    await row.click();
    await workbench.tab('np-07.md').waitFor();
    await tree.chooseFromMenu(row, 'Remove Coding');
    await study.waitFor(file, text => text.split('\n').length === before.split('\n').length - 1);
    await workbench.runCommand('Verbatim: Undo Coding Action');
    await study.waitFor(file, text => text === before);
  });
});
