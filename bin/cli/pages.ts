import type { Result } from '#contracts';
import type { Api } from './api.ts';

type Paged = 'ops.verify' | 'totals.verify' | 'totals.rebuild';

/** All pages of an action that continues from a cursor. */
export async function* pagesOf<N extends Paged>(api: Api, name: N): AsyncGenerator<Result<N>> {
  let cursor: string | null | undefined;
  do {
    const params: { cursor?: string } = typeof cursor === 'string' ? { cursor } : {};
    const page = await api.call(name, params);
    yield page;
    cursor = (page as { next_cursor: string | null }).next_cursor;
  } while (cursor !== null);
}
