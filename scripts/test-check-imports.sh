#!/usr/bin/env bash
# Shows that check-imports.sh finds what it is for: violations are planted in a small package of their own.
#
#   scripts/test-check-imports.sh
#
# Exit codes: 0 every violation was found where it was planted and nothing else was, 1 otherwise.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
package=$(mktemp -d)
trap 'rm -rf "$package"' EXIT
mkdir -p "$package/scripts" "$package"/Sources/{Core,Files,Maths,Stranger,command}

cat >"$package/scripts/imports-allowed.txt" <<'EOF'
# A table with one mistake: Yams has two rooms.
Core     Dispatch
Files    Core Yams    # the room of Yams
Maths    libc
command  terminal Core Files Yams
EOF

cat >"$package/Sources/Core/Leaf.swift" <<'EOF'
import Dispatch
public import Files
@_spi(Testing) @preconcurrency import struct Yams.Node
/// Call print(x), exit(1) or Date() elsewhere; see import Foundation.
let words = "print(x) and \"exit(1)\" at Date()"  // print(words)
/* import Yams
   print(1) */
let long = """
  import Yams
  print(2)
  """
#if canImport(Foundation)
#endif
func footprint(_ blueprint: Int) { sprint(blueprint); pen.print(1) }
func say() { print("hello") }
let now = Date()
let home = ProcessInfo.processInfo
func leave() { if words.isEmpty { exit(1) } }
let pick = (1...6).shuffled()
let die = Int.random(in: 1...6)
let seeded = Int.random(in: 1...6, using: &generator)
let other = Int.random(in: 0..<(count - 1), using: &generator)
let coin = Bool.random()
let date = Update()
EOF
cat >"$package/Sources/Maths/Logarithm.swift" <<'EOF'
#if canImport(Musl)
  import Musl
#endif
func leave() { Musl.exit(1) }
EOF
cat >"$package/Sources/Stranger/New.swift" <<'EOF'
import Core
EOF
cat >"$package/Sources/command/Main.swift" <<'EOF'
import Files
print("hello")
exit(0)
EOF

expected='scripts/imports-allowed.txt:5
Sources/Core/Leaf.swift:2
Sources/Core/Leaf.swift:3
Sources/Core/Leaf.swift:15
Sources/Core/Leaf.swift:16
Sources/Core/Leaf.swift:17
Sources/Core/Leaf.swift:18
Sources/Core/Leaf.swift:19
Sources/Core/Leaf.swift:20
Sources/Core/Leaf.swift:23
Sources/Maths/Logarithm.swift:4
Sources/Stranger/New.swift:1
check-imports'

if output=$("$here/check-imports.sh" "$package"); then code=0; else code=$?; fi
found=$(cut -d: -f1,2 <<<"$output" | sed -E 's/^(check-imports):.*/\1/')
if [[ $code -ne 1 || $found != "$expected" ]]; then
  echo "test-check-imports: exit code $code (1 expected); found < and expected > differ:" >&2
  diff <(echo "$found") <(echo "$expected") >&2 || true
  printf '%s\n' "$output" >&2
  exit 1
fi

# Without the planted mistakes the same package is clean.
rm "$package"/Sources/{Core/Leaf,Maths/Logarithm,Stranger/New}.swift
sed -i.bak 's/ Files Yams$/ Files/' "$package/scripts/imports-allowed.txt"
"$here/check-imports.sh" "$package" >/dev/null || {
  echo "test-check-imports: a clean package is not reported as clean" >&2
  exit 1
}
