import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { addMs, world } from '#lib/world';
import { changing } from '../factors.ts';
import { proveAgain } from '../second-factor.ts';
import { findTotp, replaceTotp } from '../second-factor.store.ts';
import { appOf } from '../totp.codes.ts';
import { ENROLMENT_MS } from '../totp.enrolment.rules.ts';
import { sealApp } from '../totp.sealing.ts';

// As long as SHA-1's output (RFC 4226, 4, R6).
const SECRET_BYTES = 20;

export default action('auth.enroll_totp', async function (ctx) {
  await proveAgain(this, ctx.params, ctx);
  return changing(this, ctx, async (tx, { user_id, email }) => {
    if ((await findTotp(tx, user_id))?.confirmed_at) throw fail('TOTP_ALREADY_ON');
    const secret = Buffer.from(world.newSecret(SECRET_BYTES), 'base64url');
    const enrolled_at = world.now();
    await replaceTotp(tx, { user_id, secret: sealApp(this, user_id, secret), enrolled_at });
    return { ...appOf(secret, email), expires_at: addMs(enrolled_at, ENROLMENT_MS) };
  });
});
