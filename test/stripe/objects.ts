// Stripe's objects as it documents them, whole. The compiler checks them against the official library's types.
import { world } from '#lib/world';
import Stripe from 'stripe';

/** An id as Stripe makes them, such as `pi_…`. */
export const newId = (prefix: string): string => `${prefix}_${world.newId().replaceAll('-', '')}`;

export const nowSeconds = (): number => Math.floor(world.nowMs() / 1000);

export const anIntent = (changes: Partial<Stripe.PaymentIntent> = {}): Stripe.PaymentIntent => {
  const id = changes.id ?? newId('pi');
  const { amount = 1000 } = changes;
  return {
    id,
    object: 'payment_intent',
    amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    allowed_payment_method_types: null,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: { allow_redirects: 'always', enabled: true },
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic_async',
    client_secret: `${id}_secret_x1`,
    confirmation_method: 'automatic',
    created: nowSeconds(),
    currency: 'eur',
    customer: null,
    customer_account: null,
    description: null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: {},
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_record: null,
    payment_method_configuration_details: { id: 'pmc_1', parent: null },
    payment_method_options: null,
    payment_method_types: ['card', 'sepa_debit'],
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: null,
    ...changes,
  };
};

export const aCharge = (changes: Partial<Stripe.Charge> = {}): Stripe.Charge => {
  const { amount = 1000 } = changes;
  return {
    id: newId('ch'),
    object: 'charge',
    amount,
    amount_captured: amount,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: { address: null, email: null, name: null, phone: null, tax_id: null },
    calculated_statement_descriptor: 'COMMONWEAL',
    captured: true,
    created: nowSeconds(),
    currency: 'eur',
    customer: null,
    description: null,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    fraud_details: {},
    livemode: false,
    metadata: {},
    on_behalf_of: null,
    outcome: null,
    paid: true,
    payment_intent: null,
    payment_method: newId('pm'),
    payment_method_details: null,
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'succeeded',
    transfer_data: null,
    transfer_group: null,
    ...changes,
  };
};

export const aRefund = (changes: Partial<Stripe.Refund> = {}): Stripe.Refund => ({
  id: newId('re'),
  object: 'refund',
  amount: 1000,
  balance_transaction: newId('txn'),
  charge: newId('ch'),
  created: nowSeconds(),
  currency: 'eur',
  customer: null,
  customer_account: null,
  destination_details: { card: { reference_status: 'pending', type: 'refund' }, type: 'card' },
  metadata: {},
  payment_intent: newId('pi'),
  payment_method: null,
  reason: null,
  receipt_number: null,
  source_transfer_reversal: null,
  status: 'succeeded',
  transfer_reversal: null,
  ...changes,
});

export const aDispute = (changes: Partial<Stripe.Dispute> = {}): Stripe.Dispute => ({
  id: newId('du'),
  object: 'dispute',
  amount: 1000,
  balance_transactions: [],
  charge: newId('ch'),
  created: nowSeconds(),
  currency: 'eur',
  enhanced_eligibility_types: [],
  evidence: NO_EVIDENCE,
  evidence_details: {
    due_by: nowSeconds() + 604_800,
    enhanced_eligibility: {},
    has_evidence: false,
    past_due: false,
    submission_count: 0,
    submission_method: 'manual',
  },
  intended_submission_method: null,
  is_charge_refundable: false,
  livemode: false,
  metadata: {},
  payment_intent: newId('pi'),
  reason: 'fraudulent',
  status: 'needs_response',
  ...changes,
});

export const aBalanceTransaction = (
  changes: Partial<Stripe.BalanceTransaction> = {},
): Stripe.BalanceTransaction => {
  const { amount = 1000, fee = 40 } = changes;
  return {
    id: newId('txn'),
    object: 'balance_transaction',
    amount,
    available_on: nowSeconds(),
    balance_type: 'payments',
    created: nowSeconds(),
    currency: 'eur',
    description: null,
    exchange_rate: null,
    fee,
    net: amount - fee,
    reporting_category: 'charge',
    source: null,
    fee_details: [
      { amount: fee, application: null, currency: 'eur', description: 'fees', type: 'stripe_fee' },
    ],
    status: 'pending',
    type: 'charge',
    ...changes,
  };
};

/** An event as it is sent to webhook endpoints. */
export const anEvent = (type: string, object: object, previous_attributes?: object): Stripe.Event =>
  ({
    id: newId('evt'),
    object: 'event',
    api_version: Stripe.API_VERSION,
    created: nowSeconds(),
    data: { object, ...(previous_attributes ? { previous_attributes } : {}) },
    livemode: false,
    pending_webhooks: 1,
    request: { id: newId('req'), idempotency_key: null },
    type,
  }) as unknown as Stripe.Event;

/** A thin event: it names what has changed, and Stripe is to be asked how. */
export const aThinEvent = (type: string, related: { id: string; object: string } | null) => ({
  id: newId('evt'),
  object: 'v2.core.event',
  type,
  created: new Date(world.nowMs()).toISOString(),
  livemode: false,
  context: null,
  reason: null,
  related_object: related && {
    id: related.id,
    type: related.object,
    url: `/v1/${related.object}s/${related.id}`,
  },
});

const NO_EVIDENCE: Stripe.Dispute.Evidence = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
};
