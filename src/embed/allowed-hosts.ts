/**
 * The origins that may operate a page: from the `content` of its `understudy-hosts`, with spaces between. `'self'` is the
 * page's own. What is not an origin exactly (a pattern, a path, `*`, `null`) allows nobody.
 * @param address of the page
 */
export function allowedHosts(content: string, address: string): string[] {
  const own = new URL(address).origin;
  const named = content.split(/\s+/).map((one) => (one === "'self'" ? own : one));
  return [...new Set(named.filter(isOrigin))];
}

function isOrigin(text: string): boolean {
  try {
    const { protocol, origin } = new URL(text);
    return /^https?:$/.test(protocol) && origin === text && !text.includes('*');
  } catch {
    return false;
  }
}
