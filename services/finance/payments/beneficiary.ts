// Who is paid for, as payments knows them.
import { codeOf, fail } from '#lib/errors';
import type { Calls, Service } from '#lib/service';
import { findBeneficiary, type KnownBeneficiary } from './beneficiary.store.ts';

const CAMPAIGN = 'campaign:';

/**
 * A campaign that was published a moment ago may not have arrived yet: then its own service is asked. Throws
 * BENEFICIARY_NOT_FOUND.
 */
export async function beneficiaryOf(service: Service, calls: Calls, id: string): Promise<KnownBeneficiary> {
  const known = await findBeneficiary(service.db, id);
  if (known) return known;
  try {
    const { owner_id, currency, status } = await calls.call('campaigns.read_view', {
      id: id.slice(CAMPAIGN.length),
    });
    return { id, owner_id, currency, is_called_off: status === 'CANCELLED' };
  } catch (error) {
    throw codeOf(error) === 'CAMPAIGN_NOT_FOUND' ? fail('BENEFICIARY_NOT_FOUND', { beneficiary: id }) : error;
  }
}
