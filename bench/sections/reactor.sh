echo "## 4. A reactor of 1,000 modules, 200 with a front end"
echo
here="$work/reactor"
node "$bench/reactor.mjs" "$here/project" 1000 200
cd "$here/project"
maven4=$(echo "$bench"/../target/maven/apache-maven-4*/bin/mvn)
mvn -B -q -ntp -P feedauth initialize >&2
"$maven4" -B -q -ntp -P feedauth initialize >&2
per=1000
for way in 'plain:mvn' '`-T2`:mvn -T2' "Maven 4, plain:$maven4" "Maven 4, \`-b concurrent\`:$maven4 -b concurrent"; do
  name=${way%%:*}
  command=${way#*:}
  echo "### $name"
  echo
  compare 'empty plugin' \
    'no plugin' "$command -o -B -q initialize" true \
    'empty plugin' "$command -o -B -q -P empty initialize" true \
    'feedauth:configure, nothing to change' "$command -o -B -q -P feedauth initialize" true
  echo
done
unset per
. "$bench/sections/reactor-counts.sh"
