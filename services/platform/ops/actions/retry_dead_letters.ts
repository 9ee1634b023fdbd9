import { action } from '#lib/service';
import { world } from '#lib/world';
import { lettersOf, retryLetters } from '../dead.letters.ts';

// The caller waits 10 s at most.
const BUDGET_MS = 5000;

export default action('ops.retry_dead_letters', async function ({ params: { service } }) {
  const over_ms = world.nowMs() + BUDGET_MS;
  const { data, unavailable } = await lettersOf(this, { service });
  return { ...(await retryLetters(this, data, () => world.nowMs() > over_ms)), unavailable };
});
