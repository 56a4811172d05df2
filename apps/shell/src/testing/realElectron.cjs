// Begins the staged program in a real Electron and looks at its page from outside: what it shows, and what of Node it can reach.
// Tells what it saw on its output, one line of JSON each, and writes a picture. Only for realElectron.int.test.ts.
const { app } = require('electron');
const { writeFileSync } = require('node:fs');

const look = `({
  node: [typeof require, typeof process, typeof module, typeof Buffer].join(),
  bridge: Object.keys(globalThis.hallShell ?? {}).sort().join(), origin: location.origin, secure: isSecureContext,
  code: document.querySelector('[data-test="enrol-code"]')?.textContent.replace(' ', '') ?? null, check: document.querySelector('[data-test="enrol-check"]')?.textContent ?? null,
  services: document.querySelectorAll('[data-test^="service-"]').length,
})`;

app.on('web-contents-created', (_event, contents) => {
  const timer = globalThis.setInterval(async () => {
    try {
      const seen = await contents.executeJavaScript(look);
      console.log(JSON.stringify({ ...seen, preferences: contents.getLastWebPreferences() }));
      writeFileSync(process.env.HALL_PICTURE, (await contents.capturePage()).toPNG());
    } catch (error) {
      console.log(JSON.stringify({ error: String(error) }));
    }
  }, 1_000);
  contents.once('destroyed', () => globalThis.clearInterval(timer));
});
require(`${module.path}/main.cjs`);
