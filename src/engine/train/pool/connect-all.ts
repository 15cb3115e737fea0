/** A channel between every two of `members`: for each member its ends, by the other's rank; null at its own. */
export function connectAll(members: number): (MessagePort | null)[][] {
  const ports = Array.from({ length: members }, () => new Array<MessagePort | null>(members).fill(null));
  for (let one = 0; one < members; one++) {
    for (let other = one + 1; other < members; other++) {
      const channel = new MessageChannel();
      ports[one][other] = channel.port1;
      ports[other][one] = channel.port2;
    }
  }
  return ports;
}
