/* The start of our AppImage: mounts the image that follows it and runs its AppRun.
 *
 * An AppImage of type 2 is an ELF program followed by a squashfs image. This program is static, so
 * it needs no libfuse2 (the usual complaint of AppImage users), and where FUSE cannot be used at
 * all it unpacks the image once into the user's cache and starts it from there.
 *
 * Built from the published AppImage specification with libsquashfuse and libfuse3, both static.
 */
#define _GNU_SOURCE
#define FUSE_USE_VERSION 32
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <limits.h>
#include <signal.h>
#include <squashfuse/ll.h>
#include <squashfuse/squashfuse.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* libsquashfuse can read lzo images; our images are zstd, and lzo is GPL: it is left out. */
int lzo1x_decompress_safe(const unsigned char *in, unsigned long in_size, unsigned char *out,
                          unsigned long *out_size, void *memory) {
    (void)in; (void)in_size; (void)out; (void)out_size; (void)memory;
    return -1;
}
int __lzo_init_v2(unsigned v, int a, int b, int c, int d, int e, int f, int g, int h, int i) {
    (void)v; (void)a; (void)b; (void)c; (void)d; (void)e; (void)f; (void)g; (void)h; (void)i;
    return -1;
}

static char own_path[PATH_MAX];
static pid_t program;

/* The image begins where the ELF file ends: behind its section headers. */
static size_t image_offset(void) {
    Elf64_Ehdr header;
    int fd = open(own_path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return 0;
    ssize_t got = read(fd, &header, sizeof header);
    close(fd);
    if (got != sizeof header) return 0;
    return header.e_shoff + (size_t)header.e_shentsize * header.e_shnum;
}

static void make_folders(const char *path) {
    char part[PATH_MAX];
    snprintf(part, sizeof part, "%s", path);
    for (char *c = part + 1; *c; c++)
        if (*c == '/') { *c = 0; mkdir(part, 0700); *c = '/'; }
    mkdir(part, 0700);
}

static int write_all(int fd, const char *data, size_t size) {
    while (size > 0) {
        ssize_t written = write(fd, data, size);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return 1;
        data += written;
        size -= (size_t)written;
    }
    return 0;
}

static int extract_file(sqfs *fs, sqfs_inode *inode, const char *path) {
    static char buffer[1 << 20];
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, inode->base.mode & 0777);
    if (fd < 0) return 1;
    int failed = 0;
    for (sqfs_off_t offset = 0; !failed;) {
        sqfs_off_t size = sizeof buffer;
        if (sqfs_read_range(fs, inode, offset, &size, buffer)) failed = 1;
        else if (size == 0) break;
        else failed = write_all(fd, buffer, (size_t)size);
        offset += size;
    }
    return close(fd) || failed;
}

static int extract_entry(sqfs *fs, sqfs_traverse *walk, const char *folder) {
    sqfs_inode inode;
    char path[PATH_MAX], target[PATH_MAX];
    if (sqfs_inode_get(fs, &inode, sqfs_dentry_inode(&walk->entry))) return 1;
    snprintf(path, sizeof path, "%s/%s", folder, walk->path);
    if (S_ISDIR(inode.base.mode)) { make_folders(path); return 0; }
    char parent[PATH_MAX];
    snprintf(parent, sizeof parent, "%s", path);
    *strrchr(parent, '/') = 0;
    make_folders(parent);
    if (S_ISREG(inode.base.mode)) return extract_file(fs, &inode, path);
    if (S_ISLNK(inode.base.mode)) {
        size_t size = sizeof target;
        if (sqfs_readlink(fs, &inode, target, &size)) return 1;
        unlink(path);
        return symlink(target, path) != 0;
    }
    return 0;
}

static int extract(size_t offset, const char *folder, const char *pattern) {
    sqfs fs;
    sqfs_traverse walk;
    sqfs_err error;
    if (sqfs_open_image(&fs, own_path, offset)) return 1;
    if (sqfs_traverse_open(&walk, &fs, sqfs_inode_root(&fs))) return 1;
    make_folders(folder);
    int failed = 0;
    while (!failed && sqfs_traverse_next(&walk, &error)) {
        if (walk.dir_end) continue;
        if (pattern && fnmatch(pattern, walk.path, FNM_LEADING_DIR)) continue;
        failed = extract_entry(&fs, &walk, folder);
    }
    sqfs_traverse_close(&walk);
    sqfs_destroy(&fs);
    return failed;
}

/* The child that serves the mounted image until it is told to stop. */
static void serve(size_t offset, const char *mountpoint, int ready) {
    struct fuse_lowlevel_ops operations = {
        .getattr = sqfs_ll_op_getattr,       .opendir = sqfs_ll_op_opendir,
        .releasedir = sqfs_ll_op_releasedir, .readdir = sqfs_ll_op_readdir,
        .lookup = sqfs_ll_op_lookup,         .open = sqfs_ll_op_open,
        .release = sqfs_ll_op_release,       .read = sqfs_ll_op_read,
        .readlink = sqfs_ll_op_readlink,     .forget = sqfs_ll_op_forget,
    };
    char *words[] = {(char *)"pixelwatt",
                     (char *)"-oro,nodev,nosuid,fsname=Pixelwatt,subtype=squashfuse", NULL};
    struct fuse_args arguments = FUSE_ARGS_INIT(2, words);
    sqfs_ll_chan channel;
    sqfs_ll *image = sqfs_ll_open(own_path, offset);
    if (!image) _exit(1);
    if (sqfs_ll_mount(&channel, mountpoint, &arguments, &operations, sizeof operations, image))
        _exit(1);
    if (write(ready, "1", 1) != 1) _exit(1);
    close(ready);
    fuse_set_signal_handlers(channel.session);
    fuse_session_loop(channel.session);
    sqfs_ll_unmount(&channel, mountpoint);
    _exit(0);
}

