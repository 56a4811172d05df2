// Unpacks the packaged Chromium into TMPDIR. Run as a child of browser.ts, which sets the environment.
import sparticuz from '@sparticuz/chromium';

process.stdout.write(await sparticuz.executablePath());
