import { readFileSync } from 'node:fs';
import { launchBrowser } from './browser.ts';
const [out, h, ...files] = process.argv.slice(2);
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 2000, height: 800 } });
await page.setContent(`<body style="margin:0;background:#777;display:flex;flex-wrap:wrap;gap:6px">${files.map((f) => `<img style="height:${h}px" src="data:image/png;base64,${readFileSync(`/tmp/b/kiosk/${f}.png`).toString('base64')}">`).join('')}</body>`);
await page.waitForTimeout(300);
await page.screenshot({ path: `/tmp/b/kiosk/${out}.png`, fullPage: true });
await browser.close();
