/** What an error code stands for, as clients and docs/errors.md have it. */
export interface ErrorContract {
  status: number;
  title: string;
  /** What the caller can do about it. */
  remedy: string;
}
