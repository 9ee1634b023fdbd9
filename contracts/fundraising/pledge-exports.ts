// Pledges and donors as files. The fields of a row are the columns: flat, in this order.
import { Type, type Static } from '@sinclair/typebox';
import {
  Amount,
  Currency,
  defineAction,
  exactly,
  exporting,
  exportTypes,
  Id,
  nullable,
  paginated,
  stringEnum,
  Sum,
  Time,
} from '../define.ts';
import { pledgeStatuses } from './pledge.shapes.ts';

/** A pledge as a row: the donor's fields are null where they are unknown, or not to be known. */
export const ExportedPledge = exactly({
  id: Id,
  campaign_id: Id,
  donor_id: nullable(Id),
  donor_name: nullable(Type.String()),
  donor_email: nullable(Type.String()),
  anonymous: Type.Boolean(),
  amount: Amount,
  captured_amount: Sum,
  refunded_amount: Sum,
  charged_back_amount: Sum,
  currency: Currency,
  status: stringEnum(pledgeStatuses),
  resolution: nullable(Type.String()),
  message: nullable(Type.String()),
  created_at: Time,
  expires_at: Time,
  version: Type.Integer(),
});
export type ExportedPledge = Static<typeof ExportedPledge>;

/** What a donor has given a campaign: the pledges whose captured money counts for it. */
export const ExportedDonor = exactly({
  donor_id: nullable(Id),
  donor_name: nullable(Type.String()),
  donor_email: nullable(Type.String()),
  anonymous: Type.Boolean(),
  gifts: Type.Integer(),
  captured_amount: Sum,
  refunded_amount: Sum,
  charged_back_amount: Sum,
  kept_amount: Type.Integer(),
  currency: Currency,
  first_gift_at: Time,
  last_gift_at: Time,
});
export type ExportedDonor = Static<typeof ExportedDonor>;

const ofCampaign = exactly({ campaign_id: Id, ...exporting });

export const pledgeExports = {
  'pledges.export': defineAction({
    summary: 'Exports all pledges, newest first, as CSV or JSON Lines. For admins.',
    permission: 'pledges:export_any',
    route: 'GET /api/exports/pledges',
    produces: exportTypes,
    params: exactly(exporting),
    result: paginated(ExportedPledge),
  }),
  'pledges.export_campaign': defineAction({
    summary:
      "Exports the pledges of a campaign, newest first, as CSV or JSON Lines. For the campaign's owner and admins.",
    permission: 'pledges:export',
    route: 'GET /api/campaigns/:campaign_id/exports/pledges',
    produces: exportTypes,
    params: ofCampaign,
    result: paginated(ExportedPledge),
    errors: ['CAMPAIGN_NOT_FOUND', 'PERMISSION_DENIED'],
  }),
  'pledges.export_donors': defineAction({
    summary:
      "Exports the donors of a campaign with what each has given, as CSV or JSON Lines. For the campaign's owner and admins.",
    permission: 'pledges:export',
    route: 'GET /api/campaigns/:campaign_id/exports/donors',
    produces: exportTypes,
    params: ofCampaign,
    result: paginated(ExportedDonor),
    errors: ['CAMPAIGN_NOT_FOUND', 'PERMISSION_DENIED'],
  }),
};
