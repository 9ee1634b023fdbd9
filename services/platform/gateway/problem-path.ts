/** The path of an error's page: `/problems/pledge-not-found`. */
export const problemPath = (code: string): string => `/problems/${code.toLowerCase().replaceAll('_', '-')}`;
