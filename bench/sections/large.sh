echo "## 5. A large user file, and many feeds"
echo
here=$(module large)
cd "$here/module"
arguments=()
for entries in 1 5000 10000 20000; do
  mkdir -p "$here/$entries"
  node -e 'for (let i = 0; i < process.argv[1]; i++) console.log(`//registry-${i}.example.test/:_authToken=a-token-of-a-hundred-bytes-`.padEnd(105, "x"))' "$entries" > "$here/$entries/.npmrc"
  HOME="$here/$entries" mvn_quiet -P feedauth initialize
  size=$(($(stat -c %s "$here/$entries/.npmrc") / 1024))
  arguments+=("user file of $entries entries, $size kB" "HOME=$here/$entries mvn -o -B -q -P feedauth initialize" true)
done
for feeds in 1 50 100 200; do
  mkdir -p "$here/feeds-$feeds/home"
  node "$bench/feeds.mjs" "$here/feeds-$feeds" "$feeds"
  HOME="$here/feeds-$feeds/home" mvn_quiet -f "$here/feeds-$feeds" initialize
  arguments+=("$feeds feeds" "HOME=$here/feeds-$feeds/home mvn -o -B -q -f $here/feeds-$feeds initialize" true)
done
compare 'empty plugin' 'empty plugin' 'mvn -o -B -q -P empty initialize' true "${arguments[@]}"
