import { action } from '#lib/service';
import { cardUrlOf } from '../subscription.card.ts';
import { byLink } from '../subscription.link.ts';

export default action('subscriptions.replace_card', function (ctx) {
  const { id } = ctx.params;
  return cardUrlOf(this, ctx, { id, link: byLink(this, ctx), user_id: ctx.meta.caller?.user_id });
});
