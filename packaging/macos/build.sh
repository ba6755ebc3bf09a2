#!/bin/bash
# On macOS: freezes Pixelwatt.app, signs and notarises it where a certificate is given, makes a .dmg.
set -euo pipefail
cd "$(dirname "$0")/../.."
version=$(python3 -c 'import tomllib; print(tomllib.load(open("pyproject.toml","rb"))["project"]["version"])')
python3 -m venv build/release-venv
python=build/release-venv/bin/python
$python -m pip install --quiet --require-hashes -r requirements/package.txt
$python -m pip install --quiet --no-deps --no-build-isolation .
packaging/macos/icon.sh
$python -m PyInstaller --noconfirm --clean --distpath dist --workpath build/work \
    packaging/pyinstaller/pixelwatt.spec 2>&1 | tee build/pyinstaller.log
if grep -q "Library not found" build/pyinstaller.log; then
    echo "The bundle would miss libraries." >&2
    exit 1
fi
app=dist/Pixelwatt.app
PYTHONPATH=packaging $python packaging/macos/complete.py "$app"

if [ -n "${CERTIFICATE:-}" ]; then
    # A keychain of this build alone, gone with it.
    keychain=$RUNNER_TEMP/pixelwatt.keychain-db
    password=$(uuidgen)
    trap 'security delete-keychain "$keychain"' EXIT
    security create-keychain -p "$password" "$keychain"
    security set-keychain-settings -lut 3600 "$keychain"
    security unlock-keychain -p "$password" "$keychain"
    echo "$CERTIFICATE" | base64 --decode > "$RUNNER_TEMP/certificate.p12"
    security import "$RUNNER_TEMP/certificate.p12" -k "$keychain" -P "$CERTIFICATE_PASSWORD" \
        -T /usr/bin/codesign
    rm "$RUNNER_TEMP/certificate.p12"
    security set-key-partition-list -S apple-tool:,apple: -k "$password" "$keychain" > /dev/null
    security list-keychains -d user -s "$keychain" login.keychain-db
    sign=(codesign --force --options runtime --timestamp --sign "$IDENTITY" --keychain "$keychain")
    # Inner code first: a signature covers what it contains.
    find "$app" -type f \( -name '*.so' -o -name '*.dylib' \) -print0 | xargs -0 "${sign[@]}"
    "${sign[@]}" --entitlements packaging/macos/entitlements.plist "$app"
    codesign --verify --deep --strict "$app"
fi

dmg=dist/Pixelwatt-$version-arm64.dmg
[ -n "${CERTIFICATE:-}" ] || dmg=dist/Pixelwatt-$version-arm64-unsigned.dmg
staging=build/dmg
rm -rf "$staging" "$dmg"
mkdir -p "$staging"
cp -R "$app" "$staging/"
ln -s /Applications "$staging/Applications"
hdiutil create -volname Pixelwatt -srcfolder "$staging" -format ULFO -quiet "$dmg"

if [ -n "${CERTIFICATE:-}" ]; then
    "${sign[@]}" "$dmg"
    xcrun notarytool submit "$dmg" --wait --apple-id "$NOTARY_ID" --password "$NOTARY_PASSWORD" \
        --team-id "$NOTARY_TEAM"
    xcrun stapler staple "$dmg"
    spctl --assess --type open --context context:primary-signature --verbose "$dmg"
fi
