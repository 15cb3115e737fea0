import { servePeer } from '../../../../src/engine/train/pool/peer';
import type { Peer, PeerSource } from '../../../../src/engine/train/pool/peer-source';

/** What stands between the leader and its peers, to do them harm. */
export interface Harm {
  /** What the peer gets of what the leader sends; null: nothing. `peer` counts from 0 over all that were ever opened. */
  readonly alter?: (message: unknown, peer: number) => unknown;
}

/** Peers that are no threads of their own: they run in this one, over real channels. */
export class PeersInProcess implements PeerSource {
  readonly cores = 8;
  /** How many were opened and how many of them were ended. */
  opened = 0;
  ended = 0;
  readonly #harm: Harm;
  readonly #breakers: (() => void)[] = [];
  #tick: () => void = () => undefined;
  #clock = 0;

  constructor(harm: Harm = {}) {
    this.#harm = harm;
  }

  open(count: number, kernels: WebAssembly.Module): Peer[] {
    return Array.from({ length: count }, () => this.#openPeer(kernels));
  }

  now(): number {
    return (this.#clock += 1);
  }

  everySecond(tick: () => void): () => void {
    this.#tick = tick;
    return () => (this.#tick = () => undefined);
  }

  passSeconds(count: number): void {
    for (let second = 0; second < count; second++) this.#tick();
  }

  /** As a thread that ends by itself. */
  break(peer: number): void {
    this.#breakers[peer]();
  }

  #openPeer(kernels: WebAssembly.Module): Peer {
    const number = this.opened++;
    const leader = new MessageChannel();
    const peer = new MessageChannel();
    const alter = this.#harm.alter ?? ((message: unknown) => message);
    leader.port2.onmessage = ({ data, ports }: MessageEvent) => {
      const altered = alter(data, number);
      if (altered !== null) peer.port1.postMessage(altered, portsIn(altered, ports));
    };
    peer.port1.onmessage = ({ data }: MessageEvent) => leader.port2.postMessage(data);
    void servePeer(peer.port2, kernels);
    const end = () => {
      for (const port of [leader.port1, leader.port2, peer.port1, peer.port2]) port.close();
    };
    return {
      port: leader.port1,
      onBroken: (report) => {
        this.#breakers[number] = () => {
          end();
          report();
        };
      },
      end: () => {
        this.ended++;
        end();
      },
    };
  }
}

/** Node lists no ports with a message that arrived: they stand in it. */
function portsIn(message: unknown, listed: readonly MessagePort[]): MessagePort[] {
  const { ports = [] } = message as { ports?: (MessagePort | null)[] };
  return [...new Set([...listed, ...ports.filter((port) => port !== null)])];
}
