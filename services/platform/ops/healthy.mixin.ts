import { defineMixin, type Service } from '#lib/service';

/** Says that the service is there: it has no database that could be away. */
export const healthy = defineMixin<Service>({
  actions: { health: { visibility: 'public', handler: () => Promise.resolve() } },
});
