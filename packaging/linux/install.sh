#!/bin/sh
# Installs Pixelwatt for the user who runs it, below ~/.local (or PREFIX), and writes its remover.
set -eu
prefix=${PREFIX:-$HOME/.local}
program=$prefix/lib/pixelwatt
share=$prefix/share
id=@APP_ID@

if [ "$(id -u)" -eq 0 ] && [ -z "${PREFIX:-}" ]; then
    echo "This installs for one user; run it as that user, or set PREFIX=/usr/local." >&2
    exit 2
fi

# It must start here before anything is replaced; where a library is missing, it says which.
trial=$(mktemp -d)
trap 'rm -rf "$trial"' EXIT
if ! PIXELWATT_HOME=$trial QT_QPA_PLATFORM=offscreen usr/lib/pixelwatt/pixelwatt --safe-mode \
    --screenshot "$trial/window.png" --size 800x600 > "$trial/said" 2>&1; then
    cat "$trial/said" >&2
    echo "Pixelwatt does not start on this system; nothing was installed." >&2
    exit 1
fi

mkdir -p "$prefix/lib" "$prefix/bin" "$share/applications"
rm -rf "$program.new"
cp -a usr/lib/pixelwatt "$program.new"
(cd usr/share && find icons mime metainfo man -type f) > "$program.new/shared-files"
rm -rf "$program.old"
[ ! -e "$program" ] || mv "$program" "$program.old"
mv "$program.new" "$program"
rm -rf "$program.old"
ln -sf "$program/pixelwatt" "$prefix/bin/pixelwatt"
(cd usr/share && tar cf - icons mime metainfo man) | (cd "$share" && tar xf -)
sed "s|^Exec=pixelwatt|Exec=\"$program/pixelwatt\"|" "usr/share/applications/$id.desktop" \
    > "$share/applications/$id.desktop"

cat > "$program/uninstall.sh" <<REMOVER
#!/bin/sh
# Removes the program; your documents, settings and plugins stay.
set -eu
while read -r file; do rm -f "$share/\$file"; done < "$program/shared-files"
rm -f "$share/applications/$id.desktop" "$prefix/bin/pixelwatt"
rm -rf "$program"
command -v update-mime-database >/dev/null && update-mime-database "$share/mime" || true
command -v update-desktop-database >/dev/null && update-desktop-database "$share/applications" || true
echo "Pixelwatt is removed."
REMOVER
chmod 755 "$program/uninstall.sh"

command -v update-mime-database >/dev/null && update-mime-database "$share/mime" || true
command -v update-desktop-database >/dev/null && update-desktop-database "$share/applications" || true

echo "Pixelwatt @VERSION@ is installed. Start it from the menu or with $prefix/bin/pixelwatt"
echo "Remove it with $program/uninstall.sh"
