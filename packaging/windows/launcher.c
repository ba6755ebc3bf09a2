/* Pixelwatt.exe: starts the bundled Python in this process, as `python -m pixelwatt ARGUMENTS`.
 *
 * Small and plain on purpose: self-unpacking launchers are what virus scanners raise alarms about.
 */
#define WIN32_LEAN_AND_MEAN
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

#define PATH_LENGTH 32768

typedef int (*python_main)(int, wchar_t **);

static wchar_t folder[PATH_LENGTH], library[PATH_LENGTH], interpreter[PATH_LENGTH];

static int fail(const wchar_t *what) {
    MessageBoxW(NULL, what, L"Pixelwatt cannot start. Install it again.", MB_ICONERROR);
    return 2;
}

int WINAPI wWinMain(HINSTANCE instance, HINSTANCE previous, LPWSTR line, int show) {
    (void)instance; (void)previous; (void)line; (void)show;
    GetModuleFileNameW(NULL, folder, PATH_LENGTH);
    wchar_t *last = wcsrchr(folder, L'\\');
    if (!last) return fail(folder);
    *last = 0;
    /* Never look for libraries in the current folder, which a document's folder may be. */
    SetDllDirectoryW(L"");
    _snwprintf(library, PATH_LENGTH, L"%ls\\python\\" PYTHON_DLL, folder);
    HMODULE python = LoadLibraryExW(library, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    python_main start = python ? (python_main)(void *)GetProcAddress(python, "Py_Main") : NULL;
    if (!start) return fail(library);
    /* The interpreter's name tells it where its ._pth file lies. */
    _snwprintf(interpreter, PATH_LENGTH, L"%ls\\python\\pythonw.exe", folder);
    wchar_t **arguments = calloc((size_t)__argc + 3, sizeof *arguments);
    if (!arguments) return fail(L"out of memory");
    arguments[0] = interpreter;
    arguments[1] = (wchar_t *)L"-m";
    arguments[2] = (wchar_t *)L"pixelwatt";
    for (int i = 1; i < __argc; i++) arguments[i + 2] = __wargv[i];
    return start(__argc + 2, arguments);
}
