def median: sort | if length % 2 == 1 then .[length / 2 | floor] else (.[length / 2 - 1] + .[length / 2]) / 2 end;
def ms: . * 1000 | round;
[.[].results[]]
| group_by(.command)
| map({command: .[0].command, median: ([.[].times[]] | median)})
| sort_by(.median)
| (map(select(.command == $floor))[0].median) as $least
| "| case | median | over *\($floor)* | ratio |" + (if $per > 0 then " per module |" else "" end),
  "|---|---|---|---|" + (if $per > 0 then "---|" else "" end),
  (.[] | "| \(.command) | \(.median | ms) ms | \(.median - $least | ms) ms | \(.median / $least * 1000 | round / 1000) |"
    + (if $per > 0 then " \((.median - $least) * 1000000 / $per | round / 1000) ms |" else "" end))
