package dev.plumbline.line;

import dev.plumbline.adapter.line.Field;
import dev.plumbline.adapter.line.Role;
import dev.plumbline.adapter.line.SettingName;
import dev.plumbline.adapter.line.Verb;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.TcpError;
import dev.plumbline.spi.TcpReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The grammar that the page shows, made of the code's own tables: {@link Verb}, {@link Role} and {@link Field}. */
final class LineGrammar {
    private LineGrammar() {}

    static String text() {
        List<String> lines = new ArrayList<>();
        lines.add("; a session in virtual time: lines to the program are marked >, lines from it <");
        lines.add(
                "session = \"< \" plumbline-line *( \"< \" introduction-line ) \"< \" ready-line *turn \"> \" bye-line");
        lines.add("turn = *( \"> \" time-line ) ( order-turn / call-turn )");
        lines.add("order-turn = \"> \" order-line *said \"< \" ( done-line / threw-line )");
        lines.add(rule("call-turn", of(Role.CALL).map(verb -> verb.word() + "-turn")));
        of(Role.CALL)
                .forEach(verb -> lines.add(verb.word() + "-turn = \"> \" " + verb.word() + "-line *said \"< \" ( "
                        + verb.word() + "-ok / refused-line / threw-line )"));
        lines.add("said = \"< \" remark-line / \"< \" event-line *turn \"> \" go-on-line"
                + " / \"< \" random-line \"> \" numbers-line");
        lines.add("; a session in real time: the two sides need not wait for each other");
        lines.add(
                "real-session = \"< \" plumbline-line [ \"< \" settings-line ] *( \"> \" call-line / \"> \" order-line / \"< \" answer-line"
                        + " / \"< \" event-line / \"< \" remark-line ) \"> \" bye-line");
        lines.add("; the messages, by the part they have in it");
        lines.add(rule("call-line", lines(Role.CALL)));
        lines.add(rule("order-line", lines(Role.ORDER)));
        lines.add(rule("introduction-line", lines(Role.INTRODUCTION)));
        lines.add(rule("event-line", lines(Role.EVENT)));
        lines.add(rule("remark-line", lines(Role.REMARK)));
        lines.add(rule("answer-line", lines(Role.ANSWER)));
        lines.add("; from the suite");
        messages(lines, verb -> verb.role().isFromTheSuite());
        lines.add("; from the program; give-up-line may stand in the place of any other");
        messages(lines, verb -> !verb.role().isFromTheSuite());
        lines.add("; what stands after ok, by the call");
        of(Role.CALL).forEach(verb -> lines.add(verb.word() + "-ok = \"ok\" B call" + words(verb.answer()) + " E"));
        lines.add("; the words");
        Arrays.stream(Field.values()).forEach(field -> lines.add(name(field) + " = " + form(field)));
        lines.addAll(List.of(
                "number = 1*DIGIT",
                "octet = DIGIT / %x31-39 DIGIT / \"1\" 2DIGIT / \"2\" %x30-34 DIGIT / \"25\" %x30-35",
                "label = 1*( DIGIT / %x41-5A / %x61-7A / \"-\" / \"_\" / \"*\" / \"\\\" ( \".\" / \"\\\" / %x30-31 2DIGIT ) )",
                "HEX = DIGIT / %x41-46 / %x61-66",
                "DIGIT = %x30-39",
                "B = 1*%x20",
                "E = *%x20 [ %x0D ] %x0A"));
        return lines.stream().map(LineGrammar::folded).collect(Collectors.joining("\n")) + "\n";
    }

    private static void messages(List<String> lines, Predicate<Verb> which) {
        Arrays.stream(Verb.values())
                .filter(which)
                .forEach(verb ->
                        lines.add(verb.word() + "-line = \"" + verb.word() + "\"" + words(verb.fields()) + " E"));
    }

    private static String words(List<Field> fields) {
        return fields.stream()
                .map(field -> field == Field.TEXT ? " [ B text ]" : " B " + name(field))
                .collect(Collectors.joining());
    }

    private static Stream<Verb> of(Role role) {
        return Arrays.stream(Verb.values()).filter(verb -> verb.role() == role);
    }

    private static Stream<String> lines(Role role) {
        return of(role).map(verb -> verb.word() + "-line");
    }

    private static String rule(String name, Stream<String> choices) {
        return name + " = " + choices.collect(Collectors.joining(" / "));
    }

    private static String name(Field field) {
        return field.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String form(Field field) {
        return switch (field) {
            case VERSION, CALL, HOST, LINK, SOCKET, LISTENER, COUNT, TIMER, NANOS, VALUE -> "number";
            case PORT, REMOTE_PORT, RECORD_TYPE, MTU -> "number";
            case PREFIX -> "DIGIT / %x31-32 DIGIT / \"3\" %x30-32";
            case ADDRESS, REMOTE_ADDRESS -> "octet \".\" octet \".\" octet \".\" octet";
            case OCTETS -> "\"-\" / 1*( HEX HEX )";
            case REASON -> words(CallRefused.Reason.values());
            case ERROR -> words(TcpError.values());
            case REPORT -> words(TcpReport.values());
            case SETTING -> words(SettingName.values());
            case OUTCOME -> words(Field.Outcome.values());
            case TIME_BASE -> "\"real-time\" / \"virtual-time\"";
            case NAME -> "\".\" / 1*( label \".\" ) [ label ] / label";
            case TEXT -> "*( %x20-7E / %xA0-10FFFF )";
        };
    }

    private static String words(Object[] all) {
        return Arrays.stream(all).map(one -> "\"" + one + "\"").collect(Collectors.joining(" / "));
    }

    /** At most 120 characters a line; what goes on is set in. */
    private static String folded(String rule) {
        StringBuilder text = new StringBuilder();
        int width = 0;
        for (String word : rule.split(" (?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)) {
            if (width + word.length() > 118) {
                text.append("\n   ");
                width = 3;
            }
            text.append(width == 0 ? "" : " ").append(word);
            width += word.length() + 1;
        }
        return text.toString();
    }
}
