// What services answer among themselves, asked of all of them.
import { settingsOf } from '#lib/broker';
import { isDisconnected } from '#lib/database';
import { isTransient } from '#lib/errors';
import type { Service } from '#lib/service';

// One that is away must not take up all of a caller's patience.
const PATIENCE_MS = 5000;

/** The services that have a database, in the order of their names. */
export const keepersOf = ({ broker }: Service): string[] => Object.keys(settingsOf(broker).databases).sort();

/** Calls an action that every service has, of one of them. */
export const callPlatform = <T>(
  { broker }: Service,
  service: string,
  verb: string,
  params: object = {},
  timeout = PATIENCE_MS,
) => broker.call<T, object>(`${service}.${verb}`, params, { timeout, retries: 0 });

/** Calls it of every service that keeps something, or of `only`. Those that do not answer are `unavailable`. */
export async function callEach<T>(host: Service, verb: string, params: object = {}, only?: string) {
  const keepers = keepersOf(host);
  const answers: { service: string; answer: T }[] = [];
  const unavailable: string[] = [];
  const asked = only === undefined ? keepers : keepers.filter((name) => name === only);
  await Promise.all(
    asked.map(async (service) => {
      try {
        answers.push({ service, answer: await callPlatform<T>(host, service, verb, params) });
      } catch (error) {
        if (!isTransient(error) && !isDisconnected(error)) throw error;
        unavailable.push(service);
      }
    }),
  );
  const place = ({ service }: { service: string }) => keepers.indexOf(service);
  return { answers: answers.sort((a, b) => place(a) - place(b)), unavailable: unavailable.sort() };
}
