// A bare Socket.IO server with the hall's transport settings: answers a command with the command, sends on what it is told.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { answerWith } from '../processes.ts';

const http = createServer();
const io = new Server(http, { transports: ['websocket'], serveClient: false, perMessageDeflate: false, pingInterval: 3_000, pingTimeout: 2_000 });
io.on('connection', (socket) => {
  socket.on('command', (content: unknown, answer: (same: unknown) => void) => answer(content));
  socket.on('tell', (content: unknown, answer: (done: true) => void) => {
    io.emit('events', content);
    answer(true);
  });
});

const handlers = {
  async start(): Promise<{ url: string }> {
    await new Promise<void>((resolve) => { http.listen(0, '127.0.0.1', resolve); });
    return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}` };
  },
};
export type BareChild = typeof handlers;

answerWith(handlers, () => { io.disconnectSockets(true); });
