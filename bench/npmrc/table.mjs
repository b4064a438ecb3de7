// The table of both sides: node table.mjs JMH.json INI.json
import { readFileSync } from 'node:fs'

const [jmh, ini] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')))
const ours = (benchmark, size) =>
  jmh.find((run) => run.benchmark.endsWith(`.${benchmark}`) && run.params.size === size)
const µs = (time) => (time < 10 ? time.toFixed(1) : Math.round(time).toLocaleString('en'))

console.log('| file | lines | | `ini` | feedauth | times as fast | per line | allocated |\n|---|---|---|---|---|---|---|---|')
for (const size of ['1kB', '100kB', '1MiB']) {
  const { bytes, lines, reading, editing } = ini[size]
  for (const [name, benchmark, theirs] of [
    ['reading', 'reading', reading],
    ['editing', 'editing', editing],
    ['nothing to change', 'nothingToChange', editing],
  ]) {
    const { primaryMetric, secondaryMetrics } = ours(benchmark, size)
    const time = primaryMetric.scorePercentiles['0.0']
    const allocated = Object.entries(secondaryMetrics).find(([metric]) => metric.endsWith('gc.alloc.rate.norm'))[1].score
    console.log(
      `| ${size} | ${lines} | ${name} | ${µs(theirs)} µs | ${µs(time)} µs | ${(theirs / time).toFixed(1)} ` +
        `| ${Math.round((time * 1000) / lines)} ns | ${(allocated / bytes).toFixed(1)} × the file |`
    )
  }
}
