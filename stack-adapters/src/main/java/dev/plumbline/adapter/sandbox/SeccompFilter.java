package dev.plumbline.adapter.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which system calls a stranger's program does without, as a program for the kernel's filter (seccomp(2), in classic BPF): what
 * looks into other processes, loads code into the kernel, makes namespaces or mounts, keeps keys, types into a terminal, or opens
 * a socket of a family that leads out of a namespace. They fail with EPERM, as they would for lack of rights.
 */
final class SeccompFilter {
    private static final int LOAD = 0x20; // BPF_LD | BPF_W | BPF_ABS
    private static final int IF_EQUAL = 0x15; // BPF_JMP | BPF_JEQ | BPF_K
    private static final int IF_ANY_BIT = 0x45; // BPF_JMP | BPF_JSET | BPF_K
    private static final int RETURN = 0x06; // BPF_RET | BPF_K

    private static final int ALLOW = 0x7fff_0000;
    private static final int KILL = 0x8000_0000;
    private static final int FAIL = 0x0005_0000;
    private static final int EPERM = 1;
    private static final int ENOSYS = 38;
    private static final int EAFNOSUPPORT = 97;

    private static final int NUMBER = 0;
    private static final int MACHINE = 4;
    private static final int FIRST_ARGUMENT = 16;
    private static final int SECOND_ARGUMENT = 24;

    /** CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID and NEWNET. */
    private static final int NEW_NAMESPACES = 0x7e02_0000;

    private static final int TIOCSTI = 0x5412;
    private static final int TIOCLINUX = 0x541c;
    /** AF_UNIX, AF_INET, AF_INET6 and AF_NETLINK: what a network namespace holds. */
    private static final int[] FAMILIES = {1, 2, 10, 16};

    private record Instruction(int code, int ifTrue, int ifFalse, int value) {}

    private final List<Instruction> program = new ArrayList<>();

    private SeccompFilter() {}

    /** The filter's octets for a machine, by the name that Java calls it; nothing for one that we do not know. */
    static Optional<byte[]> of(String machine) {
        return Syscalls.of(machine).map(calls -> {
            SeccompFilter filter = new SeccompFilter();
            filter.write(calls);
            return filter.octets();
        });
    }

    private void write(Syscalls calls) {
        load(MACHINE);
        unless(calls.machine(), KILL);
        load(NUMBER);
        if (calls.otherNumbers() != 0) {
            add(IF_ANY_BIT, 0, 1, calls.otherNumbers());
            add(RETURN, 0, 0, FAIL | ENOSYS);
        }
        calls.needless().forEach(number -> when(number, FAIL | EPERM));
        // What is in its argument is out of a filter's reach; libraries fall back to clone.
        when(calls.clone3(), FAIL | ENOSYS);
        of(calls.cloning(), FIRST_ARGUMENT, () -> {
            add(IF_ANY_BIT, 0, 1, NEW_NAMESPACES);
            add(RETURN, 0, 0, FAIL | EPERM);
        });
        of(calls.ioctl(), SECOND_ARGUMENT, () -> {
            when(TIOCSTI, FAIL | EPERM);
            when(TIOCLINUX, FAIL | EPERM);
        });
        of(calls.socket(), FIRST_ARGUMENT, () -> {
            for (int family : FAMILIES) {
                when(family, ALLOW);
            }
            add(RETURN, 0, 0, FAIL | EAFNOSUPPORT);
        });
        add(RETURN, 0, 0, ALLOW);
    }

    private void load(int offset) {
        add(LOAD, 0, 0, offset);
    }

    private void when(int value, int then) {
        add(IF_EQUAL, 0, 1, value);
        add(RETURN, 0, 0, then);
    }

    private void unless(int value, int then) {
        add(IF_EQUAL, 1, 0, value);
        add(RETURN, 0, 0, then);
    }

    /** A call that depends on an argument; what is not settled there is allowed. */
    private void of(int number, int argument, Runnable judge) {
        int jump = program.size();
        add(IF_EQUAL, 0, 0, number);
        load(argument);
        judge.run();
        add(RETURN, 0, 0, ALLOW);
        program.set(jump, new Instruction(IF_EQUAL, 0, program.size() - jump - 1, number));
    }

    private void add(int code, int ifTrue, int ifFalse, int value) {
        program.add(new Instruction(code, ifTrue, ifFalse, value));
    }

    private byte[] octets() {
        ByteBuffer octets = ByteBuffer.allocate(8 * program.size()).order(ByteOrder.LITTLE_ENDIAN);
        for (Instruction each : program) {
            octets.putShort((short) each.code)
                    .put((byte) each.ifTrue)
                    .put((byte) each.ifFalse)
                    .putInt(each.value);
        }
        return octets.array();
    }
}
