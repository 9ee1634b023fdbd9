// A thread of the pool: one node with the services that were assigned to it. Started by lib/worker-pool.ts.
import { createNode, drain, type Settings } from '#lib/broker';
import { Mesh, MeshTransporter, type Wire } from '#lib/mesh';
import { loadServices } from '#lib/services';
import { parentPort, workerData } from 'node:worker_threads';
import { brokerOptions } from '../moleculer.config.ts';

/** What every thread of a process is told, as plain data. */
export interface House {
  process_id: string;
  /** What runs in the process: the thread takes nothing from outside before it sees all of it. */
  all_services: string[];
  settings: Settings;
}

/** Which node a thread is. */
export interface Assignment {
  nodeID: string;
  services: string[];
}

/** What the main thread tells its threads, and they it. */
export type Order = Assignment | Wire | 'warm' | 'drain' | 'stop';
export type WorkerReport = 'warm' | 'ready' | 'drained' | 'stopped';

const { process_id, all_services, settings } = workerData as House;
const main = parentPort!;
const report = (said: WorkerReport) => main.postMessage(said);

// Wires come before anything else: nothing may be awaited until somebody listens.
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
  // Those without a gateway are not ready either before they can reach the others.
  await broker.waitForServices(others);
  return broker;
}

/** The same service, not started before `dependencies` are there. */
function behind<S extends { schema: object }>(service: S, dependencies: string[]): S {
  return { ...service, schema: { ...service.schema, dependencies } };
}
