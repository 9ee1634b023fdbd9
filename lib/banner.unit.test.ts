import { readConfig } from '#config';
import { banner, progressOf } from '#lib/banner';
import { expect, test } from '@jest/globals';

const services = ['auth', 'gateway'];

test('names what runs, its parts, and where to look', () => {
  const text = banner(readConfig({ PORT: '8123', DATA_DIR: '/data' }), services, 0);
  expect(text).toMatch(/^Commonweal is ready\.\n/);
  expect(text).toContain('auth, gateway, in one thread');
  expect(text).toContain('its own, in /data');
  expect(text).toContain('curl http://127.0.0.1:8123/api/campaigns');
  expect(banner(readConfig({}), services, 3)).toContain('in 3 threads');
});

test('names who collects the money, or that nobody does', () => {
  const shown = (env: Record<string, string>) => banner(readConfig(env), services, 0);
  expect(shown({})).toContain('money    sandbox\n');
  expect(shown({ NODE_ENV: 'production' })).toContain('money    nobody collects it');
});

test('shows no part of a database URL but its host', () => {
  const text = banner(readConfig({ DATABASE_URL: 'postgres://joe:secret@db.example:5433/x' }), services, 0);
  expect(text).toContain('Postgres db.example:5433\n');
  expect(text).not.toMatch(/joe|secret/);
});

test('progress is overwritten on a terminal; elsewhere it is written at the start and the end', () => {
  for (const [isTTY, expected] of [
    [true, /^(\rData \[#* *\] \d+ of 300)+\n$/],
    [false, /^Data: 0 of 300\nData: 300 of 300\n$/],
  ] as const) {
    let written = '';
    const progress = progressOf('Data', { isTTY }, (text) => (written += text));
    for (let done = 0; done <= 300; done++) progress(done, 300);
    expect(written).toMatch(expected);
    expect(written.length).toBeLessThan(1500);
  }
});
