// What exports read of pledges, a page at a time. Each statement walks an index, so that a page costs the same wherever it lies.
import type { ExportedDonor, ExportedPledge } from '#contracts';
import { planned, type Database } from '#lib/database';
import { EXPORT_ROWS } from '#lib/pagination';
import { COUNTED } from './pledge.store.ts';

const ROW = `id, campaign_id, donor_id, donor ->> 'name' donor_name, donor ->> 'email' donor_email, anonymous, amount,
  captured_amount, refunded_amount, charged_back_amount, currency, status, resolution, message, created_at, expires_at, version`;

/** Before it comes every id. */
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
/** After it comes every id. */
const FIRST = '00000000-0000-0000-0000-000000000000';

// One more than a page shows.
const LIMIT = EXPORT_ROWS + 1;

/** Pledges of everyone, newest first. */
export async function readAllPledges(db: Database, before = LAST): Promise<ExportedPledge[]> {
  const { rows } = await db.query<ExportedPledge>({
    name: planned('pledges.export'),
    text: `select ${ROW} from pledges where id < $1 order by id desc limit ${LIMIT}`,
    values: [before],
  });
  return rows;
}

/** Pledges of a campaign, newest first. */
export async function readPledgesOf(
  db: Database,
  campaign_id: string,
  before = LAST,
): Promise<ExportedPledge[]> {
  const { rows } = await db.query<ExportedPledge>({
    name: planned('pledges.export_campaign'),
    text: `select ${ROW} from pledges where campaign_id = $1 and id < $2 order by id desc limit ${LIMIT}`,
    values: [campaign_id, before],
  });
  return rows;
}

/** Whether a pledge has money that counts, as in totals. */
const IS_GIFT = `captured_amount > 0 and ${COUNTED}`;

const sumsOf = (gifts: string) => {
  const sum = (amount: string) => `coalesce(sum(${amount}) filter (where ${gifts}), 0)::bigint`;
  return `count(*) filter (where ${gifts}) gifts, ${sum('captured_amount')} captured_amount,
    ${sum('refunded_amount')} refunded_amount, ${sum('charged_back_amount')} charged_back_amount,
    ${sum('captured_amount - refunded_amount - charged_back_amount')} kept_amount, min(currency) currency,
    min(created_at) filter (where ${gifts}) first_gift_at, max(created_at) filter (where ${gifts}) last_gift_at`;
};

interface Wanted {
  campaign_id: string;
  /** Without them, only what was given openly counts. */
  with_anonymous: boolean;
  after?: string;
}

/**
 * The donors of a campaign, in the order of their ids, also those whose `gifts` are 0. First their ids, from the index alone:
 * Postgres takes the conditions for so rare that it would read and sort all the rest for each page (20,000 pledges: 190 ms).
 */
export async function readDonors(
  db: Database,
  { campaign_id, with_anonymous, after = FIRST }: Wanted,
): Promise<ExportedDonor[]> {
  const gifts = `${IS_GIFT} and ($3 or not anonymous)`;
  const { rows } = await db.query<ExportedDonor>({
    name: planned('pledges.export_donors'),
    text: `select g.*, last_guest ->> 'name' donor_name, last_guest ->> 'email' donor_email
      from (select donor_id, (array_agg(donor order by id desc) filter (where ${gifts}))[1] last_guest,
          coalesce(bool_or(anonymous) filter (where ${gifts}), false) anonymous, ${sumsOf(gifts)}
        from pledges where campaign_id = $1 and donor_id = any(array(
          select distinct donor_id from pledges where campaign_id = $1 and donor_id > $2 order by donor_id limit ${LIMIT}))
        group by donor_id) g order by donor_id`,
    values: [campaign_id, after, with_anonymous],
  });
  return rows;
}

/** All anonymous gifts to a campaign as one: rows by donor would tell which of them are of one person. */
export async function readAnonymous(db: Database, campaign_id: string): Promise<ExportedDonor[]> {
  const { rows } = await db.query<ExportedDonor>({
    name: planned('pledges.export_anonymous'),
    text: `select null donor_id, null donor_name, null donor_email, true anonymous, ${sumsOf(IS_GIFT)}
      from pledges where campaign_id = $1 and anonymous`,
    values: [campaign_id],
  });
  return rows;
}
