// The packaged Chromium travels compressed. It is unpacked next to its few shared libraries and two font families, so that
// it runs and draws the same text on a machine with no browser, no libraries and no fonts.
import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

const isPackaged = process.platform === 'linux' && process.arch === 'x64';

/** Unpacks Chromium in `staging`; `home` is where that folder will be found later. */
export async function inflateChromium(staging, home) {
  if (!isPackaged) return;
  const packed = path.join(staging, 'node_modules', '@sparticuz', 'chromium', 'bin');
  const out = path.join(staging, 'chromium');
  mkdirSync(out, { recursive: true });
  await inflate(path.join(packed, 'chromium.br'), path.join(out, 'chromium'));
  for (const name of ['al2023', 'fonts']) {
    const tar = path.join(out, `${name}.tar`);
    await inflate(path.join(packed, `${name}.tar.br`), tar);
    execFileSync('tar', ['-xf', tar, '--no-same-owner', '-C', out]);
    rmSync(tar);
  }
  writeFileSync(path.join(out, 'fonts.conf'), fontsConf(home));
}

async function inflate(from, to) {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode: 0o755 }));
}

/** How to start the browser of a host: undefined where none is packaged for this platform. */
export function packagedChromium(hostDir) {
  const dir = path.join(hostDir, 'chromium');
  const executablePath = path.join(dir, 'chromium');
  if (!existsSync(executablePath)) return undefined;
  return {
    executablePath,
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [path.join(dir, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_FILE: path.join(dir, 'fonts.conf'),
    },
  };
}

/** Only the packaged fonts, so that a picture looks the same on every machine. */
function fontsConf(home) {
  const dirs = [path.join(home, 'chromium', 'fonts'), path.join(home, 'node_modules', 'dejavu-fonts-ttf', 'ttf')];
  const families = {
    'system-ui': ['Open Sans', 'DejaVu Sans'],
    'sans-serif': ['Open Sans', 'DejaVu Sans'],
    serif: ['DejaVu Serif'],
    monospace: ['DejaVu Sans Mono'],
    'Droid Sans Mono': ['DejaVu Sans Mono'],
  };
  const alias = ([family, prefer]) =>
    `  <alias binding="same"><family>${family}</family><prefer>${prefer.map(name => `<family>${name}</family>`).join('')}</prefer></alias>`;
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...dirs.map(dir => `  <dir>${dir}</dir>`),
    `  <cachedir>${path.join(home, 'chromium', 'font-cache')}</cachedir>`,
    ...Object.entries(families).map(alias),
    '</fontconfig>',
    '',
  ].join('\n');
}
