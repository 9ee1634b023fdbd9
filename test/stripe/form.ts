// Requests to Stripe, and how it refuses them.

/** The parameters of a request, nested as the library sends them. All values of a form are text. */
export interface Form {
  [field: string]: string | Form | undefined;
}

/** An error in Stripe's format: docs.stripe.com/api/errors. */
export class Refusal extends Error {
  readonly status: number;
  readonly error: Record<string, unknown>;
  constructor(status: number, error: { code?: string; message: string; [field: string]: unknown }) {
    super(error.message);
    this.status = status;
    this.error = { type: 'invalid_request_error', ...error };
  }
}
