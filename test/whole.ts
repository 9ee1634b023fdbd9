/** Whether the long tests run whole, as before a release (TEST_WHOLE=1), or in their short form. */
export const isWhole = process.env['TEST_WHOLE'] === '1';
