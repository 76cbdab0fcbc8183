import * as vscode from 'vscode';
import type { StudyWork } from '../../core/ports.js';

/** What cannot stand in a name or address of a version. */
const UNFIT = /[<>\p{Cc}]/u;
const ADDRESS = /^[^\s@]+@[^\s@]+$/u;

/**
 * Makes sure that it is known who saves versions here.
 * @param proposed a name, where there is one to propose
 * @returns false where the person turned away
 */
export async function ensureIdentity(work: StudyWork, proposed: string | undefined): Promise<boolean> {
  const { identity } = await work.standing();
  return identity !== undefined || askIdentity(work, proposed);
}

/** Asks who saves versions here, and keeps that for this study. @returns false where the person turned away */
export async function askIdentity(work: StudyWork, proposed: string | undefined): Promise<boolean> {
  const title = vscode.l10n.t('Who saves versions here?');
  const name = await ask({
    title: `${title} (1/2)`,
    prompt: vscode.l10n.t(
      'Your name or initials. They are written into every version you save, so that colleagues see what is from whom; for this study only.',
    ),
    value: proposed ?? '',
    validateInput: text => whyNoName(text.trim()),
  });
  if (name === undefined) return false;
  const email = await ask({
    title: `${title} (2/2)`,
    prompt: vscode.l10n.t(
      'An e-mail address is written into every version beside the name, for everybody who gets the study to read. Nothing is ever sent to it, so it may be an invented one.',
    ),
    value: `${addressPart(name)}@example.org`,
    validateInput: text => whyNoAddress(text.trim()),
  });
  if (email === undefined) return false;
  await work.identify(name, email);
  return true;
}

async function ask(options: vscode.InputBoxOptions): Promise<string | undefined> {
  const typed = await vscode.window.showInputBox({ ...options, ignoreFocusOut: true });
  return typed?.trim();
}

function whyNoName(name: string): string | undefined {
  if (name === '') return vscode.l10n.t('Please type a name, for example your initials.');
  return UNFIT.test(name) ? vscode.l10n.t('A name cannot contain < or >.') : undefined;
}

function whyNoAddress(address: string): string | undefined {
  const isFit = ADDRESS.test(address) && !UNFIT.test(address);
  return isFit ? undefined : vscode.l10n.t('Please type an address such as ea@example.org; it may be an invented one.');
}

/** A name as the beginning of an address. */
function addressPart(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '.').replace(/^\.+|\.+$/g, '') || 'coder';
}
