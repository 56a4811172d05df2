import { readFileSync } from 'node:fs';
import { launchBrowser } from './browser.ts';
const address = readFileSync('/tmp/b/kiosk/address', 'utf8');
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1080, height: 1920 } });
await page.goto(`${address}/`); const href = (await page.locator('[data-test="open-kiosk-K1"]').getAttribute('href'))!;
const p2 = await browser.newPage({ viewport: { width: 1080, height: 1920 } }); const [path, cred] = href.split('#'); await p2.goto(`${address}${path}#${cred}`);
await p2.locator('[data-test="home-screen"]').waitFor();
await p2.keyboard.press('ArrowDown'); const out: string[] = [];
for (let i = 0; i < 45; i++) { out.push(await p2.evaluate(() => (document.activeElement as HTMLElement)?.dataset['test'] ?? document.activeElement?.className ?? '')); await p2.keyboard.press('Tab'); }
console.log(out.join(' '));
await browser.close();
