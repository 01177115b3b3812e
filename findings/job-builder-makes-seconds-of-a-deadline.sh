#!/usr/bin/env bash
# Jenkins Job Builder writes 63000 for a deadline of 17:30:00, and 09:30:00 as it stands.
#
# Versions: jenkins-job-builder 6.5.0 with PyYAML 6.0.4 (PyPI), seen 2026-11-30 on Python 3.11.7. `DeadlineTimeOutStrategy` of
# the plugin build-timeout wants H:MM or H:MM:SS when the build runs (read, not run).
#
# Behaviour: the documentation of the wrapper `timeout` gives `deadline-time` as HH:MM:SS, without quotes. PyYAML follows YAML
# 1.1: groups of digits between colons are one number to the base of 60, unless the first digit is a zero. Job Builder makes a
# text of that number again. So deadlines from ten o'clock on become seconds, or minutes where there are no seconds; those
# with a leading zero arrive. The default, 0:00:00, does as well, and hides it.
#
# Output seen:
#   17:30:00   -> 63000
#   17:30      -> 1050
#   09:30:00   -> 09:30:00
#   '17:30:00' -> 17:30:00
#
# Why it matters: config.xml is taken, and the plugin finds the fault only in a running build, whose timeout it then cannot set.
# The jobs that end in the morning work, so the others look like a fault of Jenkins. Tools that convert jobs to the YAML of
# Job Builder with a printer of YAML 1.2 write such times without quotes, too.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check jenkins-job-builder==6.5.0 PyYAML==6.0.4 'setuptools<81'
mkdir specs
times=(17:30:00 17:30 09:30:00 "'17:30:00'")
for at in "${!times[@]}"; do
  echo "- job: { name: job$at, wrappers: [timeout: { type: deadline, deadline-time: ${times[at]} }] }"
done > specs/all.yaml
venv/bin/jenkins-jobs test specs -o made 2> /dev/null
for at in "${!times[@]}"; do
  printf '%-10s -> %s\n' "${times[at]}" "$(sed -n 's|.*<deadlineTime>\(.*\)</deadlineTime>.*|\1|p' "made/job$at")"
done > seen.txt
cat > expected.txt <<'TXT'
17:30:00   -> 63000
17:30      -> 1050
09:30:00   -> 09:30:00
'17:30:00' -> 17:30:00
TXT
diff expected.txt seen.txt && echo "as described"
