import * as ops from './ops.ts';

// Nobody asks notifications for anything yet: it subscribes, and writes.
export const services = { notifications: {}, ops };
