import { readFileSync } from "node:fs"; import { gzipSync } from "node:zlib";
const base="http://localhost:3650";
const { chromium } = await import("playwright");
const b = await chromium.launch({ executablePath: "/usr/bin/chromium-headless-shell", args: ["--no-sandbox"] });
const p = await (await b.newContext()).newPage();
await p.goto(base+"/sign-in"); await p.getByRole("button",{name:/Mara Okafor/}).click(); await p.waitForURL(/\/w\//);
const cookie=(await p.context().cookies()).map(c=>c.name+"="+c.value).join("; "); await b.close();
const html=await (await fetch(base+(process.argv[2]??"/w/northwind-ai/portfolio"),{headers:{cookie}})).text();
const srcs=[...new Set([...html.matchAll(/src="([^"]+\.js[^"]*)"/g)].map(m=>m[1]))];
const out=[];
for(const s of srcs){const t=await (await fetch(base+s)).text(); out.push([gzipSync(t).length,t.length,s,t]);}
out.sort((a,b)=>b[0]-a[0]);
for(const [g,l,s] of out) console.log(g,s.split("/").pop());
