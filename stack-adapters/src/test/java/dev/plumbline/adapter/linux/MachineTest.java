package dev.plumbline.adapter.linux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.spi.StackProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {
    @TempDir
    Path directory;

    @Test
    void saysWhatIsMissingAndWhatToDo() throws IOException {
        Path tun = directory.resolve("tun");
        assertThat(new Machine("Plan 9", "/bin", tun).missing())
                .hasValueSatisfying(
                        text -> assertThat(text).contains("this is Plan 9").contains("run it on Linux"));
        assertThat(new Machine("Linux", "/bin", tun).missing())
                .hasValueSatisfying(text -> assertThat(text).contains("modprobe tun"));
        Files.createFile(tun);
        assertThat(new Machine("Linux", directory.toString(), tun).missing())
                .hasValueSatisfying(text -> assertThat(text).contains("util-linux"));
        Files.createFile(directory.resolve("unshare"));
        assertThat(directory.resolve("unshare").toFile().setExecutable(true)).isTrue();
        assertThat(new Machine("Linux", directory.toString(), tun).missing()).isEmpty();
    }

    @Test
    void aChildThatCannotStartIsReportedWithItsStandardError() throws IOException {
        Path unshare = directory.resolve("unshare");
        Files.writeString(unshare, "#!/bin/sh\necho unshare failed: Operation not permitted >&2\nexit 1\n");
        assertThat(unshare.toFile().setExecutable(true)).isTrue();
        Path tun = Files.createFile(directory.resolve("tun"));
        try (LinuxProvider provider = new LinuxProvider(new Machine("Linux", directory.toString(), tun))) {
            assertThat(provider.unavailable())
                    .hasValueSatisfying(text ->
                            assertThat(text).contains("Operation not permitted").contains("exit code 1"));
        }
    }

    @Test
    void theProviderIsFound() {
        assertThat(ServiceLoader.load(StackProvider.class).stream().map(ServiceLoader.Provider::type))
                .contains(LinuxProvider.class);
    }
}
