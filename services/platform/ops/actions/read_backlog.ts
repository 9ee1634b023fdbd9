import { action } from '#lib/service';
import type { OwnBacklog } from '#mixins/inbox';
import { callEach } from '#mixins/platform-calls';

export default action('ops.read_backlog', async function () {
  const { answers, unavailable } = await callEach<OwnBacklog>(this, 'backlog');
  return { data: answers.map(({ service, answer }) => ({ service, ...answer })), unavailable };
});
