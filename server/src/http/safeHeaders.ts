// What every answer tells a browser to forbid itself: nothing but our own scripts, styles, fonts and voices; no frames, no guessing
// of types, no telling other places where somebody comes from. Hardly anything is left for a script that got in somehow.
import type { IncomingMessage } from 'node:http';
import fastifyHelmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { ownSocketOrigin } from '../gate/ownHost.ts';

/** What no page of the hall uses. */
const unused = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'serial', 'hid', 'midi', 'display-capture', 'publickey-credentials-get'];

/** `isEncrypted`: the hall is reached by TLS alone. */
export async function safeHeaders(app: FastifyInstance, isEncrypted: boolean): Promise<void> {
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // Vue sets styles through the style object, which no policy forbids; no page has a style attribute or a style element.
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        mediaSrc: ["'self'"],
        // Older engines do not count the websocket as 'self'.
        connectSrc: ["'self'", (request: IncomingMessage) => ownSocketOrigin(request) ?? "'self'"],
        manifestSrc: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    frameguard: { action: 'deny' },
    // The trial has no certificate.
    strictTransportSecurity: isEncrypted ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  });
  app.addHook('onRequest', (_request, reply, done) => {
    reply.header('permissions-policy', unused.map((name) => `${name}=()`).join(', '));
    done();
  });
}
