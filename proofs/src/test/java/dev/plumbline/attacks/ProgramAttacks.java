package dev.plumbline.attacks;

import static dev.plumbline.attacks.Attack.always;
import static dev.plumbline.attacks.Attack.bounded;
import static dev.plumbline.attacks.Attack.walled;

import java.util.List;
import java.util.stream.Stream;

/** What a program in any language tries. */
final class ProgramAttacks {
    private static final String HUNG = "the stack did not come back within 1 s .*";

    private ProgramAttacks() {}

    static List<Attack> all() {
        return Stream.concat(inAnySandbox().stream(), onTheKernel().stream()).toList();
    }

    /** In a shell; 98764 is in the command of what may be left. */
    static List<Attack> inAnySandbox() {
        return List.of(
                always("31 ignores signals", "trap '' TERM INT HUP; while :; do :; done", HUNG),
                // What would be left is nobody's child any more: who ends it has to be told of its session.
                bounded("36 never reads", "sleep 98764", HUNG),
                always(
                        "36 a flood without a line",
                        "cat /dev/zero",
                        "the stack sent a line that makes a line of more .*"),
                bounded("53 half a line, then silence", "printf 'tx 1 45'; sleep 98764", HUNG),
                bounded(
                        "53 a line that is none",
                        "printf '\\377\\000\\033[2J\\n'; sleep 98764",
                        "the adapter does not keep to the line .*"),
                always(
                        "37 octets of every kind on both outputs",
                        "printf '\\377\\376\\000\\033]0;x\\007\\n' >&2; printf 'log 1 \\377\\033[2J\\302\\233\\n'; exit 3",
                        "the stack ended its process with exit code 3|the adapter does not keep to the line .*"),
                bounded(
                        "67 leaves who holds the pipe",
                        "sleep 98764 & exit 3",
                        "the stack ended its process with exit code 3"),
                bounded("53 closes its output", "exec 1>&-; sleep 98764", "the stack .*"));
    }

    /** In perl: calls of the kernel by their numbers on the machines that most have, and the error that they get. */
    static List<Attack> onTheKernel() {
        return List.of(
                walled("8 ptrace", "syscall(101,0,0,0,0)", "1"),
                walled("48 io_uring", "syscall(425,1,0)", "1"),
                walled("48 keyctl", "syscall(250,0,-3,0)", "1"),
                walled("48 bpf", "syscall(321,0,0,0)", "1"),
                walled("48 perf_event_open", "syscall(298,0,0,0,0,0)", "1"),
                walled("48 userfaultfd", "syscall(323,0)", "1"),
                walled("48 unshare", "syscall(272,0x10000000)", "1"),
                walled("48 clone of a namespace", "syscall(56,0x10000011,0,0,0,0)", "1"),
                walled("48 clone3", "syscall(435,0,0)", "38"),
                walled("48 mount", "syscall(165,0,0,0,0,0)", "1"),
                walled("49 typing into a terminal", "do { $x = \"a\"; ioctl(STDIN, 0x5412, $x) ? 0 : -1 }", "1"),
                walled("22 the hypervisor's socket", "(socket(S, 40, 1, 0) ? 0 : -1)", "97"),
                walled("45 a signal to the suite", "(kill(9, SUITE) ? 0 : -1)", "3"));
    }
}
