import { hearsOutside } from '#mixins/inbox';
import { sendAll } from '../webhook.sender.ts';

export default hearsOutside('sandbox.webhook_queued', (service, { id, payload: { sendings } }) =>
  sendAll(service, id, sendings),
);
