package dev.plumbline.index;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A place in the project's sources. It names no line, for lines move with every edit.
 *
 * @param file the path from the project's root
 * @param member a method, a constant, a type or a text in quotes; empty for the whole file
 */
public record Place(String file, String member) {
    /** As the index writes it. */
    @JsonValue
    String written() {
        return member.isEmpty() ? file : file + "#" + member;
    }

    @JsonCreator
    static Place read(String written) {
        String[] parts = written.split("#", 2);
        return new Place(parts[0], parts.length > 1 ? parts[1] : "");
    }

    /** The file's name without folders and ending. */
    public String type() {
        String name = file.substring(file.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** The line that it is on, from 1, if these are the file's lines. */
    public OptionalInt line(List<String> lines) {
        String word = Pattern.quote(member);
        List<Pattern> forms = List.of(
                Pattern.compile("^\\s*[\\w@][\\w@<>\\[\\], .?]*\\s" + word + "\\s*\\([^;]*$"),
                Pattern.compile("^\\s*[\\w@][\\w@<>\\[\\], .?]*\\s" + word + " ="),
                Pattern.compile("\\b(?:class|record|interface|enum) " + word + "\\b"),
                Pattern.compile("\"" + word + "\""));
        return member.isEmpty()
                ? OptionalInt.empty()
                : forms.stream()
                        .flatMapToInt(form -> IntStream.range(0, lines.size())
                                .filter(i -> !isCall(lines.get(i)))
                                .filter(i -> form.matcher(lines.get(i)).find())
                                .limit(1))
                        .map(i -> i + 1)
                        .findFirst();
    }

    private static boolean isCall(String line) {
        return line.strip().startsWith("return ") || line.strip().startsWith("throw ");
    }

    @Override
    public String toString() {
        return member.isEmpty() || member.equals(type()) ? type() : type() + "." + member;
    }
}
