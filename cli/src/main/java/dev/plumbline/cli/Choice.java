package dev.plumbline.cli;

import dev.plumbline.results.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which scenarios: options that commands share. Where several are given, a scenario must meet them all. */
final class Choice {
    @Option(
            names = "--tags",
            paramLabel = "EXPR",
            description = "Only these scenarios, e.g. '@HS-1 or @DNS-2'. All, if not given.")
    private String tags = "";

    @Option(
            names = "--tier",
            paramLabel = "TIER",
            description = "How far. lesson: the course; rfc: what an RFC says MUST, too;"
                    + " advanced: what it recommends or allows, too.")
    private @Nullable Tier tier;

    @Option(
            names = "--level",
            paramLabel = "N",
            converter = Goal.class,
            description =
                    "How far on the way: 1 addresses and packets, 2 UDP and ports, 3 the handshake, 4 delivery, 5 order,"
                            + " 6 closing, 7 DNS, 8 what the RFCs demand, 9 all. Each holds those before it.")
    private @Nullable Integer level;

    @Option(
            names = "--section",
            paramLabel = "RFC",
            converter = Section.class,
            description = "Only what an RFC or a section of it says, e.g. 'RFC 9293 section 3.8.6'.")
    private @Nullable String section;

    /** How far a run goes; each holds those before it. */
    enum Tier {
        LESSON,
        RFC,
        ADVANCED
    }

    /** The number of a stage. */
    static final class Goal implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return Arrays.stream(Stage.values())
                    .map(Stage::number)
                    .filter(number -> Integer.toString(number).equals(text.strip()))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + text + "' is no level: they go from 1 to " + Stage.values().length));
        }
    }

    /** {@code RFC9293/3.8.6} from what people write. */
    static final class Section implements ITypeConverter<String> {
        private static final Pattern WRITTEN = Pattern.compile(
                "(?:RFC)?[ -]*([0-9]+)(?:(?:[ /,]|section|sec\\.|§)+([0-9]+(?:\\.[0-9]+)*))?",
                Pattern.CASE_INSENSITIVE);

        @Override
        public String convert(String text) {
            Matcher written = WRITTEN.matcher(text.strip());
            if (!written.matches()) {
                throw new TypeConversionException(
                        "'" + text + "' is no section of an RFC such as '768' or 'RFC 9293 section 3.8.6'");
            }
            Replaced.by(written.group(1), written.group(2)).ifPresent(newer -> {
                throw new TypeConversionException("nothing is judged by '" + text + "': RFC " + newer
                        + " has taken its place; --section " + newer + " selects what that one says");
            });
            return "RFC" + written.group(1) + (written.group(2) == null ? "" : "/" + written.group(2));
        }
    }

    /** As a tag expression; empty for all scenarios. */
    String expression() {
        List<String> parts = new ArrayList<>();
        if (!tags.isBlank()) {
            parts.add(tags);
        }
        if (tier != null) {
            parts.add("tier/" + tier.name().toLowerCase(Locale.ROOT));
        }
        if (level != null) {
            parts.add("level/" + level);
        }
        if (section != null) {
            parts.add("section/" + section);
        }
        return parts.size() < 2 ? String.join("", parts) : "(" + String.join(") and (", parts) + ")";
    }
}
