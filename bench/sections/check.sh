echo '## 6. `check` of feeds that take 50 ms to answer'
echo
here="$work/check"
mkdir -p "$here"
mkfifo "$here/port"
node "$bench/slow-feed.mjs" 50 "$here/bursts.md" > "$here/port" &
slow=$!
read -r port < "$here/port"
arguments=()
for feeds in 1 10 100; do
  mkdir -p "$here/$feeds/home"
  node "$bench/feeds.mjs" "$here/$feeds" "$feeds" "http://127.0.0.1:$port"
  HOME="$here/$feeds/home" mvn_quiet -f "$here/$feeds" initialize
  arguments+=("$feeds feeds" "HOME=$here/$feeds/home mvn -o -B -q -f $here/$feeds feedauth:check -Dfeedauth.skipProbe" true)
  arguments+=("$feeds feeds, asked" "HOME=$here/$feeds/home mvn -B -q -f $here/$feeds feedauth:check" true)
done
compare '1 feeds' "${arguments[@]}"
kill "$slow"
wait "$slow" || true
echo
cat "$here/bursts.md"
