#!/usr/bin/env bash
# A CronJob that Kubernetes starts four times an hour is one of once an hour to cron-schedule; cronosjs makes a day of a week.
#
# Versions: github.com/robfig/cron/v3 v3.0.1, which Kubernetes uses for CronJobs; cron-schedule 6.0.0, cronosjs 1.7.1, cron-parser
# 5.10.6, croner 11.0.1 (npm), seen 2026-12-01 on Node 20.20.2.
#
# Behaviour: `5/15` begins at 5 and goes on to the end of the field in Kubernetes. cron-schedule drops the step and keeps the 5;
# croner refuses the line. A day of the month that is written out as 1-31 is a restriction to Kubernetes, and so every day
# fits; to cron-schedule it is the same as `*`, and the day of the week decides. The end of the days of the week is Saturday
# for Kubernetes and 7, a second Sunday, for cron-parser, so that `5/2` has one day or two. A week of `0-7`, which Jenkins
# and crontab(5) have (read, not run) and Kubernetes refuses, is Sunday alone to cronosjs. No error, no warning.
#
# Output seen (how often in December 2026; Kubernetes, cron-schedule, cronosjs, cron-parser, croner):
#   5/15 * * * *     2976   744  2976  2976 error
#   5-59/15 * * * *  2976  2976  2976  2976  2976
#   0 0 5/10 * *        3     1     3     3 error
#   0 0 1-31 * 1       31     4    31    31    31
#   0 0 * * 5/2         4     4     4     8 error
#   0 0 * * 0-7     error    31     4    31    31
#   0 0 * * 0-6        31    31    31    31    31
#
# Why it matters: who generates CronJobs, or moves jobs from Jenkins to them, shows the next runs, looks for jobs that start at one
# time, or tests a schedule with such a library. The lines are good ones where they run; the preview is of another schedule.
# `5-59/15`, `*` and `0-6` are read alike by all five.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
cat > main.go <<'GO'
package main

import (
	"fmt"
	"os"
	"time"

	"github.com/robfig/cron/v3"
)

func main() {
	for _, line := range os.Args[1:] {
		schedule, err := cron.ParseStandard(line)
		if err != nil {
			fmt.Println("error")
			continue
		}
		runs := 0
		at := schedule.Next(time.Date(2026, 11, 30, 23, 59, 59, 0, time.UTC))
		for ; at.Year() == 2026; at = schedule.Next(at) {
			runs++
		}
		fmt.Println(runs)
	}
}
GO
go mod init surprise 2> /dev/null
go get github.com/robfig/cron/v3@v3.0.1 2> /dev/null
npm init -y > /dev/null
npm install --silent --no-fund --no-audit cron-schedule@6.0.0 cronosjs@1.7.1 cron-parser@5.10.6 croner@11.0.1
cat > count.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { CronExpressionParser } from 'cron-parser';
import { parseCronExpression } from 'cron-schedule';
import { Cron } from 'croner';
import { CronosExpression } from 'cronosjs';

const begin = new Date('2026-11-30T23:59:59Z');
const end = new Date('2027-01-01T00:00:00Z');
/** Makes of a line the function that gives the run after a date. */
const libraries = [
  (line) => {
    const schedule = parseCronExpression(line);
    return (date) => schedule.getNextDate(date);
  },
  (line) => {
    const schedule = CronosExpression.parse(line, { timezone: 'UTC' });
    return (date) => schedule.nextDate(date);
  },
  (line) => {
    const schedule = CronExpressionParser.parse(line, { tz: 'UTC', currentDate: begin });
    return () => schedule.next().toDate();
  },
  (line) => {
    const schedule = new Cron(line, { timezone: 'UTC', paused: true });
    return (date) => schedule.nextRun(date);
  },
];

function count(library, line) {
  let next;
  try {
    next = library(line);
  } catch {
    return 'error';
  }
  let runs = 0;
  for (let at = next(begin); at < end; at = next(at)) runs++;
  return runs;
}

const kubernetes = readFileSync('kubernetes.txt', 'utf8').trim().split('\n');
process.argv.slice(2).forEach((line, index) => {
  const counts = libraries.map((library) => String(count(library, line)).padStart(5)).join(' ');
  console.log(`${line.padEnd(15)} ${kubernetes[index].padStart(5)} ${counts}`);
});
JS
lines=('5/15 * * * *' '5-59/15 * * * *' '0 0 5/10 * *' '0 0 1-31 * 1' '0 0 * * 5/2' '0 0 * * 0-7' '0 0 * * 0-6')
go run . "${lines[@]}" > kubernetes.txt
TZ=UTC node count.mjs "${lines[@]}" > seen.txt
cat > expected.txt <<'TXT'
5/15 * * * *     2976   744  2976  2976 error
5-59/15 * * * *  2976  2976  2976  2976  2976
0 0 5/10 * *        3     1     3     3 error
0 0 1-31 * 1       31     4    31    31    31
0 0 * * 5/2         4     4     4     8 error
0 0 * * 0-7     error    31     4    31    31
0 0 * * 0-6        31    31    31    31    31
TXT
diff expected.txt seen.txt && echo "as described"
