echo "## 3. What people do today instead"
echo
here=$(module today)
cd "$here/module"
node "$bench/../src/test/feed/feed.mjs" link-node --dir "$here/module/node-home" >&2
mvn_quiet -P feedauth initialize
mvn -B -q -ntp -P frontend initialize
compare 'empty plugin' \
  'empty plugin' 'mvn -o -B -q -P empty initialize' true \
  'feedauth:configure, nothing to change' 'mvn -o -B -q -P feedauth initialize' true \
  '`npm config set` twice, by frontend-maven-plugin' 'mvn -o -B -q -P frontend initialize' true \
  'a shell step, `node -e` that writes the file' "mvn -o -B -q -P empty initialize && node -e \"const f=process.env.HOME+'/.npmrc'; require('fs').writeFileSync(f, '//example.test/:_password='+Buffer.from(process.env.FEEDAUTH_PAT).toString('base64')+'\\\\n')\"" true
