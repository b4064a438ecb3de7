echo "## 1. One module, nothing to change"
echo
here=$(module one)
cd "$here/module"
mvn_quiet -P feedauth initialize
compare 'empty plugin' \
  'no plugin' 'mvn -o -B -q initialize' true \
  'empty plugin' 'mvn -o -B -q -P empty initialize' true \
  'feedauth:configure' 'mvn -o -B -q -P feedauth initialize' true