static int fuse_usable(void) {
    if (access("/dev/fuse", R_OK | W_OK)) return 0;
    if (geteuid() == 0) return 1;
    return !access("/usr/bin/fusermount3", X_OK) || !access("/bin/fusermount3", X_OK);
}

/* Mount on a new folder. Returns the serving process, or -1 where FUSE cannot be used. */
static pid_t mount_image(size_t offset, char *mountpoint) {
    int pipe_ends[2];
    char byte;
    if (!fuse_usable() || !mkdtemp(mountpoint)) return -1;
    if (pipe2(pipe_ends, O_CLOEXEC)) { rmdir(mountpoint); return -1; }
    pid_t server = fork();
    if (server == 0) {
        close(pipe_ends[0]);
        setsid();
        prctl(PR_SET_PDEATHSIG, SIGTERM);
        int null = open("/dev/null", O_RDWR);
        if (!getenv("PIXELWATT_DEBUG")) dup2(null, 2);
        serve(offset, mountpoint, pipe_ends[1]);
    }
    close(pipe_ends[1]);
    ssize_t got = read(pipe_ends[0], &byte, 1);
    close(pipe_ends[0]);
    if (server > 0 && got == 1) return server;
    if (server > 0) waitpid(server, NULL, 0);
    rmdir(mountpoint);
    return -1;
}

static void pass_on(int signal_number) {
    if (program > 0) kill(program, signal_number);
}

static int run(const char *folder, char **arguments) {
    char start[PATH_MAX], here[PATH_MAX];
    snprintf(start, sizeof start, "%s/AppRun", folder);
    setenv("APPDIR", folder, 1);
    setenv("APPIMAGE", own_path, 1);
    setenv("ARGV0", arguments[0], 1);
    if (getcwd(here, sizeof here)) setenv("OWD", here, 1);
    program = fork();
    if (program == 0) {
        execv(start, arguments);
        perror(start);
        _exit(127);
    }
    signal(SIGINT, pass_on);
    signal(SIGTERM, pass_on);
    signal(SIGHUP, pass_on);
    int status;
    while (waitpid(program, &status, 0) < 0 && errno == EINTR) {}
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* Where the image is unpacked to when it cannot be mounted: one folder per version of this file. */
static void cache_folder(char *folder, size_t size) {
    struct stat own;
    const char *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
    stat(own_path, &own);
    if (cache && *cache) snprintf(folder, size, "%s", cache);
    else snprintf(folder, size, "%s/.cache", home ? home : "/tmp");
    size_t length = strlen(folder);
    snprintf(folder + length, size - length, "/pixelwatt-appimage/%lx-%lx-%lx", (long)own.st_size,
             (long)own.st_mtim.tv_sec, (long)own.st_ino);
}

static int run_unpacked(size_t offset, char **arguments) {
    char folder[PATH_MAX - 32], unpacking[PATH_MAX], start[PATH_MAX];
    cache_folder(folder, sizeof folder);
    snprintf(start, sizeof start, "%s/AppRun", folder);
    if (access(start, X_OK)) {
        fprintf(stderr, "FUSE cannot be used here: unpacking once to %s\n", folder);
        snprintf(unpacking, sizeof unpacking, "%s.%d", folder, getpid());
        if (extract(offset, unpacking, NULL)) {
            fprintf(stderr, "Unpacking to %s failed: is there room on the disk?\n", unpacking);
            return 1;
        }
        /* Two first starts at once: the later rename fails, and the earlier folder serves both. */
        if (rename(unpacking, folder) && access(start, X_OK)) { perror(folder); return 1; }
    }
    return run(folder, arguments);
}

int main(int count, char **arguments) {
    ssize_t length = readlink("/proc/self/exe", own_path, sizeof own_path - 1);
    if (length < 0) { perror("/proc/self/exe"); return 1; }
    own_path[length] = 0;
    size_t offset = image_offset();
    const char *option = count > 1 ? arguments[1] : "";
    if (!strcmp(option, "--appimage-offset")) { printf("%zu\n", offset); return 0; }
    if (!strcmp(option, "--appimage-version")) { puts("Pixelwatt's AppImage runtime 1"); return 0; }
    if (!strcmp(option, "--appimage-extract"))
        return extract(offset, "squashfs-root", count > 2 ? arguments[2] : NULL);
    int unpack = getenv("APPIMAGE_EXTRACT_AND_RUN") != NULL;
    if (!strcmp(option, "--appimage-extract-and-run")) {
        unpack = 1;
        arguments[1] = arguments[0];
        arguments++;
    }
    char mountpoint[] = "/tmp/.mount_pixelwattXXXXXX";
    pid_t server = unpack ? -1 : mount_image(offset, mountpoint);
    if (server < 0) return run_unpacked(offset, arguments);
    int status = 0;
    if (!strcmp(option, "--appimage-mount")) {
        puts(mountpoint);
        fflush(stdout);
        pause();
    } else {
        status = run(mountpoint, arguments);
    }
    kill(server, SIGTERM);
    waitpid(server, NULL, 0);
    umount2(mountpoint, MNT_DETACH);
    rmdir(mountpoint);
    return status;
}
