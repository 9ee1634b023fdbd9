import { world } from '#lib/world';
import { until } from '#test/platform';
import { describe, expect, jest, test } from '@jest/globals';
import { Agent, type Server } from 'node:http';
import { connect } from 'node:net';
import { ask, bearer, startGateway } from './fixture.test.ts';

describe('a node that stops', () => {
  test('accepts no connection, answers what is under way, and announces the end of the connection', async () => {
    // Else the request under way would be given up after a second, and on a busy machine before the node stops.
    const stopping = await startGateway({ requestTimeout: 0 });
    let letGo = () => {};
    let isAsked = false;
    stopping.handlers['pledges.list'] = () =>
      new Promise((resolve) => {
        isAsked = true;
        letGo = () => resolve({ data: [], next_cursor: null });
      });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const underWay = ask({
      path: '/api/pledges',
      port: stopping.port,
      agent,
      headers: { authorization: bearer() },
    });
    await until(() => isAsked);
    const waits = jest.spyOn(world, 'sleepUnless').mock.calls;
    const stopped = stopping.node.stop();
    await expect(stopping.ask('GET', '/livez')).rejects.toThrow('ECONNREFUSED');
    // It waits for the response, and as long as it does, the node has not begun to stop.
    await until(() => waits.some(([, ms]) => ms === 10_000));
    expect(stopping.node.started).toBe(true);
    letGo();
    const answer = await underWay;
    expect([answer.status, answer.headers.connection]).toEqual([200, 'close']);
    await stopped;
    agent.destroy();
  });

  test('still answers what comes in a connection that was kept open, with all its services', async () => {
    const stopping = await startGateway();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const options = { path: '/readyz', port: stopping.port, agent };
    expect((await ask(options)).headers.connection).toBe('keep-alive');
    const stopped = stopping.node.stop();
    const last = await ask(options);
    expect([last.status, last.headers.connection]).toEqual([200, 'close']);
    await stopped;
    agent.destroy();
  });

  test('does not wait for a client that never finishes its request', async () => {
    const stopping = await startGateway();
    const socket = connect(stopping.port, '127.0.0.1').on('error', () => {});
    socket.write('GET /livez HTTP/1.1\r\nHost:');
    await until(async () => (await connections(stopping.server)) > 0);
    await stopping.node.stop();
    expect(await connections(stopping.server)).toBe(0);
  });

  test('without its port does not start', async () => {
    const first = await startGateway();
    await expect(startGateway({}, { port: first.port })).rejects.toThrow('EADDRINUSE');
    await first.node.stop();
  });
});

const connections = (server: Server) =>
  new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)));
