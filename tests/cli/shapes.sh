#!/usr/bin/env bash
# ontology/shapes.ttl against an independent SHACL engine, pySHACL: what lede writes conforms, and engine and `lede validate` find the same
# offences in the graphs of tests/cli/broken. Skipped where pySHACL is not to be had.
# Usage: tests/cli/shapes.sh LEDE
source "$(dirname "$0")/checks.sh"
python_with pyshacl pyshacl
"$python" "$root/tests/cli/shapes.py" "$lede" "$root" "$work" || fail "the shapes and lede validate differ"
finish
