package dev.plumbline.line;

import dev.plumbline.tidy.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page on the line protocol: its tables, and its blocks, which stand after a comment with their name. */
record LinePage(String text) {
    static final String COMMAND =
            "./mvnw -pl proofs -am test -Dtest=LineProtocolPageTest -Dsurefire.failIfNoSpecifiedTests=false"
                    + " -Dplumbline.line-protocol=write";
    private static final Path PAGE = Path.of("docs", "line-protocol.md");
    private static final Pattern ROW = Pattern.compile("^\\|(.*)\\|$", Pattern.MULTILINE);

    static LinePage read() {
        try {
            return new LinePage(Files.readString(Project.root().resolve(PAGE)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The same page with another text in a block. */
    LinePage with(String block, String content) {
        return new LinePage(find(block).replaceFirst(Matcher.quoteReplacement(start(block) + content + "```\n")));
    }

    void write() throws IOException {
        Files.writeString(Project.root().resolve(PAGE), text);
    }

    String block(String name) {
        Matcher found = find(name);
        if (!found.find()) {
            throw new IllegalArgumentException("the page has no block " + name);
        }
        return found.group(1);
    }

    /** The rows of all tables below a heading, down to the next one, as cells without their blanks. */
    List<List<String>> rows(String heading) {
        String part = text.substring(text.indexOf(heading + "\n") + heading.length());
        int end = part.indexOf("\n#");
        return ROW.matcher(end < 0 ? part : part.substring(0, end))
                .results()
                .map(row -> List.of(row.group(1).split("\\|", -1)).stream()
                        .map(String::strip)
                        .toList())
                .filter(cells -> cells.get(0).startsWith("`"))
                .collect(Collectors.toList());
    }

    private Matcher find(String block) {
        return Pattern.compile(Pattern.quote(start(block)) + "(.*?)```\n", Pattern.DOTALL)
                .matcher(text);
    }

    private static String start(String block) {
        return "<!-- " + block + " -->\n```\n";
    }
}
