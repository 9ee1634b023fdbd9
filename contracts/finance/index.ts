import * as payments from './payments.ts';
import * as sandbox from './sandbox.ts';

export const services = { payments, sandbox };
