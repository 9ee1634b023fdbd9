import { action } from '#lib/service';
import { world } from '#lib/world';
import { hearAgain, lettersOf } from '../dead.letters.ts';

// The caller waits 10 s at most.
const BUDGET_MS = 5000;

export default action('ops.retry_all', async function ({ params: { service } }) {
  const over_ms = world.nowMs() + BUDGET_MS;
  const { data, away } = await lettersOf(this, { service });
  return { ...(await hearAgain(this, data, () => world.nowMs() > over_ms)), away };
});
