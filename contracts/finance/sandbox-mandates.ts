// Saved cards at the sandbox. They belong to the sandbox.
import { Type, type Static } from '@sinclair/typebox';
import { Amount, Currency, defineAction, exactly, HtmlPage, Id, stringEnum, Time } from '../define.ts';

const Charges = stringEnum(['succeed', 'fail', 'wait']);

export const SandboxMandate = exactly({
  /** The platform's own. */
  id: Id,
  status: Type.Literal('OPEN'),
  /** What becomes of charges; with `wait` a script of the payment decides. */
  charges: Charges,
  /** Counts the cards that were given after the first. */
  card: Type.Integer({ minimum: 0 }),
  created_at: Time,
  version: Type.Integer(),
});
export type SandboxMandate = Static<typeof SandboxMandate>;

const one = exactly({ id: Id });

export const sandboxMandateActions = {
  'sandbox.charge': defineAction({
    summary:
      'Charges a saved card for a payment, as the mandate behaves. Repeating it with the same id charges once; `sandbox.query` returns what came of it.',
    permission: 'internal',
    params: exactly({
      id: Id,
      mandate_id: Id,
      amount: Amount,
      currency: Currency,
      description: Type.String(),
    }),
    result: exactly({}),
    errors: ['MANDATE_NOT_FOUND'],
  }),
  'sandbox.get_mandate': defineAction({
    summary: 'Returns a saved card as the sandbox knows it.',
    permission: 'anyone',
    route: 'GET /sandbox/mandates/:id/state',
    params: one,
    result: SandboxMandate,
    errors: ['MANDATE_NOT_FOUND'],
  }),
  'sandbox.mandate_page': defineAction({
    summary: 'Shows the page on which a donor gives another card.',
    permission: 'anyone',
    route: 'GET /sandbox/mandates/:id',
    produces: 'text/html',
    params: one,
    result: HtmlPage,
    errors: ['MANDATE_NOT_FOUND'],
  }),
  'sandbox.save_card': defineAction({
    summary: 'Gives another card, as the donor, and leads back to the platform.',
    permission: 'anyone',
    route: 'POST /sandbox/mandates/:id/card',
    consumes: 'application/x-www-form-urlencoded',
    status: 303,
    location: ':location',
    params: exactly({ id: Id, charges: Type.Optional(Charges) }),
    result: exactly({ location: Type.String() }),
    errors: ['MANDATE_NOT_FOUND'],
  }),
  'sandbox.behave_mandate': defineAction({
    summary: 'Changes what becomes of charges to a saved card from now on.',
    permission: 'anyone',
    route: 'POST /sandbox/mandates/:id/behave',
    params: exactly({ id: Id, charges: Charges }),
    result: SandboxMandate,
    errors: ['MANDATE_NOT_FOUND'],
  }),
};
