package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
    @TempDir
    Path folder;

    @Test
    void anEarlierRunsFolderIsEmptied() throws IOException {
        Files.writeString(folder.resolve("results.jsonl"), "{}");
        Files.createDirectories(folder.resolve("failures"));
        new OutputFolder(folder).prepare();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aRunThatCouldNotBeginDoesNotBlockTheNext() throws IOException {
        Files.writeString(folder.resolve("suite.log"), "the stack is unknown");
        new OutputFolder(folder).prepare();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatTheNextRunNeedsStays() throws IOException {
        Files.writeString(folder.resolve("results.jsonl"), "{}");
        Files.writeString(folder.resolve("history.jsonl"), "old");
        Files.writeString(folder.resolve(".lock"), "");
        new OutputFolder(folder).prepare();
        assertThat(folder).isDirectoryContaining("glob:**history.jsonl").isDirectoryContaining("glob:**.lock");
        assertThat(folder.resolve("results.jsonl")).doesNotExist();
        new OutputFolder(folder).prepare();
        assertThat(folder.resolve("history.jsonl")).hasContent("old");
    }

    @Test
    void whatIsNotOursIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("suite.log"), "");
        Files.writeString(folder.resolve("thesis.txt"), "precious");
        assertThatThrownBy(() -> new OutputFolder(folder).prepare())
                .isInstanceOf(Suite.Refused.class)
                .hasMessageContaining("is not the folder of an earlier run");
        assertThat(folder.resolve("thesis.txt")).hasContent("precious");
    }
}
