#!/usr/bin/env bash
# Checks the walls between the rooms: what each target imports, and who touches the outside world.
#
#   scripts/check-imports.sh [FOLDER]
#
# FOLDER holds Sources/ and scripts/imports-allowed.txt (the table), and is this package unless given.
# SwiftPM lets an import of a sibling through that the manifest does not declare as long as it happens to
# be built; this check does not. Three rules, each finding printed as file:line: what, and how to mend it:
#
#   1. A target imports only what its row of the table names.
#   2. An outside library stands in one row of the table only.
#   3. Only the target marked 'terminal' uses print, exit, standard handles, the environment, the
#      arguments, or the clock, and nobody uses the system's random generator: a seed is an option.
#
# Words in comments and in string literals do not count. Exit codes: 0 clean, 1 findings, 66 no such input.
set -euo pipefail

root=${1:-$(cd "$(dirname "$0")/.." && pwd)}
cd "$root" 2>/dev/null || { echo "check-imports: no folder '$root'" >&2; exit 66; }
table=scripts/imports-allowed.txt
[[ -f $table && -d Sources ]] || {
  echo "check-imports: '$root' has no $table or no Sources" >&2
  exit 66
}

# Sorted, so that the findings come in the same order everywhere.
files=()
while IFS= read -r file; do files+=("$file"); done \
  < <(find Sources -name '*.swift' -type f | LC_ALL=C sort)
((${#files[@]})) || { echo "check-imports: no Swift file in '$root/Sources'" >&2; exit 66; }

LC_ALL=C awk -v table="$table" '
  function report(message) { printf "%s:%d: %s\n", FILENAME, FNR, message; findings++ }

  # Reads the table. A module that is no target of ours and no part of the toolchain is an outside library.
  function read_table(   line, number, words, count, i, entries, entry_module, entry_line, rooms) {
    while ((getline line < table) > 0) {
      number++
      sub(/#.*/, "", line)
      count = split(line, words, " ")
      if (count == 0) continue
      rows[words[1]]
      for (i = 2; i <= count; i++) {
        if (words[i] == "terminal") { terminal[words[1]]; continue }
        if (words[i] == "libc") {
          allowed[words[1], "Glibc"]; allowed[words[1], "Musl"]; allowed[words[1], "Darwin"]
          continue
        }
        allowed[words[1], words[i]]
        entry_module[++entries] = words[i]
        entry_line[entries] = number
      }
    }
    close(table)
    for (i = 1; i <= entries; i++) {
      if ((entry_module[i] in rows) || entry_module[i] ~ toolchain) continue
      if (++rooms[entry_module[i]] == 2) {
        printf "%s:%d: %s stands in a second row; an outside library has one room\n", \
          table, entry_line[i], entry_module[i]
        findings++
      }
    }
  }

  # The code of a line, without comments and the text of string literals. Keeps track of block comments and of
  # literals in three quotes across lines.
  function code(line,   out, i, c, two, three, in_string, hashes) {
    out = ""
    for (i = 1; i <= length(line); i++) {
      c = substr(line, i, 1); two = substr(line, i, 2); three = substr(line, i, 3)
      if (comment_depth) {
        if (two == "*/") { comment_depth--; i++ } else if (two == "/*") { comment_depth++; i++ }
      } else if (in_long) {
        if (c == "\\") i++
        else if (three == "\"\"\"") { in_long = 0; i += 2 }
      } else if (in_string) {
        if (c == "\\") i++
        else if (c == "\"") in_string = 0
      }
      else if (two == "//") break
      else if (two == "/*") { comment_depth++; i++ }
      else if (three == "\"\"\"") { in_long = 1; i += 2 }
      else if (c == "\"") in_string = 1
      else out = out c
    }
    return out
  }

  BEGIN {
    toolchain = "^(Dispatch|Synchronization|FoundationEssentials|Foundation)$"
    read_table()
  }

  FNR == 1 {
    comment_depth = in_long = 0
    split(FILENAME, parts, "/")
    target = parts[2]
    if (!(target in rows) && !(target in unknown)) {
      unknown[target]
      report("the target " target " has no row in " table "; add one, and say in docs/architecture.md why")
    }
  }

  {
    text = code($0)
    if (text ~ /^[ \t]*((@[A-Za-z_]+(\([^)]*\))?|public|package|internal|fileprivate|private)[ \t]+)*import[ \t]/) {
      module = text
      sub(/^.*import[ \t]+((struct|class|enum|protocol|typealias|func|let|var)[ \t]+)?/, "", module)
      sub(/[^A-Za-z0-9_].*$/, "", module)
      if ((target in rows) && !((target, module) in allowed))
        report(target " may not import " module "; move the code to a room that may, or change " \
          table " together with Package.swift")
    }
    if (!(target in terminal)) {
      if (match(text, /(^|[^A-Za-z0-9_.`])((Swift|Glibc|Musl|Darwin|Foundation)\.)?(print|debugPrint|dump|exit|abort|getenv|setenv|fputs|puts)\(/) \
          || match(text, /FileHandle\.standard|ProcessInfo|CommandLine\.|(^|[^A-Za-z0-9_])(std(in|out|err))([^A-Za-z0-9_]|$)/) \
          || match(text, /(^|[^A-Za-z0-9_])(Date\(\)|Date\.now|ContinuousClock|SuspendingClock|DispatchTime\.now)/)) {
        word = substr(text, RSTART, RLENGTH)
        gsub(/^[^A-Za-z]+|[^A-Za-z.()]+$/, "", word)
        report("only the command may use " word "; take the value as a parameter or return a result")
      }
    }
    if (text ~ /SystemRandomNumberGenerator|\.(random|shuffled|shuffle|randomElement)\(\)/ \
        || text ~ /\.random\(in:.*\)/ && text !~ /using:/)
      report("a random step takes a generator, so that a seed repeats it")
  }

  END {
    if (findings) { printf "check-imports: %d findings\n", findings; exit 1 }
    print "check-imports: the rooms are apart"
  }
' "${files[@]}"
