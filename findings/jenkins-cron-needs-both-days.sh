#!/usr/bin/env bash
# A schedule with a day of the month and a day of the week: Jenkins wants both to fit, Kubernetes one of them.
#
# Versions: org.jvnet.hudson.main:hudson-core 1.395 (Maven Central has no core of Jenkins 2) with antlr 2.7.7, and
# github.com/robfig/cron/v3 v3.0.1, which Kubernetes uses for CronJobs; seen 2026-11-29. `CronTab` of Jenkins 2 still asks
# for both fields (read, not run).
#
# Behaviour: `0 0 13 * 5` is Friday the 13th in Jenkins; in a CronJob it is every 13th and every Friday, as crontab(5) has
# it. No message on either side. `*/2` counts as a restriction in Kubernetes, though cron of Debian treats a field that
# begins with `*` as if it were `*`: there `0 0 */2 * 1` is a rule of "both", here one of "either".
#
# Output seen (the first four runs from 2026-01-01 on):
#   0 0 13 * 5   Jenkins     2026-02-13 2026-03-13 2026-11-13 2027-08-13
#   0 0 13 * 5   Kubernetes  2026-01-02 2026-01-09 2026-01-13 2026-01-16
#   0 0 */2 * 1  Jenkins     2026-01-05 2026-01-19 2026-02-09 2026-02-23
#   0 0 */2 * 1  Kubernetes  2026-01-01 2026-01-03 2026-01-05 2026-01-07
#
# Why it matters: a schedule that is carried from a timer of Jenkins to a CronJob, or is generated for both, is valid in
# both and runs some sixty times a year instead of three, or three times instead of sixty.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
cat > pom.xml <<'POM'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>days</artifactId><version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.jvnet.hudson.main</groupId><artifactId>hudson-core</artifactId><version>1.395</version>
      <exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>
    </dependency>
    <dependency><groupId>antlr</groupId><artifactId>antlr</artifactId><version>2.7.7</version></dependency>
    <dependency><groupId>org.jvnet.localizer</groupId><artifactId>localizer</artifactId><version>1.10</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib > /dev/null
cat > Days.java <<'JAVA'
import hudson.scheduler.CronTab;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;

public class Days {
  public static void main(String[] schedules) throws Exception {
    for (String schedule : schedules) {
      CronTab tab = new CronTab(schedule);
      Calendar at = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
      at.clear();
      at.set(2026, Calendar.JANUARY, 1);
      StringBuilder line = new StringBuilder(String.format("%-11s  Jenkins    ", schedule));
      for (int run = 0; run < 4; run++) {
        at = tab.ceil(at);
        line.append(String.format(" %tF", at));
        at.add(Calendar.MINUTE, 1);
      }
      System.out.println(line);
    }
  }
}
JAVA
javac -cp 'lib/*' Days.java
cat > go.mod <<'MOD'
module finding

go 1.24
MOD
cat > days.go <<'GO'
package main

import (
	"fmt"
	"os"
	"time"

	"github.com/robfig/cron/v3"
)

func main() {
	for _, text := range os.Args[1:] {
		schedule, err := cron.ParseStandard(text)
		if err != nil {
			panic(err)
		}
		fmt.Printf("%-11s  Kubernetes ", text)
		at := time.Date(2025, 12, 31, 23, 59, 0, 0, time.UTC)
		for range 4 {
			at = schedule.Next(at)
			fmt.Print(" " + at.Format(time.DateOnly))
		}
		fmt.Println()
	}
}
GO
go get github.com/robfig/cron/v3@v3.0.1 2> /dev/null
go build -o days days.go
schedules=('0 0 13 * 5' '0 0 */2 * 1')
{ java -Duser.timezone=UTC -cp 'lib/*:.' Days "${schedules[@]}"; ./days "${schedules[@]}"; } | sort > seen.txt
sort > expected.txt <<'TXT'
0 0 13 * 5   Jenkins     2026-02-13 2026-03-13 2026-11-13 2027-08-13
0 0 13 * 5   Kubernetes  2026-01-02 2026-01-09 2026-01-13 2026-01-16
0 0 */2 * 1  Jenkins     2026-01-05 2026-01-19 2026-02-09 2026-02-23
0 0 */2 * 1  Kubernetes  2026-01-01 2026-01-03 2026-01-05 2026-01-07
TXT
diff expected.txt seen.txt && echo "as described"
