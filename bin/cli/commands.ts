// The commands, and how each is written.
import { moveAccount, resetAccount, showAccount } from './accounts.ts';
import type { Command } from './command.ts';
import { listLetters, retryAll, retryLetter, showLetter } from './dead-letters.ts';
import { exportOf } from './export.ts';
import { rotateKeys } from './keys.ts';
import { outbox } from './outbox.ts';
import { rebuildTotals, verifyTotals } from './totals.ts';
import { verify } from './verify.ts';
import { listWebhooks, resendWebhook, triggerWebhook } from './webhooks.ts';

export const usage = `Operates a running platform: as its operator where DATA_DIR or DATABASE_URL can be read, or as an admin with
--token or COMMONWEAL_TOKEN.

  commonweal outbox                         shows the messages and timers that wait in each service
  commonweal dead-letters list [--service NAME]
                                            lists the messages that a consumer failed on
  commonweal dead-letters show ID           shows one of them in full
  commonweal dead-letters retry ID | --all  delivers one, or all, once more
  commonweal totals verify                  lists campaigns whose totals differ from their pledges or the ledger
  commonweal totals rebuild                 rebuilds the totals while clients read them
  commonweal webhooks list [--payment ID] [--outcome OUTCOME] [--limit N]
                                            lists the webhooks that were received
  commonweal webhooks resend ID             resends a recorded webhook to the platform
  commonweal webhooks trigger PAYMENT TYPE [--amount N]
                                            makes the sandbox send a webhook
  commonweal accounts show EMAIL            shows an account
  commonweal accounts reset EMAIL [--show]  sends the link that resets its password, or shows it instead
  commonweal accounts move EMAIL NEW_EMAIL  gives it another address, once the link sent there was pressed
  commonweal keys rotate                    makes the next key that signs access tokens; nobody is logged out
  commonweal export pledges|donors|payouts|ledger [--campaign ID] [--from TIME] [--to TIME] [--format csv|jsonl]
                                            writes them to stdout; exit code 1 if the file is not whole
  commonweal verify                         checks the invariants of all services; exit code 1 if one is violated
  commonweal help

  --url URL      the platform's address; default: PUBLIC_URL, else http://127.0.0.1:$PORT
  --token TOKEN  an admin's access token
  --json         prints JSON`;

/** The command of these words; undefined if there is none. */
export function commandFor([noun = '', verb = '', ...rest]: string[]): Command | undefined {
  const [one, two] = rest;
  const name = `${noun} ${verb}`.trim();
  if (noun === 'export') return rest.length === 0 ? exportOf(verb) : undefined;
  if (rest.length === 0) return name === 'dead-letters retry' ? onlyAll : plain.get(name);
  if (rest.length === 1 && one) return withOne.get(name)?.(one);
  if (rest.length === 2 && one && two) return withTwo.get(name)?.(one, two);
  return undefined;
}

const plain = new Map<string, Command>([
  ['outbox', outbox],
  ['verify', verify],
  ['dead-letters list', listLetters],
  ['totals verify', verifyTotals],
  ['totals rebuild', rebuildTotals],
  ['webhooks list', listWebhooks],
  ['keys rotate', rotateKeys],
]);

const withOne = new Map<string, (id: string) => Command>([
  ['dead-letters show', showLetter],
  ['dead-letters retry', retryLetter],
  ['webhooks resend', resendWebhook],
  ['accounts show', showAccount],
  ['accounts reset', resetAccount],
]);

const withTwo = new Map<string, (one: string, two: string) => Command>([
  ['webhooks trigger', triggerWebhook],
  ['accounts move', moveAccount],
]);

const onlyAll: Command = (api, options, write) => {
  if (!options.all)
    throw new Error(
      'Which one? `commonweal dead-letters retry ID`, or all of them: `commonweal dead-letters retry --all`.',
    );
  return retryAll(api, options, write);
};
