import { every } from '#mixins/timers/every';
import { rotateWhenDue } from './access-token.jwt.ts';

const HOUR_MS = 3600_000;

/** Looks whether the key that signs has signed for long enough. */
export const keyRotation = every('rotation of signing keys', { each_ms: HOUR_MS, work: rotateWhenDue });
