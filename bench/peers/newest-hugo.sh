#!/bin/sh
# Unpacks the newest Hugo of Debian (suite sid) into a folder, installing nothing: apt reads the
# mirror that this machine uses already. Hugo needs libsass1 and libwebp7, which Debian's own
# `hugo` brings along.
set -eu
folder=$1
mkdir -p "$folder/apt/lists/partial" "$folder/apt/archives/partial"
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -v security | head -n 1)
echo "deb $mirror sid main" > "$folder/apt/sources.list"
options="-o Dir::Etc::SourceList=$folder/apt/sources.list -o Dir::Etc::SourceParts=/dev/null
  -o Dir::State::Lists=$folder/apt/lists -o Dir::Cache=$folder/apt -o APT::Sandbox::User=root"
apt-get $options -qq update
cd "$folder"
apt-get $options -qq download hugo
dpkg -x hugo_*.deb "$folder"
rm -r hugo_*.deb apt
"$folder/usr/bin/hugo" version
