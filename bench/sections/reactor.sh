echo "## 4. A reactor of 1,000 modules, 200 with a front end"
echo
here="$work/reactor"
node "$bench/reactor.mjs" "$here/project" 1000 200
cd "$here/project"
maven4=$(echo "$bench"/../target/maven/apache-maven-4*/bin/mvn)
mvn -B -q -ntp -P feedauth initialize >&2
"$maven4" -B -q -ntp -P feedauth initialize >&2
per=1000
ways() { # ways NAME:COMMAND...
  local way
  for way in "$@"; do
    local name=${way%%:*} command=${way#*:}
    echo "### $name"
    echo
    compare 'empty plugin' \
      'no plugin' "$command -o -B -q initialize" true \
      'empty plugin' "$command -o -B -q -P empty initialize" true \
      'feedauth:configure, nothing to change' "$command -o -B -q -P feedauth initialize" true
    echo
  done
}
ways 'plain:mvn' '`-T2`:mvn -T2' "Maven 4, plain:$maven4"
# For Maven 4's concurrent builder alone, whatever the plugins, 300 modules take a minute, 1,000 more than nine.
node "$bench/reactor.mjs" "$here/small" 100 20
cd "$here/small"
"$maven4" -b concurrent -B -q -ntp -P feedauth initialize >&2
per=100
ways "100 modules, 20 with a front end, Maven 4, \`-b concurrent\`:$maven4 -b concurrent"
cd "$here/project"
unset per
. "$bench/sections/reactor-counts.sh"
