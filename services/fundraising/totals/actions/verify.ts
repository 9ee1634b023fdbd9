import { action } from '#lib/service';
import { findDrift } from '../drift.ts';

const CAMPAIGNS = 100;

export default action('totals.verify', async function ({ params: { cursor = null, limit = CAMPAIGNS } }) {
  return findDrift(this, cursor, limit);
});
