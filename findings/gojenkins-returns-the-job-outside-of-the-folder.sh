#!/usr/bin/env bash
# gojenkins copies a job within its folder and returns the job of that name at the top level, which is then changed or deleted.
#
# Versions: github.com/bndr/gojenkins v1.1.0, seen 2026-11-30, against a small server that answers as Jenkins does.
#
# Behaviour: `Copy` asks the folder of the job for the copy, which is made there. The object that comes back has an address that
# is put together without the folder. If there is no such job outside, its methods fail with 404, which shows it; if there is
# one, they succeed. `Create` and `GetJob` know folders. No error, no warning.
#
# Output seen (`GetJob("build", "team")`, `Copy("next")`, then `UpdateConfig`, `Disable` and `Delete` of the copy):
#   POST /job/team/createItem?from=build&mode=copy&name=next
#   POST /job/next/config.xml
#   POST /job/next/disable
#   POST /job/next/doDelete
#   jobs that are left: team/build team/next
#
# Why it matters: a job of a branch is made by a copy in a folder of the team, set up, and thrown away when the branch is gone.
# Names such as `next`, `test` or `release` are at the top level, too: that job loses its configuration, is switched off, and
# goes with its history, while the copies stay. After `Copy` the job has to be asked for again by `GetJob` with its folder.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
cat > go.mod <<'MOD'
module finding

go 1.26.0
MOD
cat > copy.go <<'GO'
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"

	"github.com/bndr/gojenkins"
)

var jobs = []string{"next", "team/build"}

// Answers as Jenkins does: each change but that of a configuration with a redirect.
func answer(w http.ResponseWriter, r *http.Request) {
	parts := strings.Split(strings.Trim(r.URL.Path, "/"), "/")
	var names []string
	for len(parts) > 1 && parts[0] == "job" {
		names, parts = append(names, parts[1]), parts[2:]
	}
	path, what := strings.Join(names, "/"), strings.Join(parts, "/")
	if r.Method == http.MethodPost {
		fmt.Println("POST", r.URL)
	}
	switch {
	case strings.HasPrefix(what, "crumbIssuer"):
		w.WriteHeader(http.StatusNotFound)
		fmt.Fprint(w, "{}")
	case what == "createItem":
		jobs = append(jobs, path+"/"+r.URL.Query().Get("name"))
		http.Redirect(w, r, "/", http.StatusFound)
	case path != "" && !slices.Contains(jobs, path):
		w.WriteHeader(http.StatusNotFound)
	case what == "doDelete":
		jobs = slices.DeleteFunc(jobs, func(job string) bool { return job == path })
		http.Redirect(w, r, "/", http.StatusFound)
	case what == "disable":
		http.Redirect(w, r, "/job/"+strings.Join(names, "/job/")+"/", http.StatusFound)
	case what == "api/json":
		json.NewEncoder(w).Encode(map[string]string{"name": path[strings.LastIndex(path, "/")+1:]})
	}
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func main() {
	server := httptest.NewServer(http.HandlerFunc(answer))
	defer server.Close()
	ctx := context.Background()
	client, err := gojenkins.CreateJenkins(nil, server.URL, "me", "me").Init(ctx)
	check(err)
	job, err := client.GetJob(ctx, "build", "team")
	check(err)
	branch, err := job.Copy(ctx, "next")
	check(err)
	check(branch.UpdateConfig(ctx, "<project/>"))
	_, err = branch.Disable(ctx)
	check(err)
	_, err = branch.Delete(ctx)
	check(err)
	fmt.Println("jobs that are left:", strings.Join(jobs, " "))
}
GO
go get github.com/bndr/gojenkins@v1.1.0 2> /dev/null
go run -mod=mod copy.go > seen.txt
cat > expected.txt <<'TXT'
POST /job/team/createItem?from=build&mode=copy&name=next
POST /job/next/config.xml
POST /job/next/disable
POST /job/next/doDelete
jobs that are left: team/build team/next
TXT
diff expected.txt seen.txt && echo "as described"
