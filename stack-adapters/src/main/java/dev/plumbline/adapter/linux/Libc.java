package dev.plumbline.adapter.linux;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** The system calls that the agent makes; each returns -1 on an error and leaves its number for {@link Native#getLastError}. */
@SuppressWarnings("MethodName") // the names are the C library's
final class Libc {
    static {
        Native.register(Libc.class, "c");
    }

    private Libc() {}

    static native int open(String path, int flags);

    static native int close(int fd);

    static native long read(int fd, Pointer buffer, long size);

    static native long write(int fd, Pointer buffer, long size);

    static native int ioctl(int fd, long request, Pointer argument);

    static native int unshare(int flags);

    static native int setns(int fd, int type);

    static native int eventfd(int count, int flags);

    static native int epoll_create1(int flags);

    static native int epoll_ctl(int epoll, int operation, int fd, Pointer event);

    static native int epoll_wait(int epoll, Pointer events, int max, int timeout);

    static native int poll(Pointer fds, long count, int timeout);

    static native int socket(int domain, int type, int protocol);

    static native int bind(int fd, Pointer address, int length);

    static native int listen(int fd, int backlog);

    static native int accept4(int fd, @Nullable Pointer address, @Nullable Pointer length, int flags);

    static native int connect(int fd, Pointer address, int length);

    static native int getsockname(int fd, Pointer address, Pointer length);

    static native int getpeername(int fd, Pointer address, Pointer length);

    static native int getsockopt(int fd, int level, int name, Pointer value, Pointer length);

    static native int setsockopt(int fd, int level, int name, Pointer value, int length);

    static native long send(int fd, Pointer data, long size, int flags);

    static native long recv(int fd, Pointer data, long size, int flags);

    static native long sendto(int fd, Pointer data, long size, int flags, Pointer address, int addressSize);

    static native long recvfrom(int fd, Pointer data, long size, int flags, Pointer address, Pointer length);

    static native long recvmsg(int fd, Pointer message, int flags);

    static native int shutdown(int fd, int how);

    static native String strerror(int errno);
}
