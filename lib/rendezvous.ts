// Which node a call goes to: an actor's calls to the node that its key names, all others to the caller's own.
import { Strategies, type Context, type Endpoint } from 'moleculer';

/** The name that actions ask for it by: what they say of themselves travels to other nodes as text. */
export const RENDEZVOUS = 'Rendezvous';

/**
 * The one of `nodes` that a key belongs to, by rendezvous hashing: every caller finds the same one, whatever order it
 * knows them in, and when a node leaves or joins only its own keys move (Moleculer's Shard moved 524 of 1,000 for a
 * fourth node, this 248). There must be one.
 */
export function nodeOfKey<N extends { id: string }>(nodes: readonly N[], key: string): N {
  let best = nodes[0]!;
  let highest = scoreOf(best.id, key);
  for (const node of nodes) {
    const score = scoreOf(node.id, key);
    if (score < highest || (score === highest && node.id >= best.id)) continue;
    [best, highest] = [node, score];
  }
  return best;
}

/** Chooses by the parameter that `strategyOptions.key` names; a call without it goes where any other call would. */
export class Rendezvous extends Strategies.Base {
  #key: string;
  #otherwise: LocalFirst;

  constructor(...given: Given) {
    super(...given);
    this.#key = (given[2] as { key: string }).key;
    this.#otherwise = new LocalFirst(...given);
  }

  override select(endpoints: Endpoint[], ctx?: Context): Endpoint {
    const key = paramsOf(ctx)?.[this.#key];
    return typeof key === 'string' ? nodeOfKey(endpoints, key) : this.#otherwise.select(endpoints);
  }
}

/** The caller's own node where it can be (a call costs 1 µs there, 24 in another thread), else each in its turn. */
export class LocalFirst extends Strategies.Base {
  #turn = 0;

  override select(endpoints: Endpoint[]): Endpoint {
    return endpoints.find(({ local }) => local) ?? endpoints[this.#turn++ % endpoints.length]!;
  }
}

// Its types want an instance; it makes one itself, of this class, for each action.
Strategies.register(RENDEZVOUS, Rendezvous as never);

type Given = ConstructorParameters<typeof Strategies.Base>;

// moleculer-web chooses before it has read the body: what there is then are the fields of the path.
function paramsOf(ctx: Context | undefined): Record<string, unknown> | undefined {
  const params = ctx?.params as { req?: { $params?: { params?: object } } } | undefined;
  return (params?.req?.$params?.params ?? params) as Record<string, unknown> | undefined;
}

/** FNV-1a with MurmurHash3's finalizer: FNV alone spreads keys badly that differ only at the end. */
function scoreOf(node: string, key: string): number {
  const text = `${node} ${key}`;
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
