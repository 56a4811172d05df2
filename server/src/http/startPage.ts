// The trial's start page: every screen of the hall with one click each, and plain words about what a trial is.
import type { Plan } from '@hall/core/domain/plan';
import { roomOf, type Role } from '@hall/core/domain/actor';
import { trialCredential } from '../people/trialCredentials.ts';

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Served beside the page: no page of the hall has a style of its own in it (http/safeHeaders.ts). */
export const startStyle = `body{margin:0;font-family:'Noto Sans SC Variable','Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif;color:#14233a;background:#f5f7fa;line-height:1.5}
main{max-width:1320px;margin:0 auto;padding:28px 24px 60px}
h1{margin:0;font-size:32px;color:#08407a}h2{font-size:20px;margin:0 0 10px}small{color:#5b6778;font-weight:400;font-size:13px}
.note{background:#fbeedd;color:#7a3f04;border-radius:12px;padding:12px 18px;margin:18px 0}
.tiles{display:flex;flex-wrap:wrap;gap:12px;margin:14px 0 20px}
a{padding:6px 14px;border-radius:9px;background:#e6eff8;color:#08407a;text-decoration:none;font-weight:600;white-space:nowrap}
.tiles a{padding:14px 24px;font-size:18px;background:#0b5cad;color:#fff}
a:hover,a:focus-visible{outline:3px solid #b25e09}
section{background:#fff;border-radius:14px;padding:18px 20px;margin-bottom:20px;box-shadow:0 1px 2px #14233a14,0 4px 16px #14233a0f}
ul{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(400px,1fr));gap:2px 28px}
li{display:flex;align-items:center;gap:8px;padding:7px 0;border-top:1px solid #e4e9f0}
li b{width:1.7em;font-size:20px;font-variant-numeric:tabular-nums;color:#0b5cad}li span{flex:1;line-height:1.25}li small{display:block}
`;

/** The whole page as HTML. Links carry credentials behind `#`, which browsers do not send to servers. */
export function startPage(plan: Plan, secret: string): string {
  const link = (role: Role, place: string, text: string): string =>
    `<a href="/${roomOf(role)}/#credential=${trialCredential(secret, { role, place })}" target="_blank" rel="noopener" data-test="open-${role}-${place}">${escape(text)}</a>`;
  const kiosks = ['K1', 'K2', 'K3'].map((place) => link('kiosk', place, `取号机 ${place}`)).join('');
  const boards = [link('display', 'hall', '综合屏 全厅'), ...plan.boards.map(({ id, name }) => link('display', id, name.zh))].join('');
  const zones = plan.zones.map(({ id, name, floor }) => {
    const rows = plan.counters.filter(({ zoneId }) => zoneId === id).map((counter) => `
      <li><b>${counter.id}</b><span>${escape(counter.name.zh)}<small>${escape(counter.name.en)}</small></span>
      ${link('counter', counter.id, '窗口')}${link('display', `c${counter.id}`, '窗口屏')}${link('pad', counter.id, '评价器')}</li>`).join('');
    return `<section><h2>${escape(name.zh)} · ${escape(floor.zh)} <small>${escape(name.en)}, ${escape(floor.en)} — 窗口 counter · 窗口屏 counter screen · 评价器 rating pad</small></h2><ul>${rows}</ul></section>`;
  }).join('');
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(plan.name.zh)} · 试用</title>
<link rel="stylesheet" href="/font/index.css">
<link rel="stylesheet" href="/start.css"></head><body><main>
<h1>${escape(plan.name.zh)}</h1><div><small>${escape(plan.name.en)}</small></div>
<p class="note"><strong>试用大厅：仅在本机运行。</strong>其他电脑无法连接；局域网和证书在正式安装时设置。每个链接自带本页的试用凭据；不经链接打开的页面须像正式大厅一样登记（大厅管理 · 设备）。<br>
<strong>Trial hall, on this machine only.</strong> No other computer can connect; LAN and certificates belong to a real installation. Each link carries the trial credential of its page; a page opened without one is let in as in a real hall (Manager · Devices).</p>
<div class="tiles">${kiosks}${boards}${link('desk', 'D1', '咨询引导台 Guide desk')}${link('manager', 'M1', '大厅管理 Manager')}</div>
<p><small>窗口登录工号：1001–1052，试用不设密码。Staff numbers for signing in: 1001–1052, no password in the trial.</small></p>
<div class="zones">${zones}</div>
</main></body></html>`;
}
