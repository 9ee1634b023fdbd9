import { readConfig } from '#config';
import { banner, progressOf } from '#lib/banner';
import { expect, test } from '@jest/globals';

const services = ['auth', 'gateway'];

test('says what runs, on what, and where to look', () => {
  const text = banner(readConfig({ PORT: '8123', DATA_DIR: '/data' }), services, 0);
  expect(text).toMatch(/^Commonweal is ready\.\n/);
  expect(text).toContain('auth, gateway, in one thread');
  expect(text).toContain('its own, in /data');
  expect(text).toContain('curl http://127.0.0.1:8123/api/campaigns');
  expect(banner(readConfig({}), services, 3)).toContain('in 3 threads');
});

test('says who collects the money, and that nobody does', () => {
  const said = (env: Record<string, string>) => banner(readConfig(env), services, 0);
  expect(said({})).toContain('money    sandbox\n');
  expect(said({ NODE_ENV: 'production' })).toContain('money    nobody collects it');
});

test('repeats nothing of a database URL but its host', () => {
  const text = banner(readConfig({ DATABASE_URL: 'postgres://joe:secret@db.example:5433/x' }), services, 0);
  expect(text).toContain('Postgres db.example:5433\n');
  expect(text).not.toMatch(/joe|secret/);
});

test('progress is written over on a terminal, and anywhere else said when it begins and ends', () => {
  for (const [isTTY, said] of [
    [true, /^(\rData \[#* *\] \d+ of 300)+\n$/],
    [false, /^Data: 0 of 300\nData: 300 of 300\n$/],
  ] as const) {
    let written = '';
    const progress = progressOf('Data', { isTTY }, (text) => (written += text));
    for (let done = 0; done <= 300; done++) progress(done, 300);
    expect(written).toMatch(said);
    expect(written.length).toBeLessThan(1500);
  }
});
