import { readConfig } from '#config';

/** What is said of settings that can't be used; empty where they can. */
export function complaintOf(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}
