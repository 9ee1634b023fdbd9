import type { Subscription } from '#lib/service';
import { world } from '#lib/world';
import { projects } from '#mixins/projection.mixin';
import { schedule } from '#mixins/timers';
import { forget } from '../campaign.view.ts';

const projected = projects('campaign.cancelled', (service, { campaign_id }) => forget(service, campaign_id));

/** Its pledges are as many as they are: they are gone through by timers (due/withdrawal.ts). */
export default {
  message: 'campaign.cancelled',
  async handler(delivery, envelope) {
    await projected.handler.call(this, delivery, envelope);
    await schedule(this.db, { name: 'withdrawal', key: delivery.key, due_at: world.now(), payload: {} });
  },
} satisfies Subscription;
