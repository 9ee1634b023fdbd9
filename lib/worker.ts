// A thread of the pool: one node with its assigned services. Started by lib/worker-pool.ts.
import { createNode, drain, type Settings } from '#lib/broker';
import { Mesh, MeshTransporter, type Wire } from '#lib/mesh';
import { loadServices } from '#lib/services';
import { parentPort, workerData } from 'node:worker_threads';
import { brokerOptions } from '../moleculer.config.ts';

/** The data that every thread of a process gets at its start. */
export interface ThreadData {
  process_id: string;
  /** All services of the process: the thread accepts no requests before it sees all of them. */
  all_services: string[];
  settings: Settings;
}

/** The node of a thread. */
export interface Assignment {
  nodeID: string;
  services: string[];
}

/** Messages of the main thread to its threads, and back. */
export type Order = Assignment | Wire | 'warm' | 'drain' | 'stop';
export type WorkerReport = 'warm' | 'ready' | 'drained' | 'stopped';

const { process_id, all_services, settings } = workerData as ThreadData;
const main = parentPort!;
const report = (said: WorkerReport) => main.postMessage(said);

// Wires come first: no await before the port has a listener.
const mesh = new Mesh();
const assigned = Promise.withResolvers<Assignment>();
const starting = assigned.promise.then(start);
main.on('message', (order: Order) => {
  if (order === 'warm') void loadServices(all_services).then(() => report('warm'));
  else if (order === 'drain') void starting.then(drain).then(() => report('drained'));
  else if (order === 'stop') void starting.then((broker) => broker.stop()).then(() => report('stopped'));
  else if ('port' in order) mesh.add(order);
  else assigned.resolve(order);
});
await starting;
report('ready');

async function start({ nodeID, services: names }: Assignment) {
  const services = await loadServices(names);
  const others = all_services.filter((name) => name !== 'gateway');
  const broker = createNode(
    {
      ...brokerOptions(settings),
      nodeID,
      metadata: { process_id },
      transporter: new MeshTransporter(mesh),
    },
    settings,
    services.map((service) => (service.name === 'gateway' ? behind(service, others) : service)),
  );
  await broker.start();
  // Threads without a gateway also wait until they can reach the others.
  await broker.waitForServices(others);
  return broker;
}

/** The same service, which waits for `dependencies` before it starts. */
function behind<S extends { schema: object }>(service: S, dependencies: string[]): S {
  return { ...service, schema: { ...service.schema, dependencies } };
}
