/** Stock Firefox, driven over WebDriver BiDi by the same library as Chromium, so that the same person can sit at both. */
import { firefox, type Browser } from 'playwright-core';
import type { Witness } from './witness';

/** What sends Firefox on errands of its own, and what a person who wants less motion has set. */
const preferences = {
  'app.normandy.enabled': false,
  'browser.contentblocking.category': 'custom',
  'browser.region.network.url': '',
  'extensions.systemAddon.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  // Else what is on the same machine would go past the witness.
  'network.proxy.allow_hijacking_localhost': true,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.server': '',
  'ui.prefersReducedMotion': 1,
};

/**
 * @param program path of a Firefox
 * @param witness all requests go through it; null: they go where they are meant to
 */
export async function launchFirefox(program: string, witness: Witness | null): Promise<Browser> {
  const browser = await firefox.launch({
    channel: 'moz-firefox',
    executablePath: program,
    firefoxUserPrefs: preferences,
    ...(witness ? { proxy: { server: witness.origin, bypass: '' } } : {}),
  });
  interpret(browser);
  return browser;
}

interface Command {
  readonly id: number;
  readonly method: string;
}

interface Event {
  readonly method?: string;
  readonly params?: { readonly url: string; navigation: string | null };
}

/** Of the driver's own side of a browser: how messages come and go. */
interface Driver {
  readonly _connection: {
    readonly _transport: {
      send: (command: Command) => void;
      onmessage: (
        message: Event | { readonly id: number; readonly type: 'success'; readonly result: object },
      ) => void;
    };
  };
}

/**
 * Mends two misunderstandings between this driver and Firefox 153: it knows no command for a page's colour scheme, which the
 * driver sends unasked; and says of a download from a page's own memory, rightly, that it belongs to no navigation, by which
 * the driver would know it.
 */
function interpret(browser: Browser): void {
  const { _connection } = browser as unknown as { _connection: { toImpl: (side: Browser) => Driver } };
  const transport = _connection.toImpl(browser)._connection._transport;
  const send = transport.send.bind(transport);
  const hear = transport.onmessage.bind(transport);
  transport.send = (command) => {
    if (command.method !== 'emulation.setMediaFeaturesOverride') send(command);
    else queueMicrotask(() => hear({ id: command.id, type: 'success', result: {} }));
  };
  transport.onmessage = (message) => {
    if ('params' in message && message.params && /download(WillBegin|End)$/.test(message.method ?? ''))
      message.params.navigation ??= message.params.url;
    hear(message);
  };
}
