import type { Payload } from '#contracts';
import { priceOf } from '#lib/money';
import type { Addressee, WrittenEmail } from '../email.ts';
import { campaignIn, hello } from './words.ts';

type Told = Pick<Payload<'pledge.released'>, 'amount' | 'refund_amount' | 'currency' | 'because'>;

/** The e-mail to a donor whose campaign was called off or missed its goal: their money is theirs. */
export function releasedEmail({
  to,
  title,
  amount,
  refund_amount,
  currency,
  because,
}: Told & { to: Addressee; title: string }): WrittenEmail {
  const isRefunded = refund_amount > 0;
  const sum = priceOf(isRefunded ? refund_amount : amount, currency);
  const campaign = campaignIn(title);
  return {
    to,
    subject: isRefunded ? `You get back ${sum}` : `Your pledge of ${sum} is cancelled`,
    text: `${hello(to.name)}

${REASONS[because](campaign)}
${
  isRefunded
    ? `
So we are sending your ${sum} back, the way you paid it. With most banks that takes five to ten days.`
    : `
So your pledge of ${sum} is cancelled, and nothing is taken. If your bank shows the sum as reserved, that
ends by itself within some days.`
}

You need do nothing. Thank you for your help.
`,
  };
}

const REASONS: Record<Told['because'], (campaign: string) => string> = {
  goal_missed: (campaign) =>
    `you pledged to ${campaign}. It was to be all or nothing, and it did not reach its goal in time.`,
  called_off: (campaign) => `you pledged to ${campaign}. It was called off.`,
};
