// A registry on loopback that takes its time: node slow-feed.mjs MILLISECONDS REPORT, says its port, and at its end
// writes how many requests came together and how long each burst of them took.
import { createServer } from 'node:http';
import { writeFileSync } from 'node:fs';

const [delay, report] = process.argv.slice(2);
const bursts = [];
let atOnce = 0;

createServer((request, response) => {
  const now = performance.now();
  if (atOnce === 0 && !(now - bursts.at(-1)?.last < 300)) {
    bursts.push({ first: now, requests: 0, most: 0 });
  }
  const burst = bursts.at(-1);
  burst.requests++;
  burst.most = Math.max(burst.most, ++atOnce);
  setTimeout(() => {
    atOnce--;
    burst.last = performance.now();
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  }, Number(delay));
}).listen(0, '127.0.0.1', function listening() {
  console.log(this.address().port);
});

process.on('SIGTERM', () => {
  const bySize = Map.groupBy ? Map.groupBy(bursts, (b) => b.requests) : group(bursts);
  const rows = [...bySize].sort(([a], [b]) => a - b).map(([requests, same]) => {
    const spans = same.map((b) => b.last - b.first).sort((a, b) => a - b);
    const median = spans[spans.length >> 1];
    return `| ${requests} | ${same.length} | ${Math.max(...same.map((b) => b.most))} | ${median.toFixed(0)} ms | ${(median / delay).toFixed(2)} |\n`;
  });
  writeFileSync(report, `| requests of a check | checks | most at once | first request to last answer, median | slowest answers |\n|---|---|---|---|---|\n${rows.join('')}`);
  process.exit();
});

function group(all) {
  const groups = new Map();
  for (const burst of all) {
    groups.set(burst.requests, [...(groups.get(burst.requests) ?? []), burst]);
  }
  return groups;
}
