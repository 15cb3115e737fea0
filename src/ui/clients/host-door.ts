import { allowedHosts } from '../../embed/allowed-hosts';
import { FloodGate, type Greeting, type PageMessage, protocolVersion } from '../../embed/protocol';

/** The way to the page around this one. */
export interface HostDoor {
  /** Of the host: whoever holds the other end of the port. */
  readonly origin: string;
  send(message: PageMessage, transfer?: Transferable[]): void;
  close(): void;
}

export interface HostListener {
  onMessage(message: unknown, door: HostDoor): void;
  onFlood(door: HostDoor): void;
}

/**
 * Greets the window around the page, where it is one that the page's owner allows: to each allowed origin a port of its own is
 * posted, so that the browser delivers only the one whose origin is the window's, and what comes by a port is known to come from
 * that origin. Nothing else that is said to this window is listened to.
 */
export function openHostDoor(page: Window, version: string, listener: HostListener): void {
  if (page.parent === page) return;
  const meta = page.document.querySelector<HTMLMetaElement>('meta[name="understudy-hosts"]');
  for (const origin of likelyHosts(page, allowedHosts(meta?.content ?? '', page.location.href))) {
    const { port1, port2 } = new MessageChannel();
    const door: HostDoor = {
      origin,
      send: (message, transfer = []) => port1.postMessage(message, transfer),
      close: () => port1.close(),
    };
    const gate = new FloodGate(() => page.performance.now());
    port1.onmessage = (event: MessageEvent<unknown>) => {
      if (gate.admits()) return listener.onMessage(event.data, door);
      port1.onmessage = null;
      listener.onFlood(door);
    };
    const greeting: Greeting = { understudy: 'greeting', protocol: protocolVersion, version };
    page.parent.postMessage(greeting, origin, [port2]);
  }
}

/** Where the browser says who is around: only that one, and the console stays free of complaints about the others. */
function likelyHosts(page: Window, allowed: readonly string[]): readonly string[] {
  const around = (page.location.ancestorOrigins as DOMStringList | undefined)?.item(0);
  return around == null ? allowed : allowed.filter((origin) => origin === around);
}
