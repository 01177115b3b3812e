#!/usr/bin/env bash
# gojenkins, asked for the configuration of a job that may not be read, gives the page with the error as the configuration.
#
# Versions: github.com/bndr/gojenkins v1.1.0, seen 2026-11-30, against a small server that answers with the codes of Jenkins.
#
# Behaviour: `GetConfig` looks at no code of the answer, only at whether there was one. Jenkins wants the right to configure for
# config.xml, so that a job which is listed may well be 403 there; while it loads its configuration anew, all is 503. Both
# pages come back as a text, without an error. `UpdateConfig` of the same object does look, and gives the code as an error.
#
# Output seen (the answer to GET config.xml; what `GetConfig` gives; the answer to POST; what `UpdateConfig` gives):
#   200  "<project/>"                        no error  200  no error
#   403  "<html>Access Denied</html>"        no error  403  error 403
#   404  "<html>Not Found</html>"            no error  404  error 404
#   503  "<html>Jenkins is loading</html>"   no error  503  error 503
#
# Why it matters: backups and comparisons read all jobs. The backup of a night in which the server was restarted is a folder of
# such pages, in place of the good one of the day before, and a comparison finds that each job has changed. Whoever uses it has
# to see that the text is XML with the root element of a job before it is kept.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
cat > go.mod <<'MOD'
module finding

go 1.26.0
MOD
cat > read.go <<'GO'
package main

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"

	"github.com/bndr/gojenkins"
)

func result(err error) string {
	if err != nil {
		return "error " + err.Error()
	}
	return "no error"
}

func main() {
	pages := map[int]string{
		200: "<project/>",
		403: "<html>Access Denied</html>",
		404: "<html>Not Found</html>",
		503: "<html>Jenkins is loading</html>",
	}
	code := 200
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case strings.Contains(r.URL.Path, "crumbIssuer"):
			w.WriteHeader(http.StatusNotFound)
			fmt.Fprint(w, "{}")
		case strings.Contains(r.URL.Path, "config.xml"):
			w.WriteHeader(code)
			fmt.Fprint(w, pages[code])
		default:
			fmt.Fprint(w, "{}")
		}
	}))
	defer server.Close()
	ctx := context.Background()
	client, err := gojenkins.CreateJenkins(nil, server.URL, "me", "me").Init(ctx)
	if err != nil {
		panic(err)
	}
	job, err := client.GetJob(ctx, "build")
	if err != nil {
		panic(err)
	}
	for _, code = range []int{200, 403, 404, 503} {
		config, err := job.GetConfig(ctx)
		fmt.Printf("%d  %-35q %-9s %d  %s\n", code, config, result(err), code, result(job.UpdateConfig(ctx, "<project/>")))
	}
}
GO
go get github.com/bndr/gojenkins@v1.1.0 2> /dev/null
go run -mod=mod read.go > seen.txt
cat > expected.txt <<'TXT'
200  "<project/>"                        no error  200  no error
403  "<html>Access Denied</html>"        no error  403  error 403
404  "<html>Not Found</html>"            no error  404  error 404
503  "<html>Jenkins is loading</html>"   no error  503  error 503
TXT
diff expected.txt seen.txt && echo "as described"
