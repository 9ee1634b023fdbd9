import { errors as finance } from './finance/errors.ts';
import { errors as fundraising } from './fundraising/errors.ts';
import { errors as identity } from './identity/errors.ts';
import { errors as platform } from './platform/errors.ts';

/** Every error code a caller can meet. Codes are never renamed or reused. */
export const errors = { ...platform, ...identity, ...finance, ...fundraising };

export type ErrorCode = keyof typeof errors;
