// Words of the command line that would open the program to whoever starts it or sits on the same network. The fuses of the
// packaged program (electron-builder.config.cjs) switch off those of Node; Chromium's are refused here.
const opening = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address', 'remote-allow-origins', 'inspect', 'inspect-brk', 'inspect-port', 'js-flags', 'load-extension',
  'disable-web-security', 'disable-site-isolation-trials', 'ignore-certificate-errors', 'ignore-certificate-errors-spki-list', 'allow-running-insecure-content', 'no-sandbox', 'host-rules', 'host-resolver-rules',
  'proxy-server', 'proxy-pac-url', 'ssl-key-log-file', 'log-net-log', 'unsafely-treat-insecure-origin-as-secure', 'enable-automation', 'auto-open-devtools-for-tabs', 'renderer-cmd-prefix', 'gpu-launcher', 'utility-cmd-prefix'] as const;

/** Those that were given; a packaged shell with any of them does not start. */
export const openingWords = (has: (word: string) => boolean): string[] => opening.filter(has);
