import * as ops from './ops.ts';

// Notifications has no actions: it subscribes, and sends e-mail.
export const services = { notifications: {}, ops };
