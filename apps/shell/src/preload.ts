// What the page gets of the shell: the server's address and a few named calls, each with its own name and nothing general. It
// runs sandboxed before the page; the forms are checked by the shell and by the page (core's shell/shellCalls).
import { contextBridge, ipcRenderer } from 'electron';
import type { ShellBridge } from '@hall/core/shell/shellCalls';

const serverWord = '--hall-server=';

const bridge: ShellBridge = {
  server: process.argv.find((word) => word.startsWith(serverWord))?.slice(serverWord.length) ?? '',
  authorityPin: () => ipcRenderer.invoke('hall:authorityPin'),
  deviceKey: () => ipcRenderer.invoke('hall:deviceKey'),
  prove: (hallId, challenge) => ipcRenderer.invoke('hall:prove', hallId, challenge),
  placed: (you) => ipcRenderer.invoke('hall:placed', you),
  alive: () => ipcRenderer.invoke('hall:alive'),
  print: (id, slip) => ipcRenderer.invoke('hall:print', id, slip),
  printerState: () => ipcRenderer.invoke('hall:printerState'),
  cardRead: () => ipcRenderer.invoke('hall:cardRead'),
  restart: () => ipcRenderer.invoke('hall:restart'),
  useServer: (address) => ipcRenderer.invoke('hall:useServer', address),
};
contextBridge.exposeInMainWorld('hallShell', bridge);
