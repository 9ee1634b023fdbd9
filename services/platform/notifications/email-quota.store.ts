// The only file that knows how it is kept how many e-mails a mailbox gets.
import { transaction, type Pool } from '#lib/database';
import { uuidv5 } from '#lib/world';

// Anybody may pledge in anybody's name, as often as they like: a guest who gives more often than this has an account.
const MOST_AN_HOUR = 5;
const MOST_A_DAY = 20;

/** Whether an e-mail may leave for this address, as one of the first of its hour and day. Asked again it answers the same. */
export const admit = (pool: Pool, email_id: string, address: string): Promise<boolean> =>
  transaction(pool, async (tx) => {
    const mailbox = uuidv5(`mailbox ${mailboxOf(address)}`);
    // One after another: of two at once neither would count the other.
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [mailbox]);
    const { rowCount } = await tx.query(
      `insert into email_quota (email_id, mailbox)
       select $1, $2 from email_quota where mailbox = $2
       having bool_or(email_id = $1)
         or count(*) filter (where at > now() - interval '1 hour') < $3
           and count(*) filter (where at > now() - interval '1 day') < $4
       on conflict (email_id) do update set mailbox = excluded.mailbox`,
      [email_id, mailbox, MOST_AN_HOUR, MOST_A_DAY],
    );
    return rowCount === 1;
  });

/** Where it ends up, as far as anyone can tell: in small letters, without what many servers ignore after a `+`. */
function mailboxOf(address: string): string {
  const [local = '', domain = ''] = address.normalize('NFKC').toLowerCase().split('@');
  return `${local.replace(/\+.*/, '')}@${domain.replace(/\.$/, '')}`;
}
