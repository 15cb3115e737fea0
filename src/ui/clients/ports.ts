/** A worker that offers what it holds at the other end of a port. */
export interface PortSource {
  serve(port: MessagePort): Promise<void>;
}

/** Joins two workers directly, so that what they exchange never passes through the page. */
export async function connect(source: PortSource, take: (port: MessagePort) => Promise<void>): Promise<void> {
  const channel = new MessageChannel();
  await Promise.all([source.serve(channel.port1), take(channel.port2)]);
}
