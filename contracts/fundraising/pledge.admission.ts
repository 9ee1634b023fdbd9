// How strangers are kept from flooding campaigns. A part of the contract of pledges.
import { Type } from '@sinclair/typebox';
import { defineAction, exactly, Id } from '../define.ts';

export const ChallengeToken = Type.Optional(
  Type.String({
    maxLength: 8192,
    description: "what the challenge's widget gave a guest's browser, where the platform asks for it",
  }),
);

/** What admission may refuse with. */
export const admissionErrors = ['TOO_MANY_PLEDGES', 'TOO_MANY_DECLINED', 'CHALLENGE_FAILED'] as const;

export const admission = {
  'pledges.admit': defineAction({
    summary:
      'Lets a caller begin something that leads to a pledge, or refuses them, as pledges themselves are.',
    permission: 'internal',
    params: exactly({ campaign_id: Id, challenge_token: ChallengeToken }),
    result: exactly({}),
    errors: admissionErrors,
  }),
};
