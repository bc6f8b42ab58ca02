#!/usr/bin/env bash
# ontology/shapes.ttl against an independent SHACL engine, pySHACL: what lede writes conforms, and engine and `lede validate` find the same
# offences in the graphs of tests/cli/broken. Takes pySHACL where it is installed, else from PyPI into an environment of its own under the
# user's cache, which is kept.
# Usage: tests/cli/shapes.sh LEDE
source "$(dirname "$0")/checks.sh"
need python3
python=python3
if ! $python -c 'import pyshacl' 2>/dev/null; then
    environment=${XDG_CACHE_HOME:-$HOME/.cache}/lede-tests/pyshacl
    python=$environment/bin/python
    if ! "$python" -c 'import pyshacl' 2>/dev/null; then
        python3 -m venv "$environment" 2>/dev/null || skip "no Python environment can be made in $environment"
        timeout 240 "$environment/bin/pip" install --quiet --disable-pip-version-check pyshacl >"$work/said" 2>&1 ||
            skip "pySHACL cannot be installed: $(tail -n 1 "$work/said")"
    fi
fi
"$python" "$root/tests/cli/shapes.py" "$lede" "$root" "$work" || fail "the shapes and lede validate differ"
finish
