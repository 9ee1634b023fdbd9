import type { Params } from '#contracts';
import { aDraft } from '#test/fundraising';
import { aCaller } from '#test/callers';
import { startTestPlatform, type By, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { listing } from './campaign.store.ts';

let platform: TestPlatform;
const owner = { caller: aCaller() };
const ids = new Map<string, string>();

// Their names describe them for the searches below. The oldest first.
const texts = {
  well: ['A well for Äpfelhausen', 'Clean water, 10.5 m deep. Write to olga@example.org'],
  school: ['School and/or library', 'Books for every child; COVID-19 has closed the old one'],
  roof: ['A “new” roof', 'The well-known choir of ＡＢＣ needs its café dry – İstanbul 🎻'],
} as const;
type Name = keyof typeof texts;
const all: Name[] = ['roof', 'school', 'well'];

/** Of other scripts and cases; none of them has a letter of those above. */
const others = {
  han: ['清水井计划', '为村庄提供𠮷水。'],
  kana: ['きれいな水のために', 'ﾃｽﾄ・プロジェクトX99'],
  thai: ['น้ำสะอาดเพื่อหมู่บ้าน', 'ที่นี่'],
  khmer: ['ទឹកស្អាត', ''],
  greek: ['ΣΙΓΜΑΣ ᾼδης', 'Ὀδυσσεύς'],
  turkish: ['DİYARBAKIR', 'ısparta'],
  german: ['STRASSE', 'Maß'],
} as const;
type Other = keyof typeof others;

beforeAll(async () => {
  platform = await startTestPlatform({ services: ['campaigns'] });
  for (const [name, [title, description]] of Object.entries({ ...others, ...texts }))
    ids.set(name, await published(title, description));
});
afterAll(() => platform?.stop());

async function published(title: string, description: string): Promise<string> {
  const { id } = await platform.call('campaigns.create', aDraft({ title, description }), owner);
  await platform.call('campaigns.publish', { id }, owner);
  return id;
}

const list = (params: Params<'campaigns.list'>, meta: By = {}) =>
  platform.call('campaigns.list', params, meta);
const found = async (q: string, params: Params<'campaigns.list'> = {}, meta: By = {}) =>
  (await list({ ...params, q, owner_id: owner.caller.user_id }, meta)).data.map(({ id }) => id);
const idsOf = (names: readonly string[]) => names.map((name) => ids.get(name));

test.each<[string, Name[]]>([
  ['well', ['roof', 'well']],
  ['w', ['roof', 'well']],
  ['clean well', ['well']],
  ['well clean', ['well']],
  ['well school', []],
  ['WATER', ['well']],
  ['äpfel', ['well']],
  ['ÄPFELHAUSEN', ['well']],
  ['a\u0308pfel', ['well']],
  ['apfel', []],
  ['ell', []],
  ['10.5', ['well']],
  ['5 m', ['well']],
  ['olga@example.org', ['well']],
  ['example', ['well']],
  ['or library', ['school']],
  ['library', ['school']],
  ['covid-19', ['school']],
  ['19', ['school']],
  ['new', ['roof']],
  ['known', ['roof']],
  ['"well-known"', ['roof']],
  ['abc', ['roof']],
  ['CAFÉ', ['roof']],
  ['a a a', all],
])('%j finds %j, the newest first', async (q, names) => {
  expect(await found(q)).toEqual(idsOf(names));
});

test.each<[string, Other[]]>([
  ['水井', ['han']],
  ['清水井计划', ['han']],
  ['划', ['han']],
  ['水', ['kana', 'han']],
  ['井水', []],
  ['清井', []],
  ['村庄 水井', ['han']],
  ['供𠮷', ['han']],
  ['な水', ['kana']],
  ['テスト', ['kana']],
  ['ﾌﾟﾛｼﾞｪｸﾄ', ['kana']],
  ['x99', ['kana']],
  ['プロジェクトX9', ['kana']],
  ['สะอาด', ['thai']],
  ['น้ำ', ['thai']],
  ['หมู่บ้าน', ['thai']],
  ['ស្អាត', ['khmer']],
  ['σιγμας', ['greek']],
  ['σιγμασ', ['greek']],
  ['Σίγμας', []],
  ['αιδησ', ['greek']],
  ['ὈΔΥΣΣΕΎΣ', ['greek']],
  ['diyarbakır', ['turkish']],
  ['Diyarbakir', ['turkish']],
  ['ISPARTA', ['turkish']],
  ['ısparta', ['turkish']],
  ['straße', ['german']],
  ['STRAẞE', ['german']],
  ['MASS', ['german']],
  ['maß', ['german']],
])('%j finds %j: whatever the case, and within words where a script writes no spaces', async (q, names) => {
  expect(await found(q)).toEqual(idsOf(names));
});

test('a word of 2,000 letters is found by its beginning', async () => {
  const id = await published('Long', 'z'.repeat(2000));
  expect(await found('z'.repeat(100))).toEqual([id]);
});

test.each([
  "'",
  "''",
  '"',
  ':',
  '::*',
  ' ',
  '&',
  '|',
  '!',
  '()',
  '<->',
  '\\',
  "\\'",
  '%',
  '_',
  '🎻',
  '\u200b',
  '-',
  '*',
  '\u0000',
  '\ud800',
  "';drop table campaigns;--",
  '!'.repeat(100),
  '🎻'.repeat(50),
  "zz' | 'a':*",
  'zz:*A | a',
  'y'.repeat(100),
  Array.from({ length: 50 }, (_, i) => String.fromCharCode(0x4e00 + i)).join(' '),
])('%j is harmless: it finds nothing', async (q) => {
  expect(await found(q)).toEqual([]);
});

test('a search can be filtered by status, and continues from page to page', async () => {
  expect(await found('a', { status: 'PUBLISHED' })).toEqual(idsOf(all));
  expect(await found('a', { status: 'CLOSED' })).toEqual([]);
  const first = await list({ q: 'a', owner_id: owner.caller.user_id, limit: 2 });
  expect(first.data.map(({ id }) => id)).toEqual(idsOf(['roof', 'school']));
  const second = await list({ q: 'a', limit: 2, cursor: first.next_cursor! });
  expect(second).toMatchObject({ data: [{ id: ids.get('well') }], next_cursor: null });
});

test('a campaign that was never published is found by its owner and admins alone', async () => {
  const { id } = await platform.call('campaigns.create', aDraft({ title: 'Unheard' }), owner);
  const cancelled = await platform.call('campaigns.create', aDraft({ title: 'Unheard' }), owner);
  await platform.call('campaigns.cancel', { id: cancelled.id }, owner);
  expect(await found('unheard', {}, owner)).toEqual([cancelled.id, id]);
  expect(await found('unheard', {}, { caller: aCaller('admin') })).toEqual([cancelled.id, id]);
  expect(await found('unheard', {}, { caller: aCaller() })).toEqual([]);
  expect(await found('unheard')).toEqual([]);
});

test('an edited campaign is found by its new words and not by its old ones', async () => {
  const id = await published('Tulips', 'in spring');
  await platform.call('campaigns.update', { id, title: 'Roses' }, owner);
  expect(await found('roses spring')).toEqual([id]);
  expect(await found('tulips')).toEqual([]);
});

test('with 50,000 campaigns the index finds the few of a rare word', async () => {
  const db = platform.db('campaigns');
  await db.query(
    `insert into campaigns (id, owner_id, title, description, goal_amount, currency, funding, status, raised_amount,
        published_at, created_at, version)
      select gen_random_uuid(), $1, 'Number ' || n, repeat('drip ', 40) || 'rare' || n, 100, 'EUR', 'flexible', 'PUBLISHED',
        0, now(), now(), 1 from generate_series(1, 50000) n`,
    [aCaller().user_id],
  );
  await db.query('analyze campaigns');
  await db.query('analyze campaign_words');
  const nothing = { status: null, owner_id: null, viewer_id: null, before: null };
  const { text, values } = listing({ ...nothing, q: 'rare49999', reads_any: false, limit: 21 });
  const { rows } = await db.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).toContain('campaign_words_idx');
  expect((await list({ q: 'RARE49999' })).data).toMatchObject([{ title: 'Number 49999' }]);
  expect((await list({ q: 'numb', limit: 100 })).data).toHaveLength(100);
});
