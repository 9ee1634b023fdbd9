/** Whether the long tests run whole, as before a merge, or in a short form: TEST_WHOLE=1. */
export const isWhole = process.env['TEST_WHOLE'] === '1';
