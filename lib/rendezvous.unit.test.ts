import { LocalFirst, nodeOfKey, Rendezvous } from '#lib/rendezvous';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ServiceBroker, type Context, type Endpoint } from 'moleculer';

const broker = new ServiceBroker({ logger: false });
const rendezvous = new Rendezvous(broker.registry, broker, { key: 'id' });
const localFirst = new LocalFirst(broker.registry, broker);

const endpoints = (...nodes: string[]) => nodes.map((id) => ({ id, local: id === 'here' }) as Endpoint);
const calling = (params: object) => ({ params }) as Context;

const ids = fc.uniqueArray(fc.uuid(), { minLength: 2, maxLength: 6 });
const nodesOf = (ids: string[]) => ids.map((id) => ({ id }));

test('when a node leaves, only its own keys move', () => {
  fc.assert(
    fc.property(ids, fc.nat(), fc.array(fc.uuid(), { minLength: 1 }), (ids, at, keys) => {
      const left = ids[at % ids.length];
      for (const key of keys) {
        const before = nodeOfKey(nodesOf(ids), key).id;
        const after = nodeOfKey(nodesOf(ids.filter((id) => id !== left)), key).id;
        if (before === left) expect(after).not.toBe(left);
        else expect(after).toBe(before);
      }
    }),
  );
});

test('every caller finds the same node for a key, in whatever order it knows them', () => {
  fc.assert(
    fc.property(ids, fc.string(), (ids, key) => {
      expect(nodeOfKey(nodesOf(ids.toReversed()), key)).toEqual(nodeOfKey(nodesOf(ids), key));
    }),
  );
});

test('keys spread evenly, even those that differ only at their end', () => {
  const nodes = nodesOf(['node-1', 'node-2', 'node-3']);
  const counts = Map.groupBy(
    Array.from({ length: 3000 }, (_, i) => nodeOfKey(nodes, `key-${i}`).id),
    (id) => id,
  );
  expect(counts.size).toBe(3);
  // 1,000 each; by chance alone fewer than 900 are as rare as one in 10,000.
  for (const of of counts.values()) expect(of.length).toBeGreaterThan(900);
});

test('a keyed call goes to its node, even if the caller has the service itself', () => {
  const nodes = endpoints('here', 'there');
  const keys = Array.from({ length: 50 }, (_, i) => String(i));
  const chosen = keys.map((id) => rendezvous.select(nodes, calling({ id })).id);
  expect(chosen).toEqual(keys.map((id) => nodeOfKey(nodes, id).id));
  expect(new Set(chosen)).toEqual(new Set(['here', 'there']));
});

test('a keyed call that comes over HTTP goes to the same node', () => {
  const nodes = endpoints('here', 'there');
  for (const id of ['1', '2', '3', '4', '5', '6']) {
    const request = { req: { $params: { params: { id } } }, res: {} };
    expect(rendezvous.select(nodes, calling(request))).toBe(rendezvous.select(nodes, calling({ id })));
  }
});

test('a call without a key stays on its own node, or takes turns among the others', () => {
  expect(rendezvous.select(endpoints('a', 'here'), calling({})).id).toBe('here');
  expect(localFirst.select(endpoints('a', 'here', 'b')).id).toBe('here');
  const turns = Array.from({ length: 4 }, () => localFirst.select(endpoints('a', 'b')).id);
  expect(turns).toEqual(['a', 'b', 'a', 'b']);
});
