# What the measurements share. Expects bench/run to have set: bench (this folder), work (a temporary folder), rounds, pat.

mvn_quiet() { mvn -B -q -ntp -o "$@"; }

# compare FLOOR NAME COMMAND PREPARE [NAME COMMAND PREPARE]...
# One run of each command in turn, for several rounds, so that a machine that grows faster or slower meanwhile does so for
# all of them; one round before them is not counted. PREPARE runs before each, unmeasured. Prints a table of medians.
compare() {
  local floor=$1 per=${per:-0}
  shift
  local out
  out=$(mktemp -d "$work/times.XXXX")
  local round
  for round in $(seq 0 "$rounds"); do
    local arguments=("$@")
    while ((${#arguments[@]})); do
      hyperfine --style none --runs 1 --export-json "$out/$round-${#arguments[@]}.json" \
        --command-name "${arguments[0]}" --prepare "${arguments[2]}" "${arguments[1]}" >&2
      arguments=("${arguments[@]:3}")
    done
  done
  rm "$out"/0-*.json
  jq -rs --arg floor "$floor" --argjson per "$per" -f "$bench/table.jq" "$out"/*.json
}

# The module of bench/module in a folder of its own, with a home of its own.
module() {
  mkdir -p "$work/$1/home"
  cp -r "$bench/module" "$work/$1/module"
  printf '%s' "$work/$1"
}

# Settings with one server, azure, whose password is encrypted as Maven 3 does it. Prints the options that name them.
encrypted_settings() {
  local folder=$1 security="$1/settings-security.xml"
  mkdir -p "$folder"
  printf '<settingsSecurity><master>%s</master></settingsSecurity>\n' \
    "$(mvn -B --encrypt-master-password 'a master password' | grep -oE '\{[^}]+\}')" > "$security"
  printf '<settings><servers><server><id>azure</id><password>%s</password></server></servers></settings>\n' \
    "$(mvn -B "-Dsettings.security=$security" --encrypt-password "$pat" | grep -oE '\{[^}]+\}')" > "$folder/settings.xml"
  printf '%s' "-s $folder/settings.xml -Dsettings.security=$security -Dfeedauth.serverId=azure -Dfeedauth.patEnvName=UNSET"
}
