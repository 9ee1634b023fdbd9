// A real browser for tests: Chromium, driven by puppeteer-core.
import { run } from '#lib/postgres/process';
import { isRoot } from '#lib/postgres/server-user';
import { existsSync } from 'node:fs';
import puppeteer, { type Browser } from 'puppeteer-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A browser, to be closed. Installs Debian's where permitted. Without one, throws an Error that names the command. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = found() ?? (await install());
  // Its sandbox needs a user of its own; and a container's /dev/shm is often too small for it.
  const args = ['--disable-dev-shm-usage', ...(isRoot() ? ['--no-sandbox'] : [])];
  return puppeteer.launch({ executablePath, args });
}

const found = () => PLACES.find((place) => existsSync(place));

async function install(): Promise<string> {
  let why = 'only root may install it';
  if (isRoot()) {
    try {
      await run('apt-get', ['update']);
      await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
    } catch (error) {
      why = String(error);
    }
  }
  const installed = found();
  if (installed) return installed;
  throw new Error(`These tests need a browser: run 'apt-get install -y chromium' as root (${why})`);
}
