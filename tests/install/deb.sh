#!/usr/bin/env bash
# The Debian packages: what is in them, and that they install and run on a clean system, which debootstrap makes in a folder.
# Usage: tests/install/deb.sh LEDE BUILD-FOLDER [--unpack-only]
# The clean system needs root, debootstrap and a mirror of Debian; with --unpack-only the package is unpacked into a folder instead.
source "$(dirname "${BASH_SOURCE[0]}")/../cli/checks.sh"
build=$(realpath "${2:?the build folder is missing as the second argument}")
need cpack dpkg-deb dpkg-shlibdeps gzip

check "packs" cpack -G DEB --config "$build/CPackConfig.cmake" -B "$work/packages"
program=$(find "$work/packages" -maxdepth 1 -name 'lede_*.deb')
library=$(find "$work/packages" -maxdepth 1 -name 'liblede-dev_*.deb')
[ -n "$program" ] && [ -n "$library" ] || { fail "the packages are not there"; finish; }

dpkg-deb -c "$program" | awk '{ print $6 }' >"$work/content"
dpkg-deb -c "$library" | awk '{ print $6 }' >>"$work/content"
has_file() { grep -qx "./$1" "$work/content"; }
for file in usr/bin/lede usr/share/man/man1/lede.1.gz usr/share/man/man1/lede-extract.1.gz usr/share/lede/english/english.model \
    usr/share/lede/ontology/lede.ttl usr/share/bash-completion/completions/lede usr/share/zsh/vendor-completions/_lede \
    usr/share/fish/vendor_completions.d/lede.fish usr/share/doc/lede/copyright usr/share/doc/liblede-dev/copyright usr/include/lede/lede.hpp; do
    check "has $file" has_file "$file"
done
field() { dpkg-deb -f "$1" "$2"; }
depends_on() { field "$program" Depends | grep -q "$1"; }
for package in libserd-0-0 libxml2 libzstd1 libc6; do check "depends on $package" depends_on "$package"; done
pinned() { field "$library" Depends | grep -q "lede (= $(field "$program" Version))"; }
check "the library's package needs this program's data" pinned
if command -v lintian >/dev/null; then
    check "lintian finds no errors" lintian --fail-on error --allow-root "$program" "$library"
fi

article=$root/examples/articles/harbour-bridge.txt
if [ "${3:-}" = --unpack-only ]; then
    dpkg-deb -x "$program" "$work/root"
    extracts() { "$work/root/usr/bin/lede" extract "$article" | grep -q nordbro; }
    has_data() { "$work/root/usr/bin/lede" --version | grep -qF "$work/root/usr/share/lede/english"; }
    check "the unpacked program extracts" extracts
    check "the unpacked program has its data from there" has_data
    finish
    exit
fi

[ "$(id -u)" = 0 ] || skip "the clean system needs root"
need debootstrap
system=$work/system
suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
mirror=${DEBIAN_MIRROR:-$(sed -n 's/^\(URIs:\|deb\) *\(\[[^]]*\] *\)\?\(http[^ ]*\).*/\3/p' /etc/apt/sources.list /etc/apt/sources.list.d/*.sources 2>/dev/null | head -n 1 || true)}
depends=$(field "$program" Depends | sed 's/([^)]*)//g;s/|[^,]*//g;s/ //g')
check "a clean system" debootstrap --variant=minbase --include="$depends" "$suite" "$system" "$mirror"
cp "$program" "$article" "$system/tmp/"
check "installs" chroot "$system" dpkg -i "/tmp/$(basename "$program")"
in_system() { chroot "$system" lede extract /tmp/harbour-bridge.txt | grep -q nordbro; }
check "extracts there" in_system
tells_version() { chroot "$system" lede --version | grep -q "data  */usr/share/lede/english"; }
check "has its data there" tells_version
check "goes without a trace" chroot "$system" dpkg --purge lede
left() { [ ! -e "$system/usr/share/lede" ] && [ ! -e "$system/usr/bin/lede" ]; }
check "nothing is left" left
finish
