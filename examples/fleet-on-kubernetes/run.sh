#!/bin/sh
# Compiles a folder of projects in the cluster: run.sh FOLDER
# Puts the specs onto the volume, lets the shards run and then the merge, and ends with the exit code of the merge, which
# is that of one run over all projects. It is 3 when the cluster could not do it.
set -eu

specs=${1:?run.sh FOLDER}
here=$(dirname "$0")

in_fleet() { kubectl --namespace fleet "$@"; }

start() { in_fleet patch job "$1" --patch '{"spec":{"suspend":false}}'; }

# Waits for the end of a job; 1 when it failed. (`kubectl wait` waits for one condition, and would miss the other.)
wait_for() {
  while conditions=$(in_fleet get job "$1" --output 'jsonpath={.status.conditions[?(@.status=="True")].type}'); do
    case " $conditions " in
      *' Complete '*) return 0 ;;
      *' Failed '*) return 1 ;;
    esac
    sleep 5
  done
  return 1
}

# Afresh: a Job cannot be changed, and results of an earlier run must not be merged.
prepare() {
  in_fleet delete job compile merge --ignore-not-found --cascade=foreground &&
    kubectl apply --kustomize "$here" &&
    in_fleet wait --for=condition=Ready pod/files --timeout=5m &&
    in_fleet exec files -- sh -c 'rm -rf projects reports out/shard-*' &&
    in_fleet cp "$specs" files:/fleet/projects
}

prepare || exit 3
if ! { start compile && wait_for compile; }; then
  in_fleet logs --selector batch.kubernetes.io/job-name=compile --prefix --tail=50
  exit 3
fi

start merge || exit 3
wait_for merge || :
pod=$(in_fleet get pods --selector batch.kubernetes.io/job-name=merge --sort-by .metadata.creationTimestamp \
  --output 'jsonpath={.items[-1:].metadata.name}') || exit 3
in_fleet logs "$pod" || exit 3
code=$(in_fleet get pod "$pod" --output 'jsonpath={.status.containerStatuses[0].state.terminated.exitCode}') ||
  exit 3
exit "${code:-3}"
