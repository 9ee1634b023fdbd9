import type { Params } from '#contracts';
import type { Api } from './api.ts';
import type { Command } from './command.ts';
import type { Options } from './options.ts';

/** The command that exports these; undefined where there are none. */
export function exportOf(what: string): Command | undefined {
  const download = downloads.get(what);
  return (
    download &&
    (async (api, options, write) => {
      if (options.json) throw new Error('--json is for tables: use --format jsonl.');
      for await (const bytes of download(api, options)) await write(bytes);
      return undefined;
    })
  );
}

type Format = Pick<Params<'pledges.export'>, 'format'>;
const formatIn = ({ format }: Options): Format =>
  format === undefined ? {} : { format: format as NonNullable<Format['format']> };

/** Of all, or of a campaign. */
const pledges = (api: Api, { campaign: campaign_id, ...options }: Options) =>
  campaign_id === undefined
    ? api.download('pledges.export', formatIn(options))
    : api.download('pledges.export_campaign', { campaign_id, ...formatIn(options) });

const payouts = (api: Api, { campaign: campaign_id, ...options }: Options) =>
  campaign_id === undefined
    ? api.download('payments.export_payouts', formatIn(options))
    : api.download('payments.export_campaign_payouts', { campaign_id, ...formatIn(options) });

function donors(api: Api, options: Options) {
  const { campaign: campaign_id } = options;
  if (campaign_id === undefined) throw new Error('Whose donors? `commonweal export donors --campaign ID`.');
  return api.download('pledges.export_donors', { campaign_id, ...formatIn(options) });
}

function ledger(api: Api, options: Options) {
  const { campaign, from, to } = options;
  if (campaign !== undefined)
    throw new Error('The ledger is of all campaigns: leave --campaign out, and use --from and --to.');
  return api.download('payments.export_ledger', {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...formatIn(options),
  });
}

const downloads = new Map([
  ['pledges', pledges],
  ['donors', donors],
  ['payouts', payouts],
  ['ledger', ledger],
]);
