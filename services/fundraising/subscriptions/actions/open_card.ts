import { action } from '#lib/service';
import { cardUrlOf } from '../subscription.card.ts';
import { byLink } from '../subscription.link.ts';

export default action('subscriptions.open_card', function (ctx) {
  return cardUrlOf(this, ctx, { id: ctx.params.id, link: byLink(this, ctx), user_id: undefined });
});
