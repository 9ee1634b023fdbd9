import * as notifications from './notifications.ts';
import * as ops from './ops.ts';

export const services = { notifications, ops };
