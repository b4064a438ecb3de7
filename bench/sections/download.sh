echo "## 7. First use: what Maven downloads for the plugin"
echo
here="$work/download"
mkdir -p "$here"
node "$bench/download.mjs" "$bench/module" "$repository" "$here"
