// Mandates: saved cards, with which payments are charged while nobody is there. They belong to payments.
import { Type, type Static } from '@sinclair/typebox';
import {
  defineAction,
  defineMessage,
  defineTimer,
  exactly,
  HtmlPage,
  Id,
  nullable,
  stringEnum,
  Time,
} from '../define.ts';

export const Mandate = exactly({
  id: Id,
  subscription_id: Id,
  provider: Type.String(),
  status: stringEnum(['PENDING', 'SAVED']),
  /** The provider's names of the donor and of the card; of the sandbox there is no donor. */
  customer: nullable(Type.String()),
  method: nullable(Type.String()),
  /** The provider's name of the donor's giving another card, since that began. */
  set_up: nullable(Type.String()),
  created_at: Time,
  version: Type.Integer(),
});
export type Mandate = Static<typeof Mandate>;

const one = exactly({ id: Id });
const fromStripe = Type.Optional(Type.String({ maxLength: 500 }));

export const mandateActions = {
  'payments.set_mandate_up': defineAction({
    summary: 'Returns where a donor gives another card. Whoever has it may: it goes to the donor only.',
    permission: 'internal',
    params: exactly({ mandate_id: Id }),
    result: exactly({ url: Type.String() }),
    errors: ['MANDATE_NOT_FOUND', 'PROVIDER_REFUSED'],
  }),
  'payments.card_page': defineAction({
    summary: "Shows Stripe's form for another card on a page of the platform.",
    permission: 'anyone',
    route: 'GET /mandates/:id/card',
    produces: 'text/html',
    secret: true,
    params: one,
    result: HtmlPage,
    errors: ['MANDATE_NOT_FOUND', 'PROVIDER_UNKNOWN', 'PROVIDER_REFUSED'],
  }),
  'payments.card_saved_page': defineAction({
    summary: 'Thanks for another card: the provider leads here.',
    permission: 'anyone',
    route: 'GET /mandates/:id/saved',
    produces: 'text/html',
    secret: true,
    params: exactly({
      id: Id,
      setup_intent: fromStripe,
      setup_intent_client_secret: fromStripe,
      redirect_status: fromStripe,
    }),
    result: HtmlPage,
    errors: ['MANDATE_NOT_FOUND'],
  }),
  'payments.read_mandates': defineAction({
    summary: 'Returns those of these mandates that exist.',
    permission: 'internal',
    params: exactly({ ids: Type.Array(Id, { maxItems: 5000 }) }),
    result: exactly({ data: Type.Array(exactly({ mandate_id: Id, status: Mandate.properties.status })) }),
  }),
};

export const mandateMessages = {
  'mandate.saved': defineMessage({
    summary: 'A card was saved, or another in its place.',
    version: 1,
    key: 'mandate_id',
    payload: exactly({ mandate_id: Id, subscription_id: Id }),
  }),
};

const asked = Type.Optional(Type.Integer({ minimum: 0 }));

export const mandateTimers = {
  'payments.charge': defineTimer({ summary: 'Charges the saved card.', payload: exactly({ asked }) }),
  'payments.save_mandate': defineTimer({
    summary: 'Asks the provider for the card that a payment saved, or that the donor gave in its place.',
    payload: exactly({ mandate_id: Id, payment_id: Type.Optional(Id), asked }),
  }),
};
