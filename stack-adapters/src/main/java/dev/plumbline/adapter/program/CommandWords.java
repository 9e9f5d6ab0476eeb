package dev.plumbline.adapter.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes a command apart as a shell does (POSIX.1-2017, Shell Command Language, section 2.2), but expands nothing: blanks part
 * words; what stands in quotes belongs together; a backslash, except between single quotes, takes the next character as it is.
 */
final class CommandWords {
    private static final char NO_QUOTE = 0;

    private final String command;
    private final List<String> words = new ArrayList<>();
    private @Nullable StringBuilder word;
    private char quote = NO_QUOTE;

    private CommandWords(String command) {
        this.command = command;
    }

    /**
     * The words of a command, at least one.
     *
     * @throws NotThere if there is none, or a quote is not closed
     */
    static List<String> of(String command) {
        return new CommandWords(command).split();
    }

    private List<String> split() {
        for (int at = 0; at < command.length(); at++) {
            char c = command.charAt(at);
            if (c == '\\' && quote != '\'') {
                at++;
                require(at < command.length(), "ends with a backslash");
                append(command.charAt(at));
            } else {
                take(c);
            }
        }
        require(quote == NO_QUOTE, "has a quote that is not closed: " + quote);
        end();
        require(!words.isEmpty(), "is empty");
        return words;
    }

    private void take(char c) {
        if (c == quote) {
            quote = NO_QUOTE;
        } else if (quote == NO_QUOTE && (c == '\'' || c == '"')) {
            quote = c;
            word = Objects.requireNonNullElseGet(word, StringBuilder::new);
        } else if (quote == NO_QUOTE && Character.isWhitespace(c)) {
            end();
        } else {
            append(c);
        }
    }

    private void append(char c) {
        word = Objects.requireNonNullElseGet(word, StringBuilder::new).append(c);
    }

    private void end() {
        if (word != null) {
            words.add(word.toString());
            word = null;
        }
    }

    private void require(boolean fine, String otherwise) {
        if (!fine) {
            throw new NotThere("the command '" + command + "' " + otherwise);
        }
    }
}
