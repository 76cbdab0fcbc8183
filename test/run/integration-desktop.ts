import Mocha from 'mocha';
import { workspace } from 'vscode';
import { report, retries } from './report';

/** Called by VS Code inside the Node extension host. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 90_000, retries, reporter: class {} as never });
  const grep = workspace.getConfiguration('verbatimTest').get<string>('grep');
  if (grep) mocha.grep(grep);
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('verbatim:tests');
  const failures = await new Promise<number>(resolve => {
    report(mocha.run(resolve), text => console.log(text));
  });
  if (failures > 0) throw new Error(`${failures} failed`);
}
