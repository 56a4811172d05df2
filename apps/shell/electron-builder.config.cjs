// How the shell is packaged for Windows and Linux, and how its fuses are set. electron-builder itself is no dependency of the
// workspace: docs/operating/shell.md tells how it is called, on a machine with a network.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const workspace = readFileSync(join(module.path, '../../pnpm-workspace.yaml'), 'utf8');
const [, electronVersion] = /^ {2}electron: (\S+)$/m.exec(workspace) ?? [];

module.exports = {
  appId: 'org.hall.shell',
  productName: 'Hall shell',
  electronVersion,
  directories: { app: 'dist/app', output: 'dist/packages' },
  files: ['**/*'],
  asar: true,
  // Nothing is compiled and nothing is fetched for it but Electron itself.
  npmRebuild: false,
  publish: null,
  // A program that has been changed does not start, and it cannot be turned into a Node or a debugger by words or variables.
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  },
  win: { target: [{ target: 'nsis', arch: ['x64'] }] },
  // For every user of the machine: a kiosk's own user must not be able to change the program.
  nsis: { oneClick: false, perMachine: true, allowToChangeInstallationDirectory: false, deleteAppDataOnUninstall: false, runAfterFinish: false },
  linux: { target: [{ target: 'deb', arch: ['x64', 'arm64'] }, { target: 'AppImage', arch: ['x64', 'arm64'] }], category: 'Office', maintainer: 'Hall', executableName: 'hall-shell' },
};
