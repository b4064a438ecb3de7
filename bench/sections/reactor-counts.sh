# Counted by the system: every file that is put in place, and every reading of settings-security.xml, which Maven 3 opens
# for each password that it decrypts.
read -ra encrypted <<< "$(encrypted_settings "$here/m2")"
traced() { # traced FILE ARGUMENT...
  local to=$1
  shift
  strace -f -qq -e trace=rename,renameat,renameat2,open,openat -o "$to" mvn -o -B -q "$@" initialize
}
placed() { grep -E '^[0-9]+ +rename' "$1" | grep -cE '\.npmrc"' || true; }
decrypted() { grep -E 'settings-security\.xml"' "$1" | grep -vc ENOENT || true; }
forget() { find . -name .npmrc -delete && rm -rf "$work/.npmrc" "$work/.local"; }

forget
traced "$here/empty" -P empty "${encrypted[@]}"
traced "$here/first" -P feedauth "${encrypted[@]}"
files=$(find . "$work/.npmrc" -name .npmrc | wc -l)
traced "$here/again" -P feedauth "${encrypted[@]}"
echo "### Counted"
echo
echo "| | empty plugin | first run | run again |"
echo "|---|---|---|---|"
echo "| files named \`.npmrc\` put in place ($files there are) | $(placed "$here/empty") | $(placed "$here/first") | $(placed "$here/again") |"
echo "| passwords decrypted, Maven's own included | $(decrypted "$here/empty") | $(decrypted "$here/first") | $(decrypted "$here/again") |"
memory() { command time -f %M mvn -o -B -q "$@" initialize 2>&1 | tail -n 1 | grep -oE "[0-9]+$"; }
echo "| most memory, MB (resident) | $(($(memory -P empty) / 1024)) | | $(($(memory -P feedauth) / 1024)) |"
