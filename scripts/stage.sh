#!/usr/bin/env bash
# Runs one stage of `make test` and notes how long it took: stage.sh NAME COMMAND…
set -u
name=$1; shift
printf '\n=== %s\n' "$name"
start=$(date +%s)
"$@"; status=$?
line=$(printf '%-22s %4d s  %s' "$name" $(( $(date +%s) - start )) "$([ $status -eq 0 ] && echo ok || echo FAILED)")
echo "$line" | tee -a "${DVK_CACHE:-$HOME/.cache/dvk}/stages"
exit $status
