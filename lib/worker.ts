// A thread of the pool: one node with the services that were assigned to it. Started by lib/worker-pool.ts.
import { createNode, drain, type Settings } from '#lib/broker';
import { Mesh, MeshTransporter, type Wire } from '#lib/mesh';
import { loadServices } from '#lib/services';
import { parentPort, workerData } from 'node:worker_threads';
import { brokerOptions } from '../moleculer.config.ts';

/** What a thread is told of itself, as plain data. */
export interface Assignment {
  nodeID: string;
  process_id: string;
  services: string[];
  /** What runs in the process: the thread takes nothing from outside before it sees all of it. */
  all_services: string[];
  settings: Settings;
}

/** What the main thread tells its threads, and they it. */
export type Order = Wire | 'drain' | 'stop';
export type Report = 'ready' | 'drained' | 'stopped';

const { nodeID, process_id, services: names, all_services, settings } = workerData as Assignment;
const main = parentPort!;
const report = (said: Report) => main.postMessage(said);

// Wires come before anything else: nothing may be awaited until somebody listens.
const mesh = new Mesh();
const starting = start();
main.on('message', (order: Order) => {
  if (order === 'drain') void starting.then(drain).then(() => report('drained'));
  else if (order === 'stop') void starting.then((broker) => broker.stop()).then(() => report('stopped'));
  else mesh.add(order);
});
await starting;
report('ready');

async function start() {
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
