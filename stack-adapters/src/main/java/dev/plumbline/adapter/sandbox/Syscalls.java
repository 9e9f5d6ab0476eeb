package dev.plumbline.adapter.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The numbers of system calls on one kind of machine (asm/unistd_64.h, asm-generic/unistd.h).
 *
 * @param machine AUDIT_ARCH of linux/audit.h
 * @param otherNumbers bits that mark numbers of another kind of call on the same machine
 * @param needless those that no stack needs
 */
record Syscalls(int machine, int otherNumbers, List<Integer> needless, int cloning, int clone3, int ioctl, int socket) {
    private static final int X32 = 0x4000_0000;
    private static final int CLONE3 = 435;

    /** Numbers that all machines share: the newer calls. */
    private static final List<Integer> NEWER = List.of(
            425, 426, 427, // io_uring_setup, _enter, _register
            428, 429, 430, 431, 432, 433,
            442, // open_tree, move_mount, fsopen, fsconfig, fsmount, fspick, mount_setattr
            438, 440, 443, 447); // pidfd_getfd, process_madvise, quotactl_fd, memfd_secret

    private static final List<Integer> X86_64 = List.of(
            101, 310, 311, 312, // ptrace, process_vm_readv, process_vm_writev, kcmp
            248, 249, 250, // add_key, request_key, keyctl
            321, 298, 323, // bpf, perf_event_open, userfaultfd
            165, 166, 155, 161, 272, 308, // mount, umount2, pivot_root, chroot, unshare, setns
            246, 320, 175, 313, 176, // kexec_load, kexec_file_load, init_module, finit_module, delete_module
            169, 167, 168, 163, 179, // reboot, swapon, swapoff, acct, quotactl
            303, 304, // name_to_handle_at, open_by_handle_at
            103, 172, 173, // syslog, iopl, ioperm
            164, 227, 159, 305); // settimeofday, clock_settime, adjtimex, clock_adjtime

    private static final List<Integer> AARCH64 = List.of(
            117, 270, 271, 272, // the same calls in the same order
            217, 218, 219, 280, 241, 282, 40, 39, 41, 51, 97, 268, 104, 294, 105, 273, 106, 142, 224, 225, 89, 60, 264,
            265, 116, 170, 112, 171, 266);

    /** For a machine as Java calls it. */
    static Optional<Syscalls> of(String machine) {
        return switch (machine) {
            case "amd64", "x86_64" -> Optional.of(new Syscalls(0xc000_003e, X32, both(X86_64), 56, CLONE3, 16, 41));
            case "aarch64" -> Optional.of(new Syscalls(0xc000_00b7, 0, both(AARCH64), 220, CLONE3, 29, 198));
            default -> Optional.empty();
        };
    }

    private static List<Integer> both(List<Integer> own) {
        return Stream.concat(own.stream(), NEWER.stream()).toList();
    }
}
