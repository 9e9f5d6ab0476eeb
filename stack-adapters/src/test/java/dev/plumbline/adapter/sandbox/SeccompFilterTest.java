package dev.plumbline.adapter.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The filter's program, run by a machine of its own: what the kernel would answer, on kinds of machines that are not here, too. */
class SeccompFilterTest {
    private static final String ALLOWED = "allowed";

    /** Numbers of the calls from the kernel's tables; arguments where they matter. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(textBlock = """
            amd64,   read,                0,   0,          0,      allowed
            amd64,   ptrace,              101, 0,          0,      error 1
            amd64,   io_uring_setup,      425, 0,          0,      error 1
            amd64,   fork by clone,       56,  0x11,       0,      allowed
            amd64,   a thread by clone,   56,  0x3d0f00,   0,      allowed
            amd64,   clone of a network,  56,  0x40000011, 0,      error 1
            amd64,   clone3,              435, 0,          0,      error 38
            amd64,   TIOCSTI,             16,  0,          0x5412, error 1
            amd64,   TCGETS,              16,  0,          0x5401, allowed
            amd64,   a socket of IPv4,    41,  2,          0,      allowed
            amd64,   a socket of vsock,   41,  40,         0,      error 97
            amd64,   a call of x32,       0x40000000, 0,   0,      error 38
            aarch64, read,                63,  0,          0,      allowed
            aarch64, ptrace,              117, 0,          0,      error 1
            aarch64, fork by clone,       220, 0x11,       0,      allowed
            aarch64, clone of a user,     220, 0x10000011, 0,      error 1
            aarch64, clone3,              435, 0,          0,      error 38
            aarch64, TIOCSTI,             29,  0,          0x5412, error 1
            aarch64, a socket of UNIX,    198, 1,          0,      allowed
            aarch64, a socket of vsock,   198, 40,         0,      error 97
            """)
    void answers(String machine, String name, String number, String first, String second, String answer) {
        int arch = machine.equals("amd64") ? 0xc000_003e : 0xc000_00b7;
        assertThat(run(machine, arch, Integer.decode(number), Integer.decode(first), Integer.decode(second)))
                .as(name)
                .isEqualTo(answer);
    }

    @Test
    void aProgramOfAnotherKindOfMachineEnds() {
        assertThat(run("amd64", 0x4000_0003, 11, 0, 0)).isEqualTo("killed");
    }

    @Test
    void thereIsNoneForAMachineThatNobodyKnows() {
        assertThat(SeccompFilter.of("pdp11")).isEmpty();
    }

    private static String run(String machine, int arch, int number, int first, int second) {
        ByteBuffer program =
                ByteBuffer.wrap(SeccompFilter.of(machine).orElseThrow()).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer data = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        data.putInt(0, number).putInt(4, arch).putLong(16, first).putLong(24, second);
        int accumulator = 0;
        int at = 0;
        while (true) {
            int code = program.getShort(8 * at);
            int value = program.getInt(8 * at + 4);
            boolean holds = code == 0x15 ? accumulator == value : (accumulator & value) != 0;
            int jump = Byte.toUnsignedInt(program.get(8 * at + (holds ? 2 : 3)));
            switch (code) {
                case 0x20 -> accumulator = data.getInt(value);
                case 0x15, 0x45 -> at += jump;
                case 0x06 -> {
                    return answer(value);
                }
                default -> throw new AssertionError("an instruction of an unknown kind: " + code);
            }
            at++;
        }
    }

    private static String answer(int value) {
        return switch (value & 0xffff_0000) {
            case 0x7fff_0000 -> ALLOWED;
            case 0x8000_0000 -> "killed";
            case 0x0005_0000 -> "error " + (value & 0xffff);
            default -> throw new AssertionError("an unknown answer: " + value);
        };
    }
}
