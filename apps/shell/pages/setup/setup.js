// Asks the installer for the server's address. The shell judges it, keeps it and starts anew with it.
const [form, address, refused] = ['form', '#address', '[data-test="setup-refused"]'].map((what) => globalThis.document.querySelector(what));

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  refused.hidden = await globalThis.hallShell.useServer(address.value);
});
