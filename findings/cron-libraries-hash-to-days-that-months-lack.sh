#!/usr/bin/env bash
# The `H` of croniter and cron-parser picks days up to the 31st, so that a monthly job is left out in some months.
#
# Versions: croniter 7.0.0 (PyPI), cron-parser 5.10.6 (npm), seen 2026-11-30 on Python 3.11.7 and Node 20.20.2. Jenkins draws
# `H` for the day of the month from 1 to 28, which its help says, and its `CronTab` does (read, not run).
#
# Behaviour: both libraries have taken over `H` from Jenkins, with ranges and steps, and draw it by a hash of a name. The range
# of a day is for them what the field may hold. So about one name in ten gets the 29th, 30th or 31st, and runs eleven or seven
# times a year. Tests with another name do not show it.
#
# Output seen (`0 0 H * *` in 2027, for the names job0 to job999: how many have that many runs):
#   croniter     34 have 7, 55 have 11, 911 have 12
#   cron-parser  31 have 7, 56 have 11, 913 have 12
#
# Why it matters: tools that plan, show or check the timers of Jenkins use these libraries, and so do schedulers that promise
# the `H` of Jenkins. What they show differs from what Jenkins does, and where they do the work, the report of February
# is missing for one job in ten. `H(1-28)` means the same to all three.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check croniter==7.0.0
cat > runs.py <<'PY'
from datetime import datetime

from croniter import croniter

for name in range(1000):
    times = croniter("0 0 H * *", datetime(2026, 12, 31, 23), hash_id=f"job{name}")
    runs = 0
    while times.get_next(datetime).year == 2027:
        runs += 1
    print(runs)
PY
venv/bin/python runs.py > croniter.txt
npm init -y > /dev/null
npm install --silent --no-audit --no-fund cron-parser@5.10.6 > /dev/null
cat > runs.mjs <<'JS'
import { CronExpressionParser } from 'cron-parser';

for (let name = 0; name < 1000; name++) {
  const currentDate = new Date('2026-12-31T23:00:00Z');
  const times = CronExpressionParser.parse('0 0 H * *', { currentDate, tz: 'UTC', hashSeed: `job${name}` });
  let runs = 0;
  while (times.next().toDate().getUTCFullYear() === 2027) runs++;
  console.log(runs);
}
JS
node runs.mjs > cron-parser.txt
for library in croniter cron-parser; do
  counts=$(sort -n "$library.txt" | uniq -c | awk '{ print $1 " have " $2 }' | paste -sd ,)
  printf '%-11s  %s\n' "$library" "${counts//,/, }"
done > seen.txt
cat > expected.txt <<'TXT'
croniter     34 have 7, 55 have 11, 911 have 12
cron-parser  31 have 7, 56 have 11, 913 have 12
TXT
diff expected.txt seen.txt && echo "as described"
