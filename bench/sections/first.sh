echo "## 2. A first run, which writes; with encrypted settings; with each store"
echo
here=$(module first)
cd "$here/module"
encrypted=$(encrypted_settings "$here/m2")
clean="rm -rf .npmrc target $work/.npmrc $work/.local"
configure='mvn -o -B -q -P feedauth initialize'
mvn_quiet -P empty initialize
compare 'empty plugin' \
  'empty plugin' 'mvn -o -B -q -P empty initialize' "$clean" \
  'store user, both files written' "$configure" "$clean" \
  'store user, nothing to change' "$configure" "$configure" \
  'store user, both files written, settings encrypted' "$configure $encrypted" "$clean" \
  'store user, nothing to change, settings encrypted' "$configure $encrypted" "$configure $encrypted" \
  'store none, written' "$configure -Dfeedauth.credentialStore=none" "$clean" \
  'store build, written' "$configure -Dfeedauth.credentialStore=build" "$clean" \
  'store build, nothing to change' "$configure -Dfeedauth.credentialStore=build" "$configure -Dfeedauth.credentialStore=build" \
  'store ephemeral, written and removed' 'mvn -o -B -q -P ephemeral initialize' "$clean"
