#!/usr/bin/env bash
# In an image name an upper-case letter in front of the slash makes a registry's host of it; behind it, it is an error.
#
# Versions: github.com/distribution/reference v0.6.0 (Docker, containerd and the kubelet read image names with it),
# github.com/google/go-containerregistry v0.22.1 (crane, ko, Tekton), seen 2026-11-29.
#
# Behaviour: `ExampleOrg/app` is valid to the first and means the image `app` of a host called `ExampleOrg`, since no
# organisation of Docker Hub may have capitals. `exampleorg/App` and `App` are refused with the remark that the name must
# be lower case. The second library refuses all three. `example-org/app` is an organisation of Docker Hub to both.
#
# Output seen:
#   example-org/app      reference: docker.io example-org/app  registry: index.docker.io example-org/app
#   ExampleOrg/app       reference: ExampleOrg app             registry: refused
#   ExampleOrg/team/app  reference: ExampleOrg team/app        registry: refused
#   exampleorg/App       reference: refused                    registry: refused
#
# Why it matters: pipelines make the image's name of the repository's, and GitHub keeps the capitals of an organisation.
# Checks with this library say nothing; the build then looks up a host `ExampleOrg`, the push fails with an error of DNS,
# and a manifest with that name ends in ImagePullBackOff. A generator has to ask for lower case itself.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
cat > go.mod <<'MOD'
module finding

go 1.25
MOD
cat > names.go <<'GO'
package main

import (
	"fmt"

	"github.com/distribution/reference"
	"github.com/google/go-containerregistry/pkg/name"
)

func byReference(image string) string {
	named, err := reference.ParseNormalizedNamed(image)
	if err != nil {
		return "refused"
	}
	return reference.Domain(named) + " " + reference.Path(named)
}

func byRegistry(image string) string {
	named, err := name.ParseReference(image)
	if err != nil {
		return "refused"
	}
	return named.Context().RegistryStr() + " " + named.Context().RepositoryStr()
}

func main() {
	for _, image := range []string{"example-org/app", "ExampleOrg/app", "ExampleOrg/team/app", "exampleorg/App"} {
		fmt.Printf("%-19s  reference: %-25s  registry: %s\n", image, byReference(image), byRegistry(image))
	}
}
GO
go get github.com/distribution/reference@v0.6.0 github.com/google/go-containerregistry@v0.22.1 2> /dev/null
go run -mod=mod names.go > seen.txt
cat > expected.txt <<'TXT'
example-org/app      reference: docker.io example-org/app  registry: index.docker.io example-org/app
ExampleOrg/app       reference: ExampleOrg app             registry: refused
ExampleOrg/team/app  reference: ExampleOrg team/app        registry: refused
exampleorg/App       reference: refused                    registry: refused
TXT
diff expected.txt seen.txt && echo "as described"
